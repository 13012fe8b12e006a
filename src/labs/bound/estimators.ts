import { type BatchSums, type Scores, softplus, sumsOf } from "./batchSums";

/** What reads the mutual information off a batch, in nats. */
interface Estimator {
  /** As the table's column says. */
  label: string;
  /** As the chart's line says. */
  line: string;
  /** Place of its line in the palette. */
  paletteIndex: number;
  /** Its mean says little, since its tails are heavy: the name of a further line, for its median. Else null. */
  medianLine: string | null;
  /** Its deviation is drawn as a band: that of the others has tails too heavy for a band to say anything. */
  hasBand: boolean;
  /** It reads the dual u, which not every critic has. */
  needsDual: boolean;
  value(batch: BatchSums): number;
}

/** An estimator like most. */
function estimator(
  entry: Pick<Estimator, "label" | "paletteIndex" | "value"> & Partial<Estimator>,
): Readonly<Estimator> {
  return { line: entry.label, medianLine: null, hasBand: false, needsDual: false, ...entry };
}

/**
 * Every estimate that can be read off a batch, in the order of the table. With v_i = log sum_{j != i} e^{f_ij - f_ii}, and
 * means over i, or over the pairs i != j.
 */
export const ESTIMATORS = {
  /** log K - mean log(1 + e^v), at most log K (arXiv 1807.03748, section 2.3). */
  infoNce: estimator({
    label: "InfoNCE",
    paletteIndex: 0,
    hasBand: true,
    value: ({ count, mean }) => Math.log(count) - mean(({ v }) => softplus(v)),
  }),
  /** 1 - mean [u + e^{v - u} / (K - 1)] (arXiv 2107.01131, section 3). */
  flo: estimator({
    label: "FLO",
    line: "FLO, mean",
    medianLine: "FLO, median",
    paletteIndex: 1,
    needsDual: true,
    value: ({ others, mean, u }) => 1 - mean(({ v }, i) => u(i) + Math.exp(v - u(i)) / others),
  }),
  /** mean(-u) alone. */
  minusU: estimator({
    label: "\u2212u",
    paletteIndex: 2,
    hasBand: true,
    needsDual: true,
    value: ({ mean, u }) => -mean((_, i) => u(i)),
  }),
  /** 1 + mean g_ii - mean e^{g_ij}, g the log ratio that f stands for; so are critics of the JSD read (arXiv 1905.06922, section 2). */
  nwj: estimator({
    label: "NWJ / JSD",
    paletteIndex: 3,
    value: ({ pairs, shift, others, mean }) => 1 + pairs - shift - mean(({ ratios }) => ratios) / others,
  }),
  /** mean f_ii - log mean e^{f_ij} (arXiv 1801.04062, section 2). */
  dv: estimator({
    label: "DV",
    paletteIndex: 4,
    value: ({ pairs, shift, others, mean }) => pairs - shift - Math.log(mean(({ ratios }) => ratios) / others),
  }),
  /** DV with f_ij clipped in the logarithm. */
  smile: estimator({
    label: "SMILE",
    paletteIndex: 5,
    value: ({ pairs, shift, others, mean }) => pairs - shift - Math.log(mean(({ clipped }) => clipped) / others),
  }),
  /** log(K - 1) - mean v, which is no bound: DV with a partition function of K - 1 samples per row, biased up. */
  readOut: estimator({
    label: "read-out, not a bound",
    paletteIndex: 6,
    value: ({ others, mean }) => Math.log(others) - mean(({ v }) => v),
  }),
};

export type EstimatorId = keyof typeof ESTIMATORS;
export const ESTIMATOR_IDS = Object.keys(ESTIMATORS) as EstimatorId[];

/** Every estimate that a batch allows: none of the dual where there is none. */
export function estimates(scores: Scores): Partial<Record<EstimatorId, number>> {
  const batch = sumsOf(scores);
  const readable = ESTIMATOR_IDS.filter((id) => scores.u !== null || !ESTIMATORS[id].needsDual);
  return Object.fromEntries(readable.map((id) => [id, ESTIMATORS[id].value(batch)]));
}
