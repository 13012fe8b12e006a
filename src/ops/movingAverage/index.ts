import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import type { Parameters } from "../parameters/parameters";
import { fusedAverage } from "./fused";
import { referenceAverage } from "./reference";
import type { MovingAverage } from "./types";
import { wasmAverage } from "./wasm";

export type { MovingAverage } from "./types";

/** @param parameters stay the caller's, and have to outlive the average */
export function createMovingAverage(parameters: Parameters, momentum: number): MovingAverage {
  const [backend, lane] = [gpu(), wasm()];
  if (lane && parameters.flat) return wasmAverage(lane, parameters.flat, momentum);
  if (backend && parameters.flat) return fusedAverage(backend, parameters.flat, momentum);
  return referenceAverage(parameters.tensors, momentum);
}
