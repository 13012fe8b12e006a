import { defineTexts } from "../i18n/message";

/** What can go wrong with every lab. */
export const texts = defineTexts("errors.labs", {
  notLoaded:
    "its file could not be loaded ({reason}). Run it again once there is a connection; where there is a new version of the page, a reload brings it.",
  laterSchema: "is {schema}, of a later version of this program: this one reads {latest}",
  noLab: "must be one of {labs}",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.labs": typeof texts;
  }
}
