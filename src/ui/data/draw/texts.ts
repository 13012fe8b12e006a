import { defineTexts } from "../../../i18n/message";

/** What is said where points are drawn. */
export const texts = defineTexts("draw", {
  title: "Draw points",
  plane: "Plane, x {left} to {right}, y {bottom} to {top}",
  keys: "Arrow keys move the cursor (finer with Shift), Space puts a point, a number chooses the class.",
  mode: "Mode",
  modes: { draw: "Draw", erase: "Erase" },
  spread: "Spread",
  undo: "Undo",
  redo: "Redo",
  clear: "Clear",
  paste: "Paste coordinates",
  pasted: "Coordinates",
  pasteHint: "One point in each line: x, y and perhaps its class. Lines without one join the chosen class.",
  add: "Add points",
  added: "{count, plural, one {1 point} other {# points}} added.",
  addedSome:
    "{count, plural, one {1 point} other {# points}} added, {left, plural, one {1 line} other {# lines}} left out. {reason}",
  classes: "Class to draw",
  points: "{count, plural, one {1 point} other {# points}}",
  addClass: "Add a class",
  name: "Name of the class",
  at: "{x}, {y}",
  put: "{name} at {x}, {y}. {count, plural, one {1 point} other {# points}}.",
  erased: "Erased at {x}, {y}. {count, plural, one {1 point} other {# points}} left.",
  full: "{most} points are the most.",
  few: "{needed} points at least, for batches of {batchSize}: {missing} to go.",
  oneClass: "One class: accuracies cannot be measured.",
  kept: "Kept on this device; nothing is uploaded.",
  use: "Use these points",
  refused: "No run could be started with these points. What is drawn stays.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    draw: typeof texts;
  }
}
