import { defineTexts } from "./message";

/** What this room itself says: units, and what has no text of its own. */
export const texts = defineTexts("i18n", {
  verbatim: "{text}",
  nothing: "\u2013",
  thousands: "{value}k",
  millions: "{value}M",
  bytes: ["{value} bytes", "{value} kB", "{value} MB", "{value} GB"],
});

declare module "./message" {
  interface TextRooms {
    i18n: typeof texts;
  }
}
