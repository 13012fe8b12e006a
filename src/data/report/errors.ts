import { defineTexts } from "../../i18n/message";

/** What is wrong with a report in a document. */
export const texts = defineTexts("errors.dataReport", {
  tooLong: "is longer than this program writes it",
  noSentence: "must be a text with all its arguments, of no more letters than this program writes",
  noSum: "must find as many as are taken and left out",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.dataReport": typeof texts;
  }
}
