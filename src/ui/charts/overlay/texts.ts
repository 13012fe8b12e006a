import { defineTexts } from "../../../i18n/message";

/** What is said of several runs in one chart. */
export const texts = defineTexts("overlay", {
  title: "Behind it",
  ghost: "ghost: {name}",
  ghostHint: "The run before. The axes are not made for it: where it goes further, it leaves them.",
  reference: "reference from the link{has, select, true {: {title}} other {}}",
  referenceHint:
    "Mean of {n, plural, one {1 seed} other {# seeds}}, rounded, from a link: not measured here. It has no spread and no single seeds, so it is in no comparison, verdict or table of runs. The axes are not made for it.",
  colorBy: "Colors stand for",
  colorings: { arm: "arms", run: "runs" },
  colorHint: {
    arm: "An arm has one color in all runs; a run has a dash, a shade and its number.",
    run: "A run has one color; an arm has its dash in all of them.",
  },
  readings: "Values at the cursor",
  remove: "Draw {name} no more",
  left: "{n, plural, one {# more run is} other {# more runs are}} selected, but not drawn: more could not be told apart.",
  notInDifference: "Not drawn while the paired difference is.",
  notPlaced: "has no place on this x axis",
  finals: "Final values",
  finalsGuide:
    "What came of each arm of each run. Bars are means over the seeds, dots the seeds; of what is noisy, the mean over the last 50 steps. A learner that stopped has none.",
  noFinals: "None of these runs has measured it yet.",
  metric: "Metric of the final values",
  arm: "arm",
  mean: "mean",
  seeds: "seeds",
  against: "This run minus",
  /** `step 200` or `mean over steps 150 to 199` */
  inBoth: "{place} in both",
  inEach: "{here} of this run, {there} of the other",
  noTwin: "no arm of that run is called the same.",
  notMeasured: "not measured in both yet.",
  noDifference: "not measured in both.",
  interval: "95% interval {low} to {high}",
  noInterval: "no interval with one value on a side",
  holdsZero: "it holds 0",
  paired: "paired over {n, plural, one {# seed} other {# seeds}}, which share data, batches and augmentations.",
  unpaired:
    "unpaired (Welch; {n} and {m} values), as the runs differ in {settings}: what their seeds share does not cancel.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    overlay: typeof texts;
  }
}
