import { defineTexts } from "../i18n/message";

/** What an arm is called that has no label of its own: its objective, and what sets it apart. */
export const texts = defineTexts("config", {
  arm: "{objective}, {overrides}",
  overrides: "{first}, {other}",
  temperature: "\u03c4 {value}",
  learningRate: "lr {value}",
  option: "{option} {value}",
  rules: { fixed: "fixed", learned: "learned", scheduled: "scheduled", ess: "ess" },
});

declare module "../i18n/message" {
  interface TextRooms {
    config: typeof texts;
  }
}
