import { defineTexts } from "../../i18n/message";

/** What is said around the sentences of the rules. */
export const texts = defineTexts("narration", {
  over: "mean over steps {from} to {to}",
  at: "step {step}",
  title: "What the numbers say",
  /** Opens the reasons, and what else there is to say. */
  why: "{n, plural, one {Why} other {All # and why}}",
  less: "Less",
  /** Before the definition and source of what a sentence rests on. */
  from: "{metric}: {source}.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    narration: typeof texts;
  }
}
