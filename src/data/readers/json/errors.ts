import { defineTexts } from "../../../i18n/message";

/** Why a text of JSON cannot be read as a table. */
export const texts = defineTexts("errors.json", {
  tooLarge: "{name} has {size} bytes; JSON of at most {most} bytes is read. Use NPY or Parquet.",
  broken: "{name} cannot be read as JSON ({reason}).",
  brokenRecord: "{name}, record {row} cannot be read as JSON ({reason}).",
  noRecords: "{name} holds no records: a list of objects, an object a line, or lists of equal length by their names.",
  tooWide: "{name} has more than {most} columns, the most that are read.",
  unequalColumns: "{name}: column {column} is {count} long, those before it {other}.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.json": typeof texts;
  }
}
