import { defineTexts } from "../../i18n/message";

/** What the page says around a lesson; the lesson's own words are its teacher's. */
export const texts = defineTexts("lesson", {
  lesson: "Lesson",
  untitled: "A lesson",
  leave: "Leave the lesson",
  leaves: "Shows the whole page, with this run and these settings",
  left: "You left the lesson \u201c{title}\u201d.",
  back: "Back to the lesson",
  forget: "Do not come back to it",
  predictFirst: "First say what you expect: then press Play.",
  pressPlay: "Press Play.",
  stopsAt: "Training stops at step {step}.",
  stopped: "Step {step}: this is as far as the lesson goes.",
  unmeasured: "This run measured nothing that answers the question.",
  ask: {
    between: "Which arm will end with the higher value: {metric}?",
    growth: "Will it be higher at the end than at the beginning: {metric} of {arm}?",
  },
  choices: { rises: "Yes, higher", falls: "No, lower", same: "No difference that these seeds can show" },
  outcomes: {
    higher: "{arm} ended higher.",
    rises: "It ended higher.",
    falls: "It ended lower.",
    same: "The interval holds zero: these seeds cannot tell.",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    lesson: typeof texts;
  }
}
