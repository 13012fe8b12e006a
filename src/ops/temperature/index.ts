import type * as tf from "@tensorflow/tfjs";
import { assignTo } from "../../engine/stateTensor";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import { type Plane, planeNumbers } from "../parts/plane";
import { fusedBound, fusedControl, fusedTemperatures } from "./fused";
import { referenceBound, referenceFactor, referenceTemperatures } from "./reference";
import type { LiveTemperatureTensors, TemperatureBlock } from "./types";
import { wasmBound, wasmControl, wasmTemperatures } from "./wasm";

export { temperaturesOf } from "./ofBlock";
export type { LiveTemperatureTensors } from "./types";

/**
 * tau of each learner, [L, 1, 1].
 * @param learned [L, 1, LEARNED], l in column 0; null where nothing is learned
 */
export function effectiveTemperatures(
  tensors: LiveTemperatureTensors,
  learned: tf.Tensor3D | null,
  block: TemperatureBlock,
): tf.Tensor3D {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) return wasmTemperatures(lane, tensors, learned, block);
  return backend ? fusedTemperatures(backend, tensors, learned, block) : referenceTemperatures(tensors, learned, block);
}

/**
 * After an update of the learned numbers, in place: l goes back to where base e^-l is within the bounds (projected
 * gradient descent), so that it does not go on growing where it has no effect; and to 0 where it is not learned.
 * @param learned [L, 1, LEARNED]; a variable outside our kernels
 */
export function boundLearned({ rules }: LiveTemperatureTensors, learned: tf.Tensor3D, block: TemperatureBlock): void {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) wasmBound(lane, rules, learned, block);
  else if (backend) fusedBound(backend, rules, learned, block);
  else referenceBound(rules, learned, block);
}

/**
 * The controller's step on its factor, in place: 1/tau grows by the gain where more than the target of the negatives
 * carries the gradient, and shrinks by it where less does. The factor stays where the temperature's bounds are, so that it
 * need not come back.
 * @param tensors their factor is a variable outside our kernels
 * @param ess effective sample size of each anchor's negatives in the batch
 */
export function controlTemperatures(
  tensors: LiveTemperatureTensors & { factor: tf.Tensor3D },
  ess: Plane,
  controller: { target: number; gain: number },
  block: TemperatureBlock,
): void {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) wasmControl(lane, tensors, planeNumbers(ess), controller, block);
  else if (backend) fusedControl(backend, tensors, ess, controller, block);
  else assignTo(tensors.factor, referenceFactor(tensors, planeNumbers(ess), controller, block));
}
