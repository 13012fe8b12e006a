import type { Tensor } from "@tensorflow/tfjs";
import { softplus } from "./softplus";

/** Memories hold -1e9 where there was no visit yet; every logarithm that a visit leaves lies far above this. */
const NEVER = -1e8;

/**
 * Exponential moving average of positive numbers, on their logarithms: log((1 - rate) e^memory + rate e^value). The first
 * visit takes its own value.
 *
 * @param memory logarithm of the average so far; -1e9 where, or null when, there is none
 * @param value logarithm of this step's number, in the memory's shape
 * @param rate share of this step, in (0, 1]
 */
export function logAverage(memory: Tensor | null, value: Tensor, rate: number): Tensor {
  if (!memory || rate === 1) return value;
  const before = memory.where(memory.greater(NEVER), value).add(Math.log(1 - rate));
  const now = value.add(Math.log(rate));
  return before.add(softplus(now.sub(before)));
}
