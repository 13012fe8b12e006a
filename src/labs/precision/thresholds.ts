import { FLOAT32_DIGITS, FORMATS, type Precision } from "../../engine/numberFormats";

/** The xi below which cross-entropy's rounding leaves exactly 0. */
export interface Thresholds {
  /** Of the positive's gradient, p - 1: 1 - xi/(1 + xi) rounds to 1 below half the spacing of numbers under 1, eps/4. */
  positive: number;
  /** Of the loss: 1 + xi rounds to 1 below half the spacing of numbers above 1, eps/2. The naive form shares it. */
  value: number;
}

/** @param format in which the loss is worked out; eps is the spacing of its numbers above 1 */
export function thresholds(format: Precision): Thresholds {
  const digits = format === "float32" ? FLOAT32_DIGITS : FORMATS[format].digits;
  const epsilon = 2 ** (1 - digits);
  return { positive: epsilon / 4, value: epsilon / 2 };
}
