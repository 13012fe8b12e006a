import type { Tensor } from "@tensorflow/tfjs";
import { f32 } from "../../engine/wgsl/numbers";
import { LOWEST } from "./sentinels";
import { softplus } from "./softplus";

/**
 * Exponential moving average of positive numbers, on their logarithms: log((1 - rate) e^memory + rate e^value). The first
 * visit takes its own value.
 *
 * @param memory logarithm of the average so far; NEVER where, or null when, there is none
 * @param value logarithm of this step's number, in the memory's shape
 * @param rate share of this step, in (0, 1]
 */
export function logAverage(memory: Tensor | null, value: Tensor, rate: number): Tensor {
  if (!memory || rate === 1) return value;
  const before = memory.where(memory.greater(LOWEST), value).add(Math.log(1 - rate));
  const now = value.add(Math.log(rate));
  return before.add(softplus(now.sub(before)));
}

/** `logAverage` as WGSL: an expression of two others, with LOG_AVERAGE_WGSL. */
export function logAverageWgsl(memory: string, value: string, rate: number): string {
  if (rate === 1) return `(${value})`;
  return `log_average(${memory}, ${value}, ${f32(Math.log(1 - rate))}, ${f32(Math.log(rate))})`;
}

/** Needs SOFTPLUS_WGSL. */
export const LOG_AVERAGE_WGSL = /* wgsl */ `
fn log_average(memory: f32, value: f32, log_rest: f32, log_rate: f32) -> f32 {
  let before = select(value, memory, memory > ${f32(LOWEST)}) + log_rest;
  return before + softplus(value + log_rate - before);
}`;
