/** Every word of the interface in English. Another language is one more folder of this shape. */
export const en = {
  pages: {
    title: "Pages",
    race: "Race",
    loading: "Loading the lab",
  },

  topBar: { timeLeft: (time: string) => `${time} left` },

  backend: { names: { webgpu: "WebGPU", webgl: "WebGL", wasm: "WASM", cpu: "CPU" } },

  charts: {
    step: "step",
    atStep: (step: string) => `step ${step}`,
    cursor: (step: string) => `values at step ${step}`,
    scale: { linear: "lin", log: "log" },
    scaleLabel: "Scale of the axis",
    what: (chart: string) => `What the chart ${chart} shows`,
    smoothing: "Smoothing",
    smoothingHint: "Moving average of the lines; the raw values stay behind it, and the band spans the seeds.",
    difference: "Paired difference",
    differenceHint: "Arm B minus arm A of the same seed: mean and 95% t interval over seeds.",
    differenceOf: (b: string, a: string) => `${b} \u2212 ${a}`,
    waiting: {
      step: "Press play to begin.",
      /** While the run is under way, until the first value comes. */
      untrained: "Measuring the untrained learners, then training step 1 \u2026",
      firstStep: "Training step 1 \u2026",
      soon: "Being measured.",
      unlabelled: "Cannot be measured: the data has no labels.",
      oneArm: "Needs a second arm to compare with.",
      gradientProbe: (step: string) => `Measured every ${step} steps; press play.`,
      evaluation: (step: string) => `Measured every ${step} steps; press play.`,
      atEnd: (step: string) => `Measured at the end, after step ${step}.`,
      off: "Turned off under Settings, Measuring.",
    },
    menu: (title: string) => `Options of the chart ${title}`,
    showTable: "Show as a table",
    showChart: "Show as a chart",
    logAxis: "Logarithmic axis",
    linearAxis: "Linear axis",
    savePng: "Save as PNG",
    saveSvg: "Save as SVG",
    about: (title: string) => `What ${title} means`,
    source: "Source",
    better: { higher: "higher is better", lower: "lower is better" },
    region: (title: string) => `Chart: ${title}. Arrow keys move the cursor.`,
    grid: "Diagnostics",
  },

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
    noise: (value: string) => `1/\u221aR = ${value}`,
    median: (label: string) => `${label}: median`,
  },

  anchor: {
    title: "Weight of an anchor",
    guide:
      "Every objective moves the embedding along the same direction for an anchor; they differ in how much they let it count. InfoNCE multiplies it by \u03be/(1+\u03be), so anchors that are already solved (left) fall silent. FlatNCE counts all alike. Below: where the anchors are now.",
    formula:
      "w(\\log \\xi) = \\frac{\\nabla \\ell}{\\nabla \\ell_{\\mathrm{FlatNCE}}}, \\quad w_{\\mathrm{InfoNCE}} = \\frac{\\xi}{1+\\xi}",
    x: "log \u03be of an anchor: solved on the left, confused on the right",
    waiting: "The histogram appears with the first step.",
    histogram: (step: string, hasQueue: boolean) =>
      `Anchors of step ${step}${hasQueue ? ", of the batch; the loss sees the queue" : ""}`,
    meanWeight: (label: string, percent: string) => `${label}: mean weight ${percent}`,
  },

  verdict: { points: "points" },
};

export type Words = typeof en;
