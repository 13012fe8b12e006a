import { defineTexts } from "../i18n/message";

/** What a record marks of a learner. */
export const texts = defineTexts("errors.record", {
  notFinite: "the loss was no longer a finite number; a smaller learning rate or a higher temperature may help",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.record": typeof texts;
  }
}
