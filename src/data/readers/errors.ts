import { defineTexts } from "../../i18n/message";

/** Why what was picked cannot be read, whatever its format. */
export const texts = defineTexts("errors.readers", {
  unreadable: "{name} could not be read ({reason}). Was it moved or changed after it was picked?",
  tooManyFiles: "More than {most} files were picked; at most so many are read. Put them into a ZIP.",
  mixed:
    "{name} and {otherName} are of different formats ({format} and {otherFormat}): pick the files of one data set.",
  unknown: "{name} is of no known format. {advice}",
  document:
    "{name} is {kind, select, workbook {a spreadsheet: save its table as CSV, and bring that} text {a text document, which holds no data set} slides {a presentation, which holds no data set} other {a PDF, which holds no data set}}.",
  documentBut: "{document} {advice}",
  unknownWithin: "{name} holds no file of a known format; the first in it is {first}. {advice}",
  otherPicture: "{name} is a picture that no browser decodes: save it as PNG. {advice}",
  emptyArchive: "{name} is an archive with nothing in it.",
  isForeign: "{name} is {why}.",
  noneReadable: "{name} holds nothing that can be read; {count, plural, one {1 file is} other {# files are}} {why}.",
  whatIsRead: "What is read: {formats}.",
  list: "{first}; {other}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.readers": typeof texts;
  }
}
