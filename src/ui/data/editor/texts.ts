import { defineTexts } from "../../../i18n/message";

/** What is said where somebody says what is what in data. */
export const texts = defineTexts("data.editor", {
  tab: "What is what",
  change: "Say otherwise what is what",
  lead: {
    columns: "What each column was taken for, and why. Change what is wrong, then read again.",
    arrays: "What each array was taken for, and why. Change what is wrong, then read again.",
    pictures: "How the pictures were taken. Change what is wrong, then read again.",
  },
  name: { columns: "Column", arrays: "Array" },
  firstRows: "First rows",
  shape: "Shape and first values",
  role: "Taken for",
  roleOf: "{name} is taken for",
  reason: "Why",
  nameless: "(no name)",
  guessed: "Guessed: {role}",
  guess: "To be guessed",
  asFound: "As found: {option}",
  group: "{first} to {last}",
  columns: "{count, plural, one {1 column} other {# columns}}",
  expand: "One by one",
  more: "{count, plural, one {1 more column was} other {# more columns were}} taken as the last of these.",
  preview: "The first samples with this layout",
  unfilled: "{height} \u00d7 {width} \u00d7 {channels} makes {product, number} numbers; a row has {size, number}.",
  again: "Read again",
  restarts: "Training starts over with it.",
  revert: "As guessed",
  undo: "Take the changes back",
  /** Where files could not be read. */
  offer: {
    title: "{name} was not understood",
    hint: "Say what is what in it, and it is read again.",
    open: "Say what is what",
  },
  refused: "It was not taken: {reason}",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "data.editor": typeof texts;
  }
}
