import { gpu } from "../engine/webgpu/gpu";
import type { Parameters } from "../ops/parameters/parameters";
import { FusedOptimizer } from "./fused";
import { ReferenceOptimizer } from "./reference";
import type { Optimizer, OptimizerOptions } from "./types";

export { learningRateAt } from "./schedule";
export type { Optimizer, OptimizerOptions, OptimizerSlot } from "./types";

/** @param parameters of the cohort; they stay the caller's */
export function createOptimizer(options: OptimizerOptions, parameters: Parameters): Optimizer {
  const backend = gpu();
  const { flat, seeds } = parameters;
  return backend && flat
    ? new FusedOptimizer(backend, options, flat, seeds)
    : new ReferenceOptimizer(options, parameters);
}
