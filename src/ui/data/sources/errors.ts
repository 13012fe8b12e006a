import { defineTexts } from "../../../i18n/message";

/** Why what was dropped cannot be looked through. */
export const texts = defineTexts("errors.dropped", {
  unreadable: "{path} could not be read ({reason}).",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.dropped": typeof texts;
  }
}
