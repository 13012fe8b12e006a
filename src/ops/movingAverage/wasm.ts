import * as tf from "@tensorflow/tfjs";
import type { WasmLane } from "../../engine/wasm/lane";
import type { FlatParameters } from "../parameters/flatParameters";
import type { MovingAverage } from "./types";

/** All parameters in one call of a WebAssembly kernel (wasm.as.ts). */
export function wasmAverage(lane: WasmLane, flat: FlatParameters, momentum: number): MovingAverage {
  const average = flat.allocateLike();
  const tensors = flat.partsOf(average);
  const numbers = [flat.layout.length, momentum, 1 - momentum];
  lane.copyInto(average, flat.values);
  return {
    tensors,
    afterUpdate: () => lane.run("movingAverage", { reads: [flat.values], writes: [average], numbers }),
    dispose: () => {
      tf.dispose(tensors);
      flat.free(average);
    },
  };
}
