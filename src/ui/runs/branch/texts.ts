import { defineTexts } from "../../../i18n/message";

/** What a branch of a kept run would be, before it is begun. */
export const texts = defineTexts("runs.branch", {
  branch: "Branch at step {step}",
  hint: "A new run from there on, with the settings that are set now; this one stays as it is.",
  same: "A branch at step {step} would have the same settings.",
  changed: "A branch at step {step} would change {n, plural, one {1 setting} other {# settings}}",
  refused: "A branch cannot change {names}",
  why: "{name}: {why}.",
  fresh: {
    optimizer: "The optimizer begins anew: what it has gathered is of the old settings.",
    memories: "What the old objective of an arm has kept of samples or learners is left behind.",
    learned: "Learned temperatures begin anew at the temperature that is set.",
    controllers: "The controllers of temperatures begin anew at the temperature that is set.",
    stopping: "The rules for the end of the run count anew.",
  },
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "runs.branch": typeof texts;
  }
}
