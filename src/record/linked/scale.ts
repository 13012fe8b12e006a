/** Numbers of a curve as 16 bits each: even parts of what they span, of its logarithm where they span decades. */

export interface LinkScale {
  log: boolean;
  /** Float32 numbers. */
  low: number;
  high: number;
}

/** Parts of a span. */
export const PARTS = 65534;
/** Stands for a place at which nothing was measured. */
const MISSING = PARTS + 1;
/** Largest over smallest value from which the logarithm is divided. */
const DECADES = 100;

/** The span of the finite ones among some values; null where there are none. */
export function scaleOf(values: readonly number[]): LinkScale | null {
  const finite = values.map(Math.fround).filter(Number.isFinite);
  if (finite.length === 0) return null;
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  return { log: low > 0 && high / low > DECADES, low, high };
}

export function toParts(value: number, { log, low, high }: LinkScale): number {
  if (!Number.isFinite(Math.fround(value))) return MISSING;
  const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  // All values are the same where the span is nothing.
  return Number.isFinite(share) ? Math.round(PARTS * Math.max(0, Math.min(1, share))) : 0;
}

/** NaN where nothing was measured. */
export function fromParts(parts: number, { log, low, high }: LinkScale): number {
  if (parts === MISSING) return Number.NaN;
  const share = parts / PARTS;
  return log ? low * (high / low) ** share : low * (1 - share) + high * share;
}
