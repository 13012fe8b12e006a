import { wasm } from "../engine/wasm/lane";
import { gpu } from "../engine/webgpu/gpu";
import type { Parameters } from "../ops/parameters/parameters";
import { FlatOptimizer } from "./flat";
import { fusedKernels } from "./fused";
import { ReferenceOptimizer } from "./reference";
import type { Optimizer, OptimizerOptions } from "./types";
import { wasmKernels } from "./wasm";

export { learningRateAt } from "./schedule";
export type { Optimizer, OptimizerOptions, OptimizerSlot } from "./types";

/** @param parameters of the cohort; they stay the caller's */
export function createOptimizer(options: OptimizerOptions, parameters: Parameters): Optimizer {
  const { flat, seeds } = parameters;
  const [backend, lane] = [gpu(), wasm()];
  if (flat && backend) return new FlatOptimizer(fusedKernels(backend), options, flat, seeds);
  if (flat && lane) return new FlatOptimizer(wasmKernels(lane), options, flat, seeds);
  return new ReferenceOptimizer(options, parameters);
}
