import { defineTexts } from "../../i18n/message";

/** Why there can be no answer. */
export const texts = defineTexts("errors.advice", {
  unlabeled:
    "This data has no labels, and what a representation is worth can only be measured with some. Put the images of each class into a folder of their own, or add a column of labels.",
  oneClass:
    "All of this data is of one class, \u201c{name}\u201d: there is nothing to tell apart. Put the images of each class into a folder of their own, and drop the folder around them.",
  tooFew:
    "{count, plural, one {1 training sample is} other {# training samples are}} too few for any batch: bring at least {least}, and rather hundreds.",
  allStopped:
    "At every temperature and learning rate some learner of one of the losses stopped, because its value was no longer a finite number: there is nothing to compare.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.advice": typeof texts;
  }
}
