import { defineTexts } from "../i18n/message";

/** What can go wrong with every lab. */
export const texts = defineTexts("errors.labs", {
  notLoaded:
    "its file could not be loaded ({reason}). Run it again once there is a connection; where there is a new version of the page, a reload brings it.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.labs": typeof texts;
  }
}
