import { defineTexts } from "../../i18n/message";

/** What the charts say, beside what the metrics say of themselves. */
export const texts = defineTexts("charts", {
  step: "step",
  atStep: "step {step}",
  cursor: "cursor at step {step}",
  scale: { linear: "lin", log: "log" },
  scaleLabel: "Scale of the axis",
  what: "What the chart {chart} shows",
  smoothing: "Smoothing",
  smoothingHint: "Moving average of the lines; the raw values stay behind it, and the band spans the seeds.",
  difference: "Paired difference",
  differenceHint: "Arm B minus arm A of the same seed: mean and 95% t interval over seeds.",
  differenceOf: "{b} \u2212 {a}",
  /** Of a run that was changed while it went on, or went on elsewhere. */
  changed: "{n} changes",
  elsewhere: "on another device",
  waiting: {
    step: "Press play to begin.",
    preparing: "The run is being prepared.",
    never: "Not measured in this run.",
    /** Charts out of view are not drawn: this is for who reads them without seeing them. */
    outOfView: "Measured, and drawn as soon as it is in view.",
    /** While the run is under way, until the first value comes. */
    untrained: "Measuring the untrained learners, then training step 1 \u2026",
    firstStep: "Training step 1 \u2026",
    soon: "Being measured.",
    unlabeled: "Cannot be measured: the data has no labels.",
    oneArm: "Needs a second arm to compare with.",
    gradientProbe: "Measured {step, plural, one {at every step} other {every # steps}}; press play.",
    evaluation: "Measured {step, plural, one {at every step} other {every # steps}}; press play.",
    atEnd: "Measured at the end, after step {step}.",
    off: "Turned off under Settings, Measuring.",
  },
  menu: "Options of the chart {title}",
  enlarge: "Enlarge (double press)",
  enlargeChart: "Enlarge the chart {title}",
  shrink: "Back to all charts (Escape)",
  showTable: "Show as a table",
  showChart: "Show as a chart",
  logAxis: "Logarithmic axis",
  linearAxis: "Linear axis",
  savePng: "Save as PNG",
  saveSvg: "Save as SVG",
  about: "What {title} means",
  source: "Source",
  better: { higher: "higher is better", lower: "lower is better" },
  region: "Chart: {title}. Arrow keys move the cursor, Enter enlarges it.",
  grid: "Diagnostics",
  layers: {
    title: "Layers",
    layer: "layer",
    options: { gradientNoise: "relative", gradientVariance: "raw", varianceQuantiles: "per parameter" },
    axis: {
      gradientNoise: "share of noise in a batch's gradient",
      gradientVariance: "gradient variance, tr V",
      varianceQuantiles: "variance of one parameter's gradient: median, and 10% to 90% of the layer",
    },
  },
  signal: {
    title: "SNR of parameters",
    axis: "|m| / \u221aV of a parameter, over the probe's batches",
    bin: "ratio from",
    noise: "1/\u221aR = {value}",
    median: "{label}: median",
  },
  anchor: {
    title: "Weight of an anchor",
    guide:
      "How much each loss lets an anchor count, by how surely it has found its twin. All of them move an anchor along the same direction. InfoNCE multiplies it by \u03be/(1+\u03be), so anchors that are already solved (left) fall silent. FlatNCE counts all alike. Below: where the anchors are now, but for at most 2% beyond either end.",
    says: "InfoNCE lets solved samples go; FlatNCE does not.",
    x: "solved \u2190 log \u03be, in nats \u2192 confused",
    waiting: "The histogram appears with the first step.",
    histogram: "step {step}{queue, select, true {, of the batch; the loss sees the queue} other {}}",
    mean: "mean:",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    charts: typeof texts;
  }
}
