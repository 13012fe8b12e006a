import { defineTexts } from "../../i18n/message";

/** What a report says beside what is measured. */
export const texts = defineTexts("report", {
  title: "FlatNCE Playground: {name}",
  several: "FlatNCE Playground: {n, plural, one {1 run} other {# runs}}",
  intro:
    "Written on {when} by {app} {version}. Every number is out of the record of the run; the file holds no script and loads nothing.",
  contents: "Contents",
  sections: {
    verdict: "Verdict",
    runs: "Runs",
    charts: "Curves",
    values: "Final values",
    differences: "Paired differences",
    settings: "Settings",
    data: "Data",
    environment: "Where it was computed",
    reproduce: "How to repeat it",
  },
  between: "{a} and {b}",
  run: {
    caption: "The runs of this report",
    name: "Run",
    started: "Begun",
    steps: "Steps",
    seeds: "Seeds",
    time: "Time",
    device: "Device",
    stepsOf: "{done} of {steps}",
    under: "Not over yet: what is said here is provisional.",
    stopped: "{label}, seed {seed}, stopped at step {step}: {reason}",
  },
  chart: {
    about:
      "Lines are means over the seeds, bands reach from the lowest seed to the highest, as on the page. The values under a chart have 95% t intervals of the mean in brackets (none below two seeds).",
    smoothed:
      "Metrics of single batches are smoothed (weight {weight} of the past), their raw mean is the faint band behind.",
    changed: "Dotted lines stand where the run was changed.",
    description: "{metric} by step, {from} to {to}. At the end: {values}.",
    nothing: "{metric} by step: nothing can be drawn.",
    labeled: "{label}: {value}",
    value: "{value} [{low}, {high}]",
    elsewhere: "{value} (step {step})",
    step: "step {step}",
    /** Above values with brackets. */
    stepWithIntervals: "step {step}: mean [95% t interval]",
    stepName: "step",
    stepHead: "Step",
    table: "Values",
    caption: "{metric} at some of the steps: mean over the seeds, [95% t interval]",
    of: "{metric}, {run}",
  },
  values: {
    caption: "Final values of {run}, mean \u00b1 half of the 95% t interval over the seeds",
    metric: "Metric",
    n: "n {n}",
    mean: "{value} \u00b1 {half}",
    rule: "A learner\u2019s final value is its last one; of metrics of single batches, the mean over the last 50 steps. A learner that stopped has none; where that leaves fewer seeds, n says how many.",
  },
  differences: {
    caption: "Paired differences of {run}, with 95% t intervals",
    compared: "Compared",
    difference: "Difference",
    interval: "Interval",
    seeds: "Seeds",
    minus: "{b} \u2212 {a}",
    range: "{low} to {high}",
    rule: "Seed by seed, since the arms of a seed share weights, batches and augmentations. Bold: the interval leaves 0 out. Of many intervals, one in twenty does so by chance.",
    none: "There is nothing to compare.",
  },
  settings: {
    preset: "Preset: {id}",
    caption: "What differs from the defaults in {run}",
    setting: "Setting",
    before: "Default",
    after: "Here",
    none: "Nothing differs from the defaults.",
    all: "All settings of {run}",
    field: "Field",
    value: "Value",
    changesCaption: "What was changed while {run} went on",
    step: "After step",
    branched: "It left the run {run} there, as a branch of it.",
    elsewhere: "It went on elsewhere; until then: {backend}, {adapter}.",
  },
  data: {
    made: "Nothing is said of them: the program makes them, or the run is older than such reports.",
  },
  environment: {
    caption: "Where {run} was computed",
    what: "What",
    is: "Used",
    backend: "Backend",
    adapter: "Adapter",
    software: "Computed on the CPU",
    kernels: "Kernels",
    kernelsRefused: "Why not the fused ones",
    composed: "Without a kernel of their own",
    tfjs: "TensorFlow.js",
    refused: "Not taken",
    userAgent: "Browser",
    yes: "yes",
    no: "no",
  },
  reproduce: {
    address: "On the page:",
    command: "On a command line, in the folder of the program:",
    files: "Its data was the user\u2019s own and is not in this file.",
    changed: "The address is of the run as it began; what was changed later is listed under its settings.",
    moved:
      "It moved to another device or version midway (its settings say when): the same seeds repeat it bit for bit only up to there.",
    exact: "The same seeds repeat it bit for bit on the same adapter with the same version.",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    report: typeof texts;
  }
}
