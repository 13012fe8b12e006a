import type { Dataset } from "../types";

/** Relative spacing of float32 numbers. */
const ROUNDING = 2 ** -23;

/**
 * Gives every feature mean 0 and standard deviation 1 over the training samples, in place, so that the noise of a view is in
 * units of the data. A feature that never changes becomes 0. The two sides of paired samples are measured apart.
 */
export function standardize({ train, bank, test, shape: [size = 0] }: Dataset): void {
  const others = bank ? [bank, test] : [test];
  scale(train.values as Float32Array, [train, ...others].map(({ values }) => values) as Float32Array[], size);
  const seconds = others.map(({ second }) => second);
  if (train.second) scale(train.second, [train.second, ...seconds.filter((side) => side !== undefined)], size);
}

function scale(reference: Float32Array, targets: Float32Array[], size: number): void {
  const { mean, deviation } = moments(reference, size);
  for (const target of targets)
    for (let i = 0; i < target.length; i++) {
      const column = i % size;
      const spread = deviation[column]!;
      target[i] = spread > 0 ? (target[i]! - mean[column]!) / spread : 0;
    }
}

/** Of each column, in two passes: float64 sums of the values, then of their distances from the mean. */
function moments(values: Float32Array, size: number): { mean: Float64Array; deviation: Float64Array } {
  const count = values.length / size;
  const mean = new Float64Array(size);
  const deviation = new Float64Array(size);
  for (let i = 0; i < values.length; i++) mean[i % size]! += values[i]! / count;
  for (let i = 0; i < values.length; i++) deviation[i % size]! += (values[i]! - mean[i % size]!) ** 2 / count;
  // What rounding leaves of a number that never changes is no spread.
  const least = mean.map((value) => ROUNDING * Math.abs(value));
  return { mean, deviation: deviation.map((square, i) => (Math.sqrt(square) > least[i]! ? Math.sqrt(square) : 0)) };
}
