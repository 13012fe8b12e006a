import { defineTexts } from "../i18n/message";

/** What an arm is called that has no label of its own: its objective, and what sets it apart. And how two experiments differ. */
export const texts = defineTexts("config", {
  arm: "{objective}, {overrides}",
  overrides: "{first}, {other}",
  temperature: "\u03c4 {value}",
  learningRate: "lr {value}",
  batchSize: "B {value}",
  option: "{option} {value}",
  between: "From {first} to {last}:",
  alike: "the same settings",
  change: "{name} {before} \u2192 {after}",
  rules: { fixed: "fixed", learned: "learned", scheduled: "scheduled", ess: "ess" },
});

declare module "../i18n/message" {
  interface TextRooms {
    config: typeof texts;
  }
}
