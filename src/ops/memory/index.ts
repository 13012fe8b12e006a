import * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import { type Plane, planeNumbers } from "../parts/plane";
import { fusedRead, fusedWrite } from "./fused";
import { referenceRead, referenceShare, referenceWrite } from "./reference";
import type { MemoryBatch, MemoryBlock } from "./types";
import { wasmRead, wasmShare, wasmWrite } from "./wasm";

export type { MemoryBatch, MemoryBlock } from "./types";

/**
 * What is kept of a batch's views, [L, N, 1]; NEVER where nothing is.
 * @throws Error where a block keeps numbers of samples, and those of the batch are not given
 */
export function readMemories(blocks: readonly MemoryBlock[], batch: MemoryBatch): tf.Tensor3D {
  assertSamples(blocks, batch);
  const [backend, lane] = [gpu(), wasm()];
  if (lane) return wasmRead(lane, blocks, batch);
  return backend ? fusedRead(backend, blocks, batch) : referenceRead(blocks, batch);
}

/**
 * Keeps new numbers of a batch's views, in place.
 * @param values of every view; all of a learner's are alike where one number per learner is kept
 * @throws as readMemories
 */
export function writeMemories(blocks: readonly MemoryBlock[], values: Plane, batch: MemoryBatch): void {
  assertSamples(blocks, batch);
  const [backend, lane] = [gpu(), wasm()];
  if (lane) wasmWrite(lane, blocks, planeNumbers(values), batch);
  else if (backend) fusedWrite(backend, blocks, values, batch);
  else tf.tidy(() => referenceWrite(blocks, planeNumbers(values), batch));
}

/**
 * What the learners of some arms, S each, see of a memory at the first arm's weights: the first arm's numbers where an arm shares
 * them, and nothing elsewhere.
 * @param memory [L, N, 1]
 * @param learners S
 * @param sharing of each of the A arms
 * @returns [A S, N, 1]
 */
export function shareFirst(memory: tf.Tensor3D, learners: number, sharing: readonly boolean[]): tf.Tensor3D {
  const lane = wasm();
  return lane ? wasmShare(lane, memory, learners, sharing) : referenceShare(memory, learners, sharing);
}

function assertSamples(blocks: readonly MemoryBlock[], { samples }: MemoryBatch): void {
  if (samples || blocks.every((block) => block.samples === null)) return;
  throw new Error("A memory of samples needs those of the batch.");
}
