/** How far an axis reaches: over all values, or over all but a few that would make the others a flat line. */

export interface Range {
  low: number;
  high: number;
}

/** Share of the values that may lie beyond either end. */
const TAIL = 0.01;
/** The outermost values are given up only where the axis would else be longer by this part of what the others span. */
const FAR = 1;

const NOTHING: Range = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };

/** The range of all values. */
export function fullRange(values: ArrayLike<number>): Range {
  let { low, high } = NOTHING;
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i] as number);
    high = Math.max(high, values[i] as number);
  }
  return { low, high };
}

/**
 * A range that holds the central 98 % of the values at least, and on either side all of them unless the outermost are far
 * away from the others.
 *
 * @param values finite, and positive where distances are those of a logarithmic axis
 */
export function robustRange(values: ArrayLike<number>, log: boolean): Range {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  if (count === 0) return NOTHING;
  const beyond = Math.floor(TAIL * count);
  const at = (i: number) => sorted[i] as number;
  const place = log ? Math.log : (value: number) => value;
  const [low, high] = [at(beyond), at(count - 1 - beyond)];
  const reach = FAR * (place(high) - place(low));
  return {
    low: place(low) - place(at(0)) > reach ? low : at(0),
    high: place(at(count - 1)) - place(high) > reach ? high : at(count - 1),
  };
}
