import { type Said, say } from "../i18n/message";
import type { MetricId } from "../metrics/types";
import { texts } from "./address/errors";

/** How the page shows a run; nothing here touches the training. */
export interface ViewSettings {
  /** Weight of the past in the moving average of the lines, in [0, 1). */
  smoothing: number;
  /** What the loss chart draws: the InfoNCE value of every arm, or each arm's own objective. */
  loss: "infoNce" | "objective";
  variance: "gradientNoise" | "gradientVariance";
  accuracy: "probeAccuracy" | "knnAccuracy" | "contrastiveAccuracy";
  lossScale: "linear" | "log";
  varianceScale: "linear" | "log";
  /** Draw the paired difference between two arms instead of the arms. */
  difference: boolean;
  /** The two arms that the verdict and the difference compare: B minus A. */
  armA: number;
  armB: number;
}

export const DEFAULT_VIEW: ViewSettings = {
  smoothing: 0.9,
  loss: "infoNce",
  variance: "gradientNoise",
  accuracy: "probeAccuracy",
  lossScale: "linear",
  varianceScale: "linear",
  difference: false,
  armA: 0,
  armB: 1,
};

interface ViewField {
  /** Reads the setting from the URL; null when the text is not allowed. */
  parse(text: string): unknown;
  allowed: Said;
}

const oneOf = (...options: string[]): ViewField => ({
  parse: (text) => (options.includes(text) ? text : null),
  allowed: say(texts.oneOf, { allowed: options.join(", ") }),
});

const within = (low: number, high: number, whole = false): ViewField => ({
  parse: (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : null;
  },
  allowed: say(whole ? texts.whole : texts.number, { low, high }),
});

/** The settings that the URL carries, and what it may say about each. */
export const VIEW_FIELDS: Record<keyof ViewSettings, ViewField> = {
  smoothing: within(0, 0.999),
  loss: oneOf("infoNce", "objective"),
  variance: oneOf("gradientNoise", "gradientVariance"),
  accuracy: oneOf("probeAccuracy", "knnAccuracy", "contrastiveAccuracy"),
  lossScale: oneOf("linear", "log"),
  varianceScale: oneOf("linear", "log"),
  difference: {
    parse: (text) => (text === "true" ? true : text === "false" ? false : null),
    allowed: texts.trueOrFalse,
  },
  armA: within(0, 7, true),
  armB: within(0, 7, true),
};

/** Metrics of the small charts by what they are about, in the order of the grid. */
export const GRID_METRICS = {
  anchors: [
    "vanishingFactor",
    "smallestVanishingFactor",
    "logXi",
    "mutualInformation",
    "oneWayInformation",
    "ess",
    "anchorEss",
    "temperature",
  ],
  gradient: [
    "gradientNorm",
    "gradientSnr",
    "noiseScale",
    "commonGradientNoise",
    "gradientCosine",
    "updateSize",
    "silentGradients",
  ],
  embedding: [
    "alignment",
    "uniformity",
    "collapseStd",
    "effectiveRank",
    "participationRatio",
    "contrastiveAccuracy",
    "knnAccuracy",
    "fineTunedAccuracy",
  ],
} as const satisfies Record<string, readonly MetricId[]>;

/** Small charts that begin with a logarithmic axis, since their values span decades. */
export const LOGARITHMIC_METRICS: ReadonlySet<MetricId> = new Set<MetricId>([
  "smallestVanishingFactor",
  "noiseScale",
  "updateSize",
]);
