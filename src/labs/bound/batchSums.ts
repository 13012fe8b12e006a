/** What a critic says of one batch of K pairs. */
export interface Scores {
  /** f(x_i, y_j), [K, K]; the pairs are on the diagonal. */
  scores: ArrayLike<number>;
  count: number;
  /** u(x_i, y_i), the dual; null where none was learned. */
  u: ArrayLike<number> | null;
  /** What f exceeds the log ratio by at the objective's optimum. */
  shift: number;
}

/** SMILE's bound on a score (arXiv 1910.06222, section 4). */
const CLIP = 5;

/** What the estimators read of a batch. */
export interface BatchSums {
  /** K, and K - 1. */
  count: number;
  others: number;
  /** Mean of f_ii. */
  pairs: number;
  shift: number;
  /** u of a pair; NaN without a dual. */
  u(i: number): number;
  /** Mean over the rows. */
  mean(of: (row: RowSums, i: number) => number): number;
}

interface RowSums {
  /** f_ii. */
  own: number;
  v: number;
  /** Sums over j != i of e^{f_ij - shift}, and with the exponent clipped. */
  ratios: number;
  clipped: number;
}

/** The scores of each row are scaled by the largest, so that no sum overflows. */
export function sumsOf({ scores, count, u, shift }: Scores): BatchSums {
  const rows = Array.from({ length: count }, (_, i) => rowSums(scores, count, i, shift));
  const mean: BatchSums["mean"] = (of) => rows.reduce((sum, row, i) => sum + of(row, i), 0) / count;
  const pairs = mean(({ own }) => own);
  return { count, others: count - 1, pairs, shift, u: (i) => (u?.[i] ?? Number.NaN) as number, mean };
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
export function softplus(v: number): number {
  return Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
}
