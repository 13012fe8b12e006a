/** A measurement per seed or batch; null or NaN where the learner stopped or was never measured. */
export type Sample = readonly (number | null)[];

interface Description {
  /** null when nothing was measured. */
  mean: number | null;
  /** Unbiased; null below two values. */
  sd: number | null;
  n: number;
}

/** Mean, standard deviation and number of the measured values. */
export function describe(sample: Sample): Description {
  const values = sample.filter(isMeasured);
  const n = values.length;
  if (n === 0) return { mean: null, sd: null, n };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null, n };
}

export function isMeasured(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isFinite(value);
}
