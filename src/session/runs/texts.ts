import { defineTexts } from "../../i18n/message";

/** What is wrong with a record that comes from outside, and what came of those that were brought. */
export const texts = defineTexts("errors.imports", {
  strangeLearner: "is of no arm and seed of its config ({arms, number} arms, {seeds, number} seeds)",
  noJson: "is not JSON: {reason}",
  noneInside: "holds no record of a run",
  noRecord: "{name}: {problem}",
  imported: "{n, plural, one {1 run was} other {# runs were}} imported.",
  known: "{n, plural, one {1 was} other {# were}} here already.",
  left: "{n, plural, one {1 file} other {# files}} could not be read: {reasons}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.imports": typeof texts;
  }
}
