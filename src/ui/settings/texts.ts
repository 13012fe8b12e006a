import { defineTexts } from "../../i18n/message";

/** What the settings say beside the names of the fields (sections/). */
export const texts = defineTexts("settings", {
  title: "Settings",
  /** The most important ones, where the rest is folded up. */
  gist: "batch {batch}, \u03c4 {temperature}, {seeds}",
  more: "More",
  less: "Less",
  encoderCost: "{parameters} parameters per learner; {millions} million multiply-accumulates per step of all learners.",
  expectedTime: "At the speed of the last run that is about {milliseconds} ms.",
  automatic: "auto",
  clear: "Back to automatic",
  backToPreset: "Back to {value} (preset)",
  backToDefault: "Back to {value} (default)",
  /** Of the dot beside a setting. */
  differs: "{name} was changed. {back}",
  restart: "Needs a restart.",
  /** Resets the augmentation. */
  simclr: "SimCLR",
  simclrHint: "1 is SimCLR's recipe.",
  simclrTitle: "Strength 1, everything automatic, no noise",
  off: "off",
  numberExpected: "a number from {low} to {high}",
  wholeExpected: "a whole number from {low} to {high}",
  /** From one preset to another. */
  move: "{before} \u2192 {after}",
  pending: {
    next: "Next run",
    nextOf: "Next run: {title}",
    /** Which, where they are few. */
    named: "{n, plural, one {1 change} other {# changes}}: {names}",
    many: "{n, plural, one {1 change} other {# changes}}",
    another: "{n, plural, one {1 change} other {# changes}}: another preset",
    change: "{name}: {before} \u2192 {after}",
    apply: "Restart with it",
    applyNow: "Apply to this run",
    applyHint: "From its next step on, without a restart: {names}. The record and the charts say where.",
    stretched: "What follows a schedule is stretched to the new last step, so that it jumps there.",
    discard: "Discard",
  },
  arms: {
    add: "Add an arm",
    remove: "Remove this arm",
    edit: "Edit the arm {label}",
    objective: "Objective",
    label: "Label",
    labelHint: "from the objective",
    colour: "Colour",
    colorDefault: "Default colour",
    /** By their places in the palette. */
    palette: ["Blue", "Vermilion", "Bluish green", "Reddish purple", "Orange", "Sky blue", "Yellow", "Black"],
    temperature: "Temperature",
    temperatureRule: "Temperature over time",
    learningRate: "Learning rate",
    batchSize: "Batch size",
    precision: "Precision of the loss",
    precisionHint:
      "Logits, softmax and their gradient are rounded to this format, as in low-precision training. A cross-entropy loses the gradient of solved positives; FlatNCE's stays \u22121 in any format.",
    precisions: { float32: "float32", float16: "float16", bfloat16: "bfloat16", float8e4m3: "float8 (e4m3)" },
    inherited: "{value} (shared)",
    byDefault: "{value} (default)",
    phi: "\u03c6(v), with v = log \u03be",
    phiHint: "Numbers, v, + \u2212 * / ^, exp, log, sqrt, tanh, sigmoid, softplus. It has to grow with v.",
    noObjective: "No objective of this name",
    stopped: "{n} of {of, plural, one {1 seed} other {# seeds}} stopped",
    stoppedDetail: "seed {seed} at step {step}: {reason}",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    settings: typeof texts;
  }
}
