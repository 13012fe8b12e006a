import { operations } from "./operations";

/** Words of the settings panel in English. */
export const settings = {
  title: "Settings",
  /** The most important ones, where the rest is folded up. */
  gist: (batch: number, temperature: string, seeds: string) => `batch ${batch}, \u03c4 ${temperature}, ${seeds}`,
  more: "More",
  less: "Less",
  /** What a learning rate comes to; arms may have others. */
  rateAtBatch: (rate: string, batch: number) => `At batch ${batch} the learning rate is ${rate}.`,
  encoderCost: (parameters: string, millions: string) =>
    `${parameters} parameters per learner; ${millions} million multiply-accumulates per step of all learners.`,
  expectedTime: (milliseconds: string) => `At the speed of the last run that is about ${milliseconds} ms.`,
  automatic: "auto",
  clear: "Back to automatic",
  restart: "Needs a restart.",
  notSet: "not set",
  /** Resets the augmentation. */
  simclr: "SimCLR",
  simclrHint: "1 is SimCLR's recipe.",
  simclrTitle: "Strength 1, everything automatic, no noise",
  off: "off",
  operations,
  numberExpected: (low: string, high: string) => `a number from ${low} to ${high}`,
  wholeExpected: (low: string, high: string) => `a whole number from ${low} to ${high}`,
};
