import { defineTexts } from "../../../i18n/message";

/** Why there is nothing to read. */
export const texts = defineTexts("errors.files", {
  gone: 'The files "{name}" are not at hand: pick them again.',
  others:
    'The files "{name}" that are at hand have other contents than those of these settings: drop the right ones again, or these to ask about them.',
  none: "No files are picked yet: choose some under Data, or drop them on the page.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.files": typeof texts;
  }
}
