import { defineTexts } from "../../i18n/message";

/** What was guessed of tables and arrays, and why; and what is wrong with what was said of them. */
export const texts = defineTexts("interpretation", {
  said: "as it was said",
  unclear: "as yet unclear",
  labelNamed: "its name says so",
  labelWords: "its few words come again and again",
  labelWhole: "few whole numbers beside measurements",
  labelBeside: "beside pixels",
  otherLabel: "that could be the label as well",
  continuous: "of too many numbers to be classes",
  identifierNamed: "telling rows apart, by name and values",
  nameless: "without a name, like the index of a table",
  counter: "counting the rows",
  words: "of text",
  identifierWords: "of text that differs in every row",
  dates: "of dates or times",
  picturePaths: "of names of pictures",
  constant: "always the same",
  nothing: "with nothing in it",
  mostlyMissing: "mostly empty",
  split: "its words name parts of the data",
  number: "numbers",
  pixel: "one pixel of a picture",
  view: "its name begins with {prefix}",
  twin: "of the same shape as {other}, and called its other view",
  ragged: "of lists that are not all of one length",
  noNumbers: "of lists that are not of numbers",
  noCells: "of a kind that is not read ({kind})",
  foreignColumn: "that the training table does not have",
  besideLabel: "beside the labels",
  unequalColumns:
    "{name} has {first, plural, one {1 column} other {# columns}} a_..., {second} b_...: two views have as many columns each.",
  unequalTables:
    '{name} holds {count, plural, one {1 row} other {# rows}} of {columns, plural, one {1 number} other {# numbers}}, {otherName} {otherCount} of {otherColumns}: as two views of the same samples they must be equal. (Training and test files have "train" and "test" in their names.)',
  unequalParts:
    "{name} has {columns, plural, one {1 number} other {# numbers}} in a row, {testName} {testColumns}: training and test rows must be alike.",
  missingColumn: "{name} has no column {column}, which the other tables have.",
  tooManyClasses:
    "{name} holds {count} different labels, at most {most} are read. Rename the column if these are numbers to learn from.",
  noColumn: "{name} has no column {column}. It has: {columns}.",
  twoLabels: "{name}: columns {column} and {other} are both said to be the label; one is.",
  tooManyCategories: "{name}, column {column} holds {count} different words; for categories at most {most} are read.",
  mixed:
    '{name}, row {row}, column {column}: "{cell}" is not a number; of {rows, plural, one {1 cell} other {# cells}} {count} are none. Leave the column out, or make it the label or categories.',
  noPictures:
    "{name}: rows of {size, plural, one {1 number} other {# numbers}} are no pictures of {shape} (height, width, channels).",
  noRoom: "{name} holds more numbers than fit into memory.",
  noPart: "{name}, column {column}: {word} names no part of the data (train, test, val).",
  noBrightness:
    "{name}: the rows hold numbers from {low} to {high}; pixels are from 0 to 255, or from 0 to 1. They can be taken as plain features.",
  onlyPaths: "{name} holds names of pictures, and no numbers: bring the pictures along with it.",
  noFeatures: "{name} holds no column of numbers.",
  leftTooFew:
    "{name}: {count, plural, one {1 row is} other {# rows are}} left of {rows}, since cells are missing, the first in row {row}, column {column}. They can be filled with their column's mean, or the column left out.",
  submission: "to be filled in and handed in",
  otherColumns: "with other columns than {other}",
  validation: "for validation",
  besideViews: "beside the two tables of views",
  missingCells: "with missing cells",
  strayWords: "with words among numbers, such as units, or missing cells",
  label: "Column {column} ({reason}).",
  splitBy: "By column {column} ({reason}).",
  countsRows: "{columns} counts the rows: where they are sorted by class, it gives the class away.",
  equalsLabel: "{columns} has a value of its own for each class: it gives the class away.",
  standsForNothing:
    "{columns} holds a number like -999 far from all others: it may stand for a missing cell, and is taken for a measurement.",
  outOfRange:
    "{columns} holds values far out of the range of nearly all others: once it is scaled, those are nearly one number.",
  hardlyVaries: "{columns} is nearly always the same.",
  filled:
    "{name}: {count, plural, one {1 missing cell has} other {# missing cells have}} taken the mean of their columns.",
  joined: "{names}: more rows of the same columns.",
  twoViews: "{name} and {other}: two views of each sample.",
  pictures: "Rows are pictures of {height} x {width}{channels, select, 3 { in color} other {}}.",
  stretched: "The brightest pixel is {high}: brightness was stretched to 255.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    interpretation: typeof texts;
  }
}
