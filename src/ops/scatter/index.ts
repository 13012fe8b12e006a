import type * as tf from "@tensorflow/tfjs";
import type { StateTensor } from "../../engine/stateTensor";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import { fusedScatter } from "./fused";
import { referenceScatter } from "./reference";
import { wasmScatter } from "./wasm";

/**
 * Writes each value into a place of its own, in place.
 * @param state [n]
 * @param places int32, as many as there are values, all different
 */
export function scatterInto(state: StateTensor<tf.Rank.R1>, places: tf.Tensor, values: tf.Tensor): void {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) wasmScatter(lane, state.tensor, places, values);
  else if (backend) fusedScatter(backend, state.tensor, places, values);
  else state.assign(referenceScatter(state.tensor, places, values));
}
