import { defineTexts } from "../../../i18n/message";

/** What a data set of drawn letters is called. */
export const texts = defineTexts("data.glyphs", {
  title: "Glyphs, {classes, plural, one {1 letter} other {# letters}}",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "data.glyphs": typeof texts;
  }
}
