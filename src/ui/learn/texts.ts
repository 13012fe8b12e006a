import { defineTexts } from "../../i18n/message";

/** What the page around the chapters says. */
export const texts = defineTexts("learn", {
  title: "Learn",
  about: "Short chapters. Each asks what you expect, then trains small learners here, on this device, to find out.",
  chapters: "Chapters",
  done: "done",
  chapter: "Chapter {n} of {of}",
  formula: "The formula",
  experiment: "Try it",
  views: "What is measured",
  unsure: "I do not know",
  run: "Run",
  runAgain: "Run again",
  pause: "Pause",
  goOn: "Go on",
  predictFirst: "First say what you expect.",
  setsAside: "Your own run is paused and kept meanwhile; you can go back to it.",
  goBack: "Back to your own run",
  showAgain: "Show this chapter\u2019s run again",
  progress: "Step {step} of {steps}",
  progressLabel: "Steps of the experiment",
  waiting: "You see it here once the experiment runs.",
  runName: "Learn {n}: {title}",
  origin: "From chapter {n} of Learn: {title}.",
  further: "Take it further in the Race",
  right: "As you expected.",
  wrong: "Not as you expected.",
  close: "Too close to call.",
  told: "This is what came out.",
  unmeasured: "Nothing was measured that could answer the question: the learners stopped early.",
  measured: {
    between: "{metric} of {b} minus that of {a}: {value}",
    growth: "{metric} of {arm}, last minus first: {value}",
    level: "{metric} of {arm} at the end: {value}",
    ceiling: "{metric} of {arm} at the end: {value} of log K",
    sure: "{what}, at step {step}. Trained {seeds, plural, one {once} other {# times}}, each time from another random start; the true value probably lies between {low} and {high} (95% interval).",
    unsure: "{what}, at step {step}. That is a single seed, one training: nothing says how sure it is.",
  },
  falsified: "What would show that this is wrong",
  doubts: "Questions people ask here",
  previous: "Previous: {title}",
  next: "Next: {title}",
  turns: "Turn the chapters",
  keys: "The arrow keys turn the chapters.",
  marked: "Point at a symbol, or reach it by the Tab key: what it names lights up.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    learn: typeof texts;
  }
}
