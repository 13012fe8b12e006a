import * as tf from "@tensorflow/tfjs";
import type { WasmLane } from "../../../engine/wasm/lane";
import { packedSize } from "../../matMul/wasm";
import type { FusedArm } from "../programs/types";
import type { Queue } from "../state";
import type { Gradients } from "./beside";
import type { HeadMemory } from "./memory";

/** The head of a step whose negatives come from a queue: the cosines with its keys, and the gradient of what was made of them. */

export function runQueueCosines(lane: WasmLane, { entries, keys }: Queue, memory: HeadMemory): void {
  const { unit, similarities, shape } = memory;
  const { learners, views, size } = shape;
  const packed = lane.scratch(packedSize(size, memory.keys));
  lane.run("headQueueCosines", {
    reads: [unit, entries, keys],
    writes: [similarities, packed],
    numbers: [learners, views, size, memory.keys],
  });
  packed.dispose();
}

/** dL/dz of the arm's learners, from the `from`-th. */
export function runQueueGradient(
  lane: WasmLane,
  { learners, similarity }: FusedArm,
  from: number,
  { entries, keys, gradient, learned }: Queue & Gradients,
  { unit, inverse, similarities, coefficients, shape, keys: count }: HeadMemory,
): void {
  const { views, size, vectors } = shape;
  const [packed, ofUnit] = [lane.scratch(packedSize(count, 4 * vectors)), lane.scratch(views * 4 * vectors)];
  const ofTemperature = Number(similarity !== "cosine");
  lane.run("headQueueGradient", {
    reads: [unit, inverse, similarities, coefficients, entries, keys],
    writes: [gradient, learned, packed, ofUnit],
    numbers: [from, learners, views, size, learned?.shape[2] ?? 0, ofTemperature, count],
  });
  tf.dispose([packed, ofUnit]);
}
