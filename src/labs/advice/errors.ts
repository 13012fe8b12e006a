import { defineTexts } from "../../i18n/message";

/** Why there can be no answer. */
export const texts = defineTexts("errors.advice", {
  unlabeled:
    "This data has no labels, and what a representation is worth can only be measured with some. Put the images of each class into a folder of their own, or add a column of labels.",
  allStopped:
    "At every temperature and learning rate some learner of one of the losses stopped, because its value was no longer a finite number: there is nothing to compare.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.advice": typeof texts;
  }
}
