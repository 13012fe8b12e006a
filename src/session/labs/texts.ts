import { defineTexts } from "../../i18n/message";

/** What became of a document of a lab that was opened. */
export const texts = defineTexts("labDocuments", {
  whole: "Opened {name}: it is complete.",
  wholeCells: "Opened {name}: {total, plural, one {its # cell is} other {all # cells are}} there.",
  part: "Opened {name}: a part is missing.",
  partCells:
    "Opened {name}: {missing} of {total, plural, one {# cell} other {# cells}} {missing, plural, one {is} other {are}} missing.",
  lacks: "{opened} An earlier version measured it, without {metrics}.",
  goesOn: "{opened} Continue measures what is missing.",
  beginsAnew:
    "{opened} It was measured on {before}; numbers of two devices are not mixed, so Continue would measure all of it anew on {here}. npm run sweep goes on with the file where it came from.",
  otherKept:
    "{opened} What was measured here with the same settings is kept as long as this is not gone on with, and shown again after a reload.",
  noJson: "{name} is not JSON: {reason}",
  wrong: "{name}: {problem}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    labDocuments: typeof texts;
  }
}
