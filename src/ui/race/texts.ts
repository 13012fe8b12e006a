import { defineTexts } from "../../i18n/message";

/** What the Race says: its presets and its verdict. */
export const texts = defineTexts("race", {
  presets: {
    label: "Experiment",
    custom: "Own settings",
    changed: "changed",
    /** Before the summary of a preset whose settings are no longer the ones on the page. */
    before: "Before your changes:",
    restore: "Back to the preset",
  },
  /** Under where an experiment was opened from. */
  interrupted: {
    stopped: "The run \u201c{run}\u201d stopped at step {step} of {steps} ({when}).",
    elsewhere: "It was trained on {adapter}: here it goes on, but no longer to the bit.",
    goOn: "Go on",
    discard: "Discard",
  },
  origin: { back: "Back to it" },
});

declare module "../../i18n/message" {
  interface TextRooms {
    race: typeof texts;
  }
}
