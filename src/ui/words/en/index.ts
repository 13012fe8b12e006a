import { settings } from "./settings";
import { sources } from "./sources";

/** Every word of the interface in English. Another language is one more folder of this shape. */
export const en = {
  app: {
    name: "FlatNCE Playground",
    skip: "Skip to the charts",
  },

  keys: { " ": "Space", ArrowRight: "\u2192" } as Record<string, string>,

  pages: {
    title: "Pages",
    race: "Race",
    sweep: "Sweep",
    bound: "Bound",
    precision: "Precision",
    loading: "Loading the lab",
  },

  topBar: {
    controls: "Training",
    step: "Step",
    of: (steps: string) => `of ${steps}`,
    rate: "steps/s",
    timing: (js: string, rest: string) => `${js} ms JS + ${rest} ms`,
    gpuTiming: (js: string, gpu: string) => `${js} ms JS, ${gpu} ms GPU`,
    timingHint: "Time per step: JavaScript that queues the step, and the rest, in which the device computes.",
    timingParts: (parts: { total: string; js: string; wait: string; gpu: string | null }) =>
      [
        `A step takes ${parts.total} ms: ${parts.js} ms of JavaScript that queues it, ${parts.wait} ms of waiting for the device.`,
        parts.gpu === null
          ? "This device does not say how long its own work takes."
          : `By its own clock the GPU computes for ${parts.gpu} ms, while JavaScript goes on.`,
      ].join(" "),
    timeLeft: (time: string) => `${time} left`,
    export: "Export",
    picture: (chart: string) => `${chart} chart (PNG)`,
    fineTuning: (share: string) => `fine-tuning, ${share}`,
    states: {
      none: "no run",
      starting: "preparing",
      ready: "ready",
      paused: "paused",
      running: "training",
      finished: "finished",
      failed: "stopped by an error",
    },
  },

  backend: {
    names: { webgpu: "WebGPU", webgl: "WebGL", wasm: "WASM", cpu: "CPU" },
    title: "Where the training runs",
    refused: "Why not a better one",
    best: "This is the best backend that there is.",
    pending: "Choosing a backend",
    software: "software",
    softwareNotice:
      "This adapter computes on the CPU, so training is slow. With a GPU and its driver enabled in the browser it is many times faster.",
    force: "To force another one, choose it under Settings, Device, or add backend=wasm to the address.",
  },

  notices: {
    dismiss: "Dismiss",
    softwareTitle: "No GPU is in use",
    kernelsTitle: "The fused kernels are not in use",
    kernelsRefused: (reason: string) =>
      `On this device ${reason}, so training takes TensorFlow.js's own operations, which are slower and right.`,
    startFailed: "The run could not be started; the one that was there is kept.",
    runFailed: "The run stopped. What was measured before stays.",
    workerCrashed: "The training worker broke. Reload the page to go on.",
    invalidAddress: "Some fields of the address could not be read; the rest is kept.",
    invalidConfig: "These settings are not possible together.",
    historyUnavailable: "Past runs cannot be kept in this browser.",
    labsUnavailable: "The labs' measurements cannot be kept in this browser; they are lost with a reload.",
  },

  presets: {
    label: "Experiment",
    custom: "Own settings",
    changed: "changed",
    /** Before the summary of a preset whose settings are no longer the ones on the page. */
    before: "Before your changes:",
    restore: "Back to the preset",
  },

  pending: {
    title: (n: number) => (n === 1 ? "1 change needs a restart" : `${n} changes need a restart`),
    apply: "Restart with it",
    discard: "Discard",
  },

  settings,
  sources,

  data: {
    summary: (train: string, test: string, shape: string) => `${train} to train on, ${test} held out, ${shape}`,
    pixels: (height: number, width: number, channels: number) =>
      `${height} \u00d7 ${width} pixels${channels > 1 ? (channels === 3 ? " in colour" : ` in ${channels} channels`) : ""}`,
    numbers: (n: number) => `${n} numbers each`,
    /** Where the files hold fewer samples than are allowed. */
    taken: "All that the data holds is used.",
    unlabelled: "No labels: accuracies cannot be measured.",
    thumbnails: "Training samples of different classes",
    look: "Look at the data",
    lookAtViews: "Look at the views",
  },

  arms: {
    title: "Arms",
    add: "Add an arm",
    remove: "Remove this arm",
    edit: (label: string) => `Edit the arm ${label}`,
    objective: "Objective",
    label: "Label",
    labelHint: "from the objective",
    colour: "Colour",
    colourDefault: "Default colour",
    temperature: "Temperature",
    temperatureRule: "Temperature over time",
    learningRate: "Learning rate",
    precision: "Precision of the loss",
    precisionHint:
      "Logits, softmax and their gradient are rounded to this format, as in low-precision training. A cross-entropy loses the gradient of solved positives; FlatNCE's stays \u22121 in any format.",
    precisions: {
      float32: "float32",
      float16: "float16",
      bfloat16: "bfloat16",
      float8e4m3: "float8 (e4m3)",
    },
    inherited: (value: string) => `${value} (shared)`,
    byDefault: (value: string) => `${value} (default)`,
    phi: "\u03c6(v), with v = log \u03be",
    phiHint: "Numbers, v, + \u2212 * / ^, exp, log, sqrt, tanh, sigmoid, softplus. It has to grow with v.",
    groups: {
      subject: "InfoNCE to FlatNCE",
      batch: "Contrast within a batch",
      estimators: "Estimators of information",
      margins: "Margins",
      withoutNegatives: "Without contrast to negatives",
      ceiling: "Ceiling",
    },
    others: "Others",
    noObjective: "No objective of this name",
    stopped: (n: number, of: number) => `${n} of ${of} seeds stopped`,
    stoppedDetail: (seed: number, step: number, reason: string) => `seed ${seed} at step ${step}: ${reason}`,
  },

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

  views: {
    embedding: "Embedding",
    embeddingGuide:
      "Held-out samples, coloured by class. A 2-D embedding is shown as it is, on the circle; otherwise its two main directions.",
    circle: "the circle itself",
    pca: (percent: string) => `PCA, ${percent} of variance`,
    pairs: "Augmented pairs",
    pairsGuide:
      "Random augmentations of the same training sample, as the learners see them. Matching them is the whole task.",
    enlarged: (times: number) => `The distance between two views is drawn ${times} times as large.`,
    similarity: "Similarity",
    similarityGuide:
      "Cosine between all views of a small batch: first views, then second views. The two bright off-diagonal lines are the positives.",
    similarityRange: ["-1", "0", "1"],
    waiting: "Appears once a run is prepared.",
    describeEmbedding: (label: string, count: number, how: string) =>
      `Embedding of ${count} held-out samples by ${label}: ${how}.`,
    describePairs: (count: number) => `${count} pairs of augmented views.`,
    describeSimilarity: (label: string, positive: string, negative: string) =>
      `${label}: mean cosine of positives ${positive}, of negatives ${negative}.`,
    positives: "positives",
    negatives: "negatives",
    step: (step: string) => `step ${step}`,
  },

  verdict: {
    title: "Verdict",
    compare: "Compare",
    with: "with",
    none: "Nothing is measured yet.",
    oneArm: "Add a second arm to compare.",
    first: (metric: string) => `${metric} is measured as soon as the run starts: press play.`,
    notYet: (metric: string, step: string) => `${metric} is next measured at step ${step}.`,
    off: (metric: string) => `${metric} is not measured: it is turned off under Settings, Measuring.`,
    unlabelled: (metric: string) => `${metric} cannot be measured: the data has no labels.`,
    allStopped: "There is nothing to compare: no seed is left whose learners ran on in both arms.",
    oneSeed: "One seed only: a difference without an interval says little. Use two seeds at least.",
    detected: (ahead: string, behind: string) => `${ahead} is ahead of ${behind}: the interval does not contain 0.`,
    untrained: "Nothing is trained yet: all arms of a seed start from the same weights.",
    undetected: "No difference detected: the interval contains 0.",
    higher: (b: string, a: string) => `${b} is above ${a}: the interval does not contain 0.`,
    lower: (b: string, a: string) => `${b} is below ${a}: the interval does not contain 0.`,
    points: "points",
    seeds: (n: number) => (n === 1 ? "1 seed" : `${n} seeds`),
    at: (step: string) => `step ${step}`,
    mean: (from: string, to: string) => `mean over steps ${from} to ${to}`,
    midway: (steps: string) => `the run goes on to step ${steps}`,
    lost: (n: number) => `${n} seeds are left out: a learner stopped`,
    interval: "95% t interval over seeds",
  },

  history: {
    title: "Runs",
    empty: "Runs that have ended, or that you reset, are listed here. They stay in this browser.",
    columns: {
      when: "When",
      experiment: "Experiment",
      differences: "Differs from its preset",
      steps: "Steps",
      result: "Probe accuracy per arm",
      note: "Note",
      actions: "Actions",
    },
    note: (when: string) => `Note on the run of ${when}`,
    notePlaceholder: "Add a note",
    load: "Load these settings",
    remove: "Delete this run",
    same: "nothing",
  },

  help: {
    title: "Keyboard shortcuts",
    close: "Close",
    /** Of keys that do several things, one at a time. */
    shared: { " ": "Play, pause, or run again; in a lab, measure or pause" } as Record<string, string>,
    charts: "Inside a chart, the left and right arrows move the cursor of all charts.",
  },
};

export type Words = typeof en;
