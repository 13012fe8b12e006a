import { defineTexts } from "../../../i18n/message";

/** What can be wrong with a table of numbers. */
export const texts = defineTexts("errors.csv", {
  tooLarge: "{name} has {size} bytes; text of at most {most} bytes is read. Use NPY.",
  unequalParts:
    "{name} has {columns, plural, one {1 number} other {# numbers}} in a row, {testName} {testColumns}: training and test rows must be alike.",
  tooManyClasses:
    "{name} holds {count} different labels, at most {most} are read. Rename the column if these are numbers to learn from.",
  brokenQuotes: "{name}, row {row}: {problem}.",
  unequalRows: "{name}, row {row} has {columns, plural, one {1 column} other {# columns}}, the first row has {width}.",
  noRows: "{name} holds no row of numbers.",
  noColumns: "{name} holds no column of numbers.",
  noRoom: "{name} holds more numbers than fit into memory.",
  tooManyFiles:
    '{names}: one file, or two files of paired samples, are read for training, and as many with "test" in their names for testing.',
  unequalViews:
    '{name} holds {count, plural, one {1 row} other {# rows}} of {columns, plural, one {1 number} other {# numbers}}, {otherName} {otherCount} of {otherColumns}: as two views of the same samples they must be equal. (Training and test files have "train" and "test" in their names.)',
  unequalColumns:
    "{name} has {first, plural, one {1 column} other {# columns}} a_..., {second} b_... and {others, plural, one {1 other} other {# others}}: two views have as many columns each, and nothing else but a label.",
  emptyCell: "{name}, row {row}, column {column}: there is nothing; a number is needed.",
  noNumber: '{name}, row {row}, column {column}: "{cell}" is not a number; a number is needed.',
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.csv": typeof texts;
  }
}
