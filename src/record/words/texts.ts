import { defineTexts } from "../../i18n/message";

/** What is said of two arms that were compared, and of why they cannot be. */
export const texts = defineTexts("verdict", {
  title: "Verdict",
  compare: "Compare",
  comparedWith: "with",
  none: "Nothing is measured yet.",
  oneArm: "Add a second arm to compare.",
  first: "{metric} is measured as soon as the run starts: press play.",
  underWay: "{metric} is being measured.",
  never: "{metric} was not measured in this run.",
  notYet: "{metric} is next measured at step {step}.",
  off: "{metric} is not measured: it is turned off under Settings, Measuring.",
  unlabeled: "{metric} cannot be measured: the data has no labels.",
  allStopped: "There is nothing to compare: no seed is left whose learners ran on in both arms.",
  /** First what can be said, then the numbers that it rests on. */
  oneSeed: "One seed says little: use two at least.",
  detected: "{ahead} is ahead by {difference}{soFar, select, true { so far} other {}}.",
  untrained: "Measured before the first step: all arms of a seed start from the same weights.",
  early: "Not settled yet: the interval holds 0.",
  /** Not that there is none: a wide interval is no evidence of equality. */
  undetected: "Too small for {n, plural, one {1 seed} other {# seeds}} to tell: the interval holds 0.",
  higher: "{b} is above {a} by {difference}{soFar, select, true { so far} other {}}.",
  lower: "{b} is below {a} by {difference}{soFar, select, true { so far} other {}}.",
  /** After the steps that the page trained by itself. */
  unasked: "Paused to spare your machine: Play goes on.",
  points: "points",
  /** Of what was looked at before the run is over. */
  provisional: "provisional",
  seeds: "{n, plural, one {1 seed} other {# seeds}}",
  at: "step {step}",
  midway: "step {step} of {steps}",
  mean: "mean over steps {from} to {to}",
  lost: "{n, plural, one {1 seed is} other {# seeds are}} left out: a learner stopped",
  /** Which of the two arms has more, or with a minus less. */
  with: "{metric} {difference} with {b}",
  /** Of Student, over the differences of the seeds. */
  interval: "95% interval {low} to {high}, paired t over {n, plural, one {1 seed} other {# seeds}}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    verdict: typeof texts;
  }
}
