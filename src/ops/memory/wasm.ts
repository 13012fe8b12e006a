import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmFilled } from "../../engine/wasm/lane";
import { NEVER } from "../../objectives/parts/sentinels";
import type { MemoryBatch, MemoryBlock } from "./types";

/** Memories in WebAssembly: a call for each block, as index.ts defines them. */

export function wasmRead(lane: WasmLane, blocks: readonly MemoryBlock[], batch: MemoryBatch): tf.Tensor3D {
  const { learners, views } = batch;
  const values = wasmFilled<tf.Rank.R3>(lane, [learners, views, 1], NEVER);
  for (const block of blocks)
    lane.run("readMemory", {
      reads: [samplesOf(block, batch), block.state.tensor],
      writes: [values],
      numbers: numbersOf(block, batch),
    });
  return values;
}

export function wasmWrite(
  lane: WasmLane,
  blocks: readonly MemoryBlock[],
  values: tf.Tensor2D,
  batch: MemoryBatch,
): void {
  for (const block of blocks)
    lane.run("writeMemory", {
      reads: [samplesOf(block, batch), values],
      writes: [block.state.tensor],
      numbers: [...numbersOf(block, batch), block.batchSize ?? batch.views / 2],
    });
}

export function wasmShare(
  lane: WasmLane,
  memory: tf.Tensor3D,
  learners: number,
  sharing: readonly boolean[],
): tf.Tensor3D {
  const values = wasmFilled<tf.Rank.R3>(lane, [sharing.length * learners, memory.shape[1], 1], NEVER);
  const size = learners * memory.shape[1];
  sharing.forEach((shares, arm) => {
    if (!shares) return;
    lane.run("copyRows", { reads: [memory], writes: [values], numbers: [1, size, size, size, 0, arm * size] });
  });
  return values;
}

/** Null where the block has one number per learner. */
function samplesOf(block: MemoryBlock, { samples }: MemoryBatch): tf.TensorInfo | null {
  return block.samples === null ? null : samples;
}

function numbersOf({ from, learners, samples: count }: MemoryBlock, { views, samples }: MemoryBatch): number[] {
  return [from, learners, views, samples?.shape[0] ?? 1, count ?? 0];
}
