import { defineTexts } from "../../../i18n/message";

/** Why there is nothing to read. */
export const texts = defineTexts("errors.files", {
  gone: 'The files "{name}" are not at hand: pick them again.',
  none: "No files are picked yet: choose some under Data, or drop them on the page.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.files": typeof texts;
  }
}
