import { defineTexts } from "../i18n/message";

/** What can happen to the training worker. */
export const texts = defineTexts("errors.worker", {
  noRun: "There is no run that could be changed.",
  notLoaded: "Either the connection failed, or there is a new version of the page, which a reload brings.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.worker": typeof texts;
  }
}
