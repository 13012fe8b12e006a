import { defineTexts } from "../../i18n/message";

/** What was guessed of tables and arrays, and why; and what is wrong with what was said of them. */
export const texts = defineTexts("interpretation", {
  said: "as it was said",
  labelNamed: "its name says so",
  labelWords: "its few words come again and again",
  labelWhole: "few whole numbers beside measurements",
  labelBeside: "beside pixels",
  otherLabel: "a second label",
  continuous: "{count, plural, one {1 number} other {# different numbers}}: no classes",
  identifierNamed: "its name and its values, all different, tell rows apart",
  nameless: "it has no name, like the index of a table",
  counter: "it counts the rows",
  words: "text, {count, plural, one {1 word} other {# words}}",
  identifierWords: "text, different in every row",
  dates: "dates or times",
  picturePaths: "names of pictures",
  constant: "always the same",
  nothing: "nothing is in it",
  mostlyMissing: "most of it is empty ({missing} of {count})",
  split: "its words name parts of the data",
  number: "numbers",
  pixel: "one pixel of a picture",
  view: "its name begins with {prefix}",
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
  noSuchClasses: "{name} shares no class with {other}",
  noLabels: "{name} has no labels",
  submission: "{name} is a form to be filled in",
  otherColumns: "{name} has other columns than {other}",
  validation: "{name} is for validation",
  held: "a part of the training samples is held out",
  label: "Label: {column} ({reason}).",
  noLabel: "No column is the label.",
  leftOut: "Left out: {column} ({reason}).",
  rowsLeftOut:
    "{name}: {count, plural, one {1 row} other {# rows}} of {rows} left out, where cells are missing (first: row {row}, column {column}).",
  filled:
    "{name}: {count, plural, one {1 missing cell has} other {# missing cells have}} taken the mean of their columns.",
  aside: "Left aside: {reason}.",
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
