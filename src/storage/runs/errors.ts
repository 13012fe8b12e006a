import { defineTexts } from "../../i18n/message";

/** What can be wrong with the columns of a run that was kept. */
export const texts = defineTexts("errors.runs", {
  noColumns: "There are no curves in what is stored of this run.",
  otherVersion: "The curves of this run were written by another version of the page (format {version, number}).",
  tooLarge: "The curves of this run say that they are of {length, number} bytes, which is more than a page can hold.",
  cutShort: "The curves of this run are cut short: {found, number} bytes of {length, number}.",
  damaged: "The curves of this run are damaged: {reason}",
  mismatch: "The curves of this run do not fit its settings.",
  none: "This run was kept without its curves: only what the table shows is left of it.",
  notThere: "There is no run {id} among those that are kept.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.runs": typeof texts;
  }
}
