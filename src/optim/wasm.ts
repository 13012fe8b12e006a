import type { WasmLane } from "../engine/wasm/lane";
import { wasmNormFactors } from "../ops/matchNorms";
import { wasmUpdate } from "../ops/optimizer";
import type { FlatKernels } from "./flat";

/** The update in WebAssembly: one kernel, and one more where gradient norms are matched. */
export function wasmKernels(lane: WasmLane): FlatKernels {
  return {
    update: (tensors, options, { chunks }) => wasmUpdate(lane, tensors, options, chunks),
    normFactors: (gradients, shape) => wasmNormFactors(lane, gradients, shape),
  };
}
