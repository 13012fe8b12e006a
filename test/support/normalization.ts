import { EPSILON, type Sets } from "../../src/ops/norm/types";
import { type Plain, plainZeros } from "./stackedReference";

/** Normalization from its definition, in float64. */

export interface PlainNorm {
  /** [L, N, P, C] */
  x: Plain;
  /** [L, 1, C] */
  scale: Plain;
  offset: Plain;
  residual: Plain;
}

/** Mean and variance of each set of x, [L, R, 2, C]. */
export function plainStatistics(x: Plain, sets: Sets): Plain {
  const [learners, samples, pixels, channels] = x.shape as [number, number, number, number];
  const rows = samples / sets.samples;
  const statistics = plainZeros([learners, rows, 2, channels]);
  for (let row = 0; row < learners * rows; row++)
    for (let first = 0; first < channels; first += sets.channels) {
      const values: number[] = [];
      for (let s = row * sets.samples * pixels; s < (row + 1) * sets.samples * pixels; s++)
        for (let c = first; c < first + sets.channels; c++) values.push(x.values[s * channels + c]!);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      for (let c = first; c < first + sets.channels; c++) {
        statistics.values[2 * row * channels + c] = mean;
        statistics.values[(2 * row + 1) * channels + c] = variance;
      }
    }
  return statistics;
}

/** relu((x - mean) / sqrt(variance + EPSILON) * scale + offset + residual), with given statistics [L, R, 2, C]. */
export function plainNormalize({ x, scale, offset, residual }: PlainNorm, statistics: Plain): Plain {
  const [learners, samples, pixels, channels] = x.shape as [number, number, number, number];
  const rows = statistics.shape[1]!;
  const values = x.values.map((value, i) => {
    const c = i % channels;
    const image = Math.floor(i / (channels * pixels));
    const row = Math.floor((image * rows) / samples);
    const at = Math.floor(image / samples) * channels + c;
    const [mean, variance] = [0, 1].map((k) => statistics.values[(2 * row + k) * channels + c]!) as [number, number];
    const standard = (value - mean) / Math.sqrt(variance + EPSILON);
    return Math.max(0, standard * scale.values[at]! + offset.values[at]! + residual.values[i]!);
  });
  return { shape: [learners, samples, pixels, channels], values };
}

/** Gradient of sum(y dy) with respect to one of the inputs, by central differences. */
export function plainGradient(inputs: PlainNorm, of: keyof PlainNorm, dy: Plain, sets: Sets): Plain {
  const step = 1e-6;
  const loss = (values: Float64Array) => {
    const moved = { ...inputs, [of]: { shape: inputs[of].shape, values } };
    const y = plainNormalize(moved, plainStatistics(moved.x, sets));
    return y.values.reduce((sum, value, i) => sum + value * dy.values[i]!, 0);
  };
  const slope = (i: number) => {
    const [up, down] = [1, -1].map((sign) => inputs[of].values.map((value, j) => value + (i === j ? sign * step : 0)));
    return (loss(up!) - loss(down!)) / (2 * step);
  };
  return { shape: inputs[of].shape, values: inputs[of].values.map((_, i) => slope(i)) };
}
