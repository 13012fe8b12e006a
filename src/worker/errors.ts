import { defineTexts } from "../i18n/message";

/** What can happen to the training worker. */
export const texts = defineTexts("errors.worker", {
  notLoaded: "The training worker could not be loaded.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.worker": typeof texts;
  }
}
