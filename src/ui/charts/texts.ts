import { defineTexts } from "../../i18n/message";

/** What the charts say, beside what the metrics say of themselves. */
export const texts = defineTexts("charts", {
  step: "step",
  atStep: "step {step}",
  /** Names of the x axes, and a place on each. */
  x: { step: "step", samples: "samples seen", epochs: "epochs", time: "time trained, in s" },
  at: { step: "step {x}", samples: "sample {x}", epochs: "epoch {x}", time: "{x} s" },
  cursor: "cursor at {at}",
  pinnedAt: "pinned: {at}",
  unpin: "Unpin (Escape)",
  /** The run that is shown ends before the pinned step, or has not come so far. */
  pinnedBeyond: "pinned: {at}, where the run that is shown has no values",
  nothingToPin: "Nothing was pinned: the run that is shown has no value here.",
  xAxis: "x axis",
  xAxisHint:
    "What the curves are drawn against. Samples and epochs count what one seed has seen; time is that of training, without pauses. Runs of different batch sizes meet on samples.",
  xLog: "log",
  xLogHint: "A logarithmic x axis begins with the first update; step 0 has no place on it.",
  zoomAll: "Zoom all",
  zoomAllHint:
    "Drag over a chart, or press + and \u2212 in it, to see a part of its x axis; Show all, a double press, or 0 shows all again. Zooms all charts together, or only the one that you drag in.",
  showAll: "Show all",
  showAllHint: "Show all of the x axis again (double press, or 0)",
  /** Beside the values at the cursor: those at the pin, and how much they differ. */
  pinnedValue: "{value} pinned, {difference}",
  notAtPin: "\u2013 pinned",
  beyond: {
    above: "{n, plural, one {# point} other {# points}} beyond \u2191",
    below: "{n, plural, one {# point} other {# points}} beyond \u2193",
  },
  beyondShort: { above: "{n} \u2191", below: "{n} \u2193" },
  beyondAxis: "{n, plural, one {# point} other {# points}} beyond the axis",
  showOutliers: "Axes hold every value",
  cutOutliers: "Axes leave outliers out",
  onlyArm: "Press to switch {label} off or on in all charts, twice to see it alone",
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
  branched: "branched off",
  waiting: {
    step: "Press play to begin.",
    preparing: "The run is being prepared.",
    never: "Not measured in this run.",
    noNumbers: "Measured, but no value is a finite number.",
    notPositive: "No value is positive: a logarithmic axis has no place for them.",
    hidden: "All curves are switched off: press a name above the charts.",
    notInZoom: "Nothing was measured in this part of the x axis. Show all brings back the rest.",
    noPlace: {
      mixed: "Arms of this run have different batch sizes: choose another x axis.",
      epochs: "This run does not say how large its training set is: choose another x axis.",
      time: "This run does not say when its steps were trained: choose another x axis.",
    },
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
  copyPng: "Copy as PNG",
  copied: "Copied",
  savePng: "Save as PNG",
  saveSvg: "Save as SVG",
  about: "What {title} means",
  source: "Source",
  better: { higher: "higher is better", lower: "lower is better" },
  region:
    "Chart: {title}. Arrow keys move the cursor, plus and minus zoom, 0 shows all. Enter pins the step under the cursor; without a cursor it enlarges the chart.",
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
    /** Columns of its table. */
    nat: "log \u03be from",
    weightOf: "{label}: weight",
    anchorsOf: "{label}: anchors",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    charts: typeof texts;
  }
}
