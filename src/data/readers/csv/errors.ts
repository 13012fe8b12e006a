import { defineTexts } from "../../../i18n/message";

/** Why a text cannot be read as a table. */
export const texts = defineTexts("errors.csv", {
  tooLarge: "{name} has {size} bytes; text of at most {most} bytes is read. Use NPY.",
  brokenQuotes: "{name}, row {row}: {problem}.",
  unequalRows: "{name}, row {row} has {columns, plural, one {1 column} other {# columns}}, the first row has {width}.",
  noRows: "{name} holds no row of numbers.",
  tooWide: "{name} has more than {most} columns, the most that are read. Use NPY.",
  openMark:
    '{name}, row {row}, column {column}: "{cell}" may be a number above 1000 or one with decimals, and no other cell settles it. Say which decimal mark the file has (dataset.interpretation.decimal: point or comma).',
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.csv": typeof texts;
  }
}
