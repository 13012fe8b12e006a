import { defineTexts } from "../i18n/message";

/** What can be wrong with a store, and with what is in it. */
export const texts = defineTexts("errors.storage", {
  blocked: "Another tab with an older version of this page holds the store: close it, and reload.",
  later: "A later version of this page has used the store: reload to go on with that one.",
  silent: "The browser does not answer when it is asked for the store.",
  noLab: "names no lab of this version",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.storage": typeof texts;
  }
}
