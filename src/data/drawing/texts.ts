import { defineTexts } from "../../i18n/message";

/** Why a class cannot be called so, and why a line that was pasted becomes no point. */
export const texts = defineTexts("errors.drawing", {
  noName: 'A class cannot be called "{name}": in tables, that stands for nothing.',
  longName: "The name of a class has at most {most} characters.",
  sameName: '"{name}" is another class already.',
  tooLong: "At most {most} characters are read at once.",
  nothing: "No line of coordinates was found. Write x, y and perhaps a class in each line.",
  noneRead: "No point was read. {reason}",
  noCell: "Line {line} has no {column}.",
  noNumber: 'Line {line}, {column}: "{cell}" is no number.',
  openCell:
    'Line {line}, {column}: "{cell}" may be above 1000 or have decimals. Leave out the marks between thousands.',
  manyCells: "Line {line} has {count, plural, one {1 cell} other {# cells}}; x, y and a class are read.",
  manyClasses: 'Line {line}: there is no room for class "{name}", {most} are the most.',
  full: "Line {line}: {most} points are the most.",
  inLine: "Line {line}: {problem}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.drawing": typeof texts;
  }
}
