import type { Estimator } from "./schema";

/** What a critic says of one batch of K pairs. */
export interface Scores {
  /** f(x_i, y_j), [K, K]; the pairs are on the diagonal. */
  scores: ArrayLike<number>;
  count: number;
  /** u(x_i, y_i), the dual of FLO; null where none was learned. */
  u: ArrayLike<number> | null;
  /** What f exceeds the log ratio by at the objective's optimum: 1 for NWJ, else 0. */
  shift: number;
}

/** SMILE's bound on a score (arXiv 1910.06222, section 4). */
const CLIP = 5;

/**
 * Every estimate of the mutual information that can be read off a batch, in nats. With v_i = log sum_{j != i}
 * e^{f_ij - f_ii}, and means over i, or over the pairs i != j:
 *
 * - InfoNCE: log K - mean log(1 + e^v), at most log K (arXiv 1807.03748, section 2.3)
 * - FLO: 1 - mean [u + e^{v - u} / (K - 1)], and mean(-u) alone (arXiv 2107.01131, section 3)
 * - NWJ: 1 + mean g_ii - mean e^{g_ij}, g the log ratio that f stands for; so are critics of the JSD read (arXiv
 *   1905.06922, section 2)
 * - DV: mean f_ii - log mean e^{f_ij} (arXiv 1801.04062, section 2); SMILE: the same with f_ij within +-5 in the logarithm
 * - readOut: log(K - 1) - mean v, which is no bound: DV with a partition function of K - 1 samples per row, biased up
 */
export function estimates({ scores, count, u, shift }: Scores): Partial<Record<Estimator, number>> {
  const rows = Array.from({ length: count }, (_, i) => rowSums(scores, count, i, shift));
  const mean = (of: (row: RowSums, i: number) => number) => rows.reduce((sum, row, i) => sum + of(row, i), 0) / count;
  const others = count - 1;
  const pairs = mean(({ own }) => own);
  const ofU = (i: number) => (u?.[i] ?? Number.NaN) as number;
  return {
    infoNce: Math.log(count) - mean(({ v }) => softplus(v)),
    ...(u && {
      flo: 1 - mean(({ v }, i) => ofU(i) + Math.exp(v - ofU(i)) / others),
      minusU: -mean((_, i) => ofU(i)),
    }),
    nwj: 1 + pairs - shift - mean(({ ratios }) => ratios) / others,
    dv: pairs - shift - Math.log(mean(({ ratios }) => ratios) / others),
    smile: pairs - shift - Math.log(mean(({ clipped }) => clipped) / others),
    readOut: Math.log(others) - mean(({ v }) => v),
  };
}

interface RowSums {
  /** f_ii. */
  own: number;
  v: number;
  /** Sums over j != i of e^{f_ij - shift}, and with the exponent clipped. */
  ratios: number;
  clipped: number;
}

function rowSums(scores: ArrayLike<number>, count: number, i: number, shift: number): RowSums {
  const at = (j: number) => scores[i * count + j] as number;
  const own = at(i);
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < count; j++) if (j !== i) largest = Math.max(largest, at(j));
  let [scaled, clipped] = [0, 0];
  for (let j = 0; j < count; j++) {
    if (j === i) continue;
    scaled += Math.exp(at(j) - largest);
    clipped += Math.exp(Math.min(CLIP, Math.max(-CLIP, at(j) - shift)));
  }
  return { own, v: largest + Math.log(scaled) - own, ratios: scaled * Math.exp(largest - shift), clipped };
}

/** log(1 + e^v). */
function softplus(v: number): number {
  return Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
}
