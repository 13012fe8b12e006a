/** Every metric of a record, in the order in which tables and exports list them. */
export const METRIC_IDS = [
  "objective",
  "infoNce",
  "logXi",
  "vanishingFactor",
  "ess",
  "anchorEss",
  "contrastiveAccuracy",
  "alignment",
  "uniformity",
  "collapseStd",
  "mutualInformation",
  "oneWayInformation",
  "smallestVanishingFactor",
  "temperature",
  "gradientNorm",
  "gradientVariance",
  "gradientSnr",
  "gradientNoise",
  "noiseScale",
  "gradientCosine",
  "commonGradientNoise",
  "updateSize",
  "silentGradients",
  "effectiveRank",
  "participationRatio",
  "knnAccuracy",
  "probeAccuracy",
  "fineTunedAccuracy",
] as const;

export type MetricId = (typeof METRIC_IDS)[number];

/** When a metric is measured: with every training step, by the gradient probe, or by the evaluation. */
type Cadence = "step" | "gradientProbe" | "evaluation";

/** What a reader needs to know about a chart, kept beside the code that computes what it shows. */
export interface Explanation {
  label: string;
  /** TeX of the definition; notation of the README (s logits, p the positive, N(i) the negatives). */
  formula: string;
  /** One sentence that says how to read the chart. */
  guide: string;
  /** Where the definition comes from. */
  source: string;
  /** Unit on the axis, for example "nats"; empty for a pure number. */
  unit: string;
  /** Which direction is better, if one is. */
  better: "higher" | "lower" | null;
}

/** A metric of each learner by step. */
export interface Diagnostic extends Explanation {
  id: MetricId;
  cadence: Cadence;
  /** Natural bounds of the axis; null where the data decides. */
  domain: [number | null, number | null];
  /** Whether a logarithmic axis is offered (the values are positive). */
  positive: boolean;
}
