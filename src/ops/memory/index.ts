import * as tf from "@tensorflow/tfjs";
import { gpu } from "../../engine/webgpu/gpu";
import { type Plane, planeNumbers } from "../parts/plane";
import { fusedRead, fusedWrite } from "./fused";
import { referenceRead, referenceWrite } from "./reference";
import type { MemoryBatch, MemoryBlock } from "./types";

export type { MemoryBatch, MemoryBlock } from "./types";

/**
 * What is kept of a batch's views, [L, N, 1]; NEVER where nothing is.
 * @throws Error where a block keeps numbers of samples, and those of the batch are not given
 */
export function readMemories(blocks: readonly MemoryBlock[], batch: MemoryBatch): tf.Tensor3D {
  assertSamples(blocks, batch);
  const backend = gpu();
  return backend ? fusedRead(backend, blocks, batch) : referenceRead(blocks, batch);
}

/**
 * Keeps new numbers of a batch's views, in place.
 * @param values of every view; all of a learner's are alike where one number per learner is kept
 * @throws as readMemories
 */
export function writeMemories(blocks: readonly MemoryBlock[], values: Plane, batch: MemoryBatch): void {
  assertSamples(blocks, batch);
  const backend = gpu();
  if (backend) fusedWrite(backend, blocks, values, batch);
  else tf.tidy(() => referenceWrite(blocks, planeNumbers(values), batch));
}

function assertSamples(blocks: readonly MemoryBlock[], { samples }: MemoryBatch): void {
  if (samples || blocks.every((block) => block.samples === null)) return;
  throw new Error("A memory of samples needs those of the batch.");
}
