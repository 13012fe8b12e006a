import { defineTexts } from "../../../i18n/message";

/** Why what was dropped cannot be looked through, or is not wanted. */
export const texts = defineTexts("errors.dropped", {
  unreadable: "{path} could not be read ({reason}).",
  elsewhere: "Nothing was taken: this page is not for data of your own. Open the Race, and drop it there.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.dropped": typeof texts;
  }
}
