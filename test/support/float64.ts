/** The contrastive losses in plain float64, written from the definitions and differentiated numerically. */

export type Matrix = number[][];

/** What the definitions say about one batch of 2B views. */
export interface Reference {
  /** log xi_i */
  logXi: number[];
  /** w_in as a full matrix, 0 for the anchor and its positive. */
  weights: Matrix;
}

export function referenceContrasts(z: Matrix, temperature: number): Reference {
  const unit = z.map((row) => row.map((x) => x / Math.hypot(...row)));
  const views = z.length;
  const rows = unit.map((anchor, i) => {
    const logits = unit.map((candidate) => anchor.reduce((sum, x, k) => sum + x * candidate[k]!, 0) / temperature);
    const positive = (i + views / 2) % views;
    return logits.map((s, n) => (n === i || n === positive ? Number.NEGATIVE_INFINITY : s - logits[positive]!));
  });
  const logXi = rows.map(logSumExp);
  return { logXi, weights: rows.map((row, i) => row.map((d) => Math.exp(d - logXi[i]!))) };
}

export function logSumExp(values: number[]): number {
  const largest = Math.max(...values);
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean over the anchors of InfoNCE. */
export const ntXent = (z: Matrix, temperature: number): number =>
  mean(referenceContrasts(z, temperature).logXi.map((v) => Math.log1p(Math.exp(v))));

/** Mean over the anchors of log xi, the potential whose gradient is FlatNCE's (DCL). */
export const potential = (z: Matrix, temperature: number): number => mean(referenceContrasts(z, temperature).logXi);

/** Gradient of `loss` by central differences. */
export function numericalGradient(loss: (z: Matrix) => number, z: Matrix, step = 1e-5): Matrix {
  const moved = (i: number, k: number, by: number) =>
    loss(z.map((row, r) => (r === i ? row.map((x, c) => (c === k ? x + by : x)) : row)));
  return z.map((row, i) => row.map((_, k) => (moved(i, k, step) - moved(i, k, -step)) / (2 * step)));
}

/** Reproducible numbers in [-1, 1) (a linear congruential generator). */
export function pseudoRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

export function randomMatrix(rows: number, columns: number, next: () => number): Matrix {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, next));
}

/** Logits [N][N] of random views, as large as low temperatures make them. */
export function randomLogits(views: number, scale: number, seed: number): Matrix {
  const next = pseudoRandom(seed);
  return randomMatrix(views, views, () => scale * next());
}
