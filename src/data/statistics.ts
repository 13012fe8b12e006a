import type { ChannelStatistics, Split } from "./types";

const LEVELS = 256;
/** Dimensions of points or features that are described; more would not be read. */
const MOST_DIMENSIONS = 8;

/** Samples of each class, by its index; null without labels. */
export function classCounts({ labels }: Split, classes: number): number[] | null {
  if (!labels) return null;
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label]!++;
  return counts;
}

/**
 * Mean and standard deviation (divided by n) over all samples of a split, in float64: of each channel of images, on a
 * scale of 0 to 1; of the first few dimensions of points or features as they are. Of samples in pairs, over the first ones.
 *
 * @param shape of one sample: [height, width, channels] or [dimensions]
 */
export function channelStatistics({ values }: Split, shape: number[]): ChannelStatistics {
  const stride = shape.at(-1) ?? 1;
  const moments = Array.from({ length: Math.min(stride, MOST_DIMENSIONS) }, (_, channel) =>
    values instanceof Uint8Array ? byteMoments(values, channel, stride) : floatMoments(values, channel, stride),
  );
  return { mean: moments.map(({ mean }) => mean), deviation: moments.map(({ deviation }) => deviation) };
}

interface Moments {
  mean: number;
  deviation: number;
}

/** From the counts of the 256 levels, which are exact however many pixels there are. */
function byteMoments(values: Uint8Array, channel: number, stride: number): Moments {
  const counts = new Float64Array(LEVELS);
  for (let i = channel; i < values.length; i += stride) counts[values[i]!]!++;
  const n = values.length / stride;
  const level = (value: number) => value / (LEVELS - 1);
  const mean = counts.reduce((sum, count, value) => sum + count * level(value), 0) / n;
  const variance = counts.reduce((sum, count, value) => sum + count * (level(value) - mean) ** 2, 0) / n;
  return { mean, deviation: Math.sqrt(variance) };
}

/** Twice over the values, so that a large mean does not drown the deviation. */
function floatMoments(values: Float32Array, dimension: number, stride: number): Moments {
  const n = values.length / stride;
  let sum = 0;
  for (let i = dimension; i < values.length; i += stride) sum += values[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = dimension; i < values.length; i += stride) squares += (values[i]! - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / n) };
}
