import { defineTexts } from "../i18n/message";

/** What can happen to the training worker. */
export const texts = defineTexts("errors.worker", {
  noRun: "There is no run that could be changed.",
  nothingToExtract: "There is no run whose embeddings could be saved.",
  replacedMeanwhile: "Another run took the place of the one whose embeddings were being saved.",
  notLoaded: "Either the connection failed, or there is a new version of the page, which a reload brings.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.worker": typeof texts;
  }
}
