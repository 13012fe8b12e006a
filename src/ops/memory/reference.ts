import * as tf from "@tensorflow/tfjs";
import { NEVER } from "../../objectives/parts/sentinels";
import { scatterInto } from "../scatter";
import type { MemoryBatch, MemoryBlock } from "./types";

/** Plain TensorFlow.js operations, as index.ts defines them. */

export function referenceRead(blocks: readonly MemoryBlock[], batch: MemoryBatch): tf.Tensor3D {
  const { learners, views } = batch;
  const parts: tf.Tensor[] = [];
  let done = 0;
  const fillTo = (end: number) => {
    if (end > done) parts.push(tf.fill([end - done, views, 1], NEVER));
    done = end;
  };
  for (const block of blocks) {
    fillTo(block.from);
    parts.push(readBlock(block, batch));
    done += block.learners;
  }
  fillTo(learners);
  return (parts.length === 1 ? parts[0] : tf.concat(parts, 0)) as tf.Tensor3D;
}

function readBlock(block: MemoryBlock, batch: MemoryBatch): tf.Tensor {
  const { state, learners, samples } = block;
  if (samples === null) return state.tensor.reshape([learners, 1, 1]).tile([1, batch.views, 1]);
  return tf.gather(state.tensor, placesOf(block, batch)).expandDims(2);
}

export function referenceWrite(blocks: readonly MemoryBlock[], values: tf.Tensor3D, batch: MemoryBatch): void {
  for (const block of blocks) {
    const own = tf.slice(values, block.from, block.learners);
    if (block.samples === null) block.state.assign(tf.slice(own, [0, 0, 0], [-1, 1, -1]).flatten());
    else scatterInto(block.state, placesOf(block, batch).flatten(), own.flatten());
  }
}

/** Places of a batch's views in a block of samples: int32 [learners, N]; a block has a learner per seed. */
function placesOf({ learners, samples: count }: MemoryBlock, { samples }: MemoryBatch): tf.Tensor2D {
  const [batch, n] = [samples as tf.Tensor2D, count as number];
  const offsets = Int32Array.from({ length: learners }, (_, learner) => 2 * n * learner);
  const first = batch.add(tf.tensor2d(offsets, [learners, 1], "int32"));
  return tf.concat([first, first.add(tf.scalar(n, "int32"))], 1) as tf.Tensor2D;
}
