import { defineTexts } from "./message";

/** What this room itself says: units, what joins texts, and what has no text of its own. */
export const texts = defineTexts("i18n", {
  verbatim: "{text}",
  /** What has no point at its end yet. */
  sentence: "{text}.",
  /** Parts of a sentence that are put together as they come. */
  clauses: "{first}; {other}",
  items: "{first}, {other}",
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
