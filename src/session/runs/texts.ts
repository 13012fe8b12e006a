import { defineTexts } from "../../i18n/message";

/** Why a run stays, what is wrong with a record that comes from outside, and what came of those that were brought. */
export const texts = defineTexts("errors.imports", {
  strangeLearner: "is of no arm and seed of its config ({arms, number} arms, {seeds, number} seeds)",
  noJson: "is not JSON: {reason}",
  noneInside: "holds no record of a run",
  noRecord: "{name}: {problem}",
  imported: "{n, plural, one {1 run was} other {# runs were}} imported.",
  known: "{n, plural, one {1 was} other {# were}} here already.",
  elsewhere:
    "{n, plural, one {1 run is under way in another tab and stays} other {# runs are under way in other tabs and stay}}: it could only come back with its next save. Delete it there, or once it is over.",
  stays: "The run {id} was not deleted: it is under way in another tab, or this browser's storage refuses.",
  left: "{n, plural, one {1 file} other {# files}} could not be read: {reasons}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.imports": typeof texts;
  }
}
