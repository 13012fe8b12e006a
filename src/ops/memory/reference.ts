import * as tf from "@tensorflow/tfjs";
import { NEVER } from "../../objectives/parts/sentinels";
import { scattered } from "./scatter";
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

export function referenceWrite(blocks: readonly MemoryBlock[], values: tf.Tensor2D, batch: MemoryBatch): void {
  for (const block of blocks) {
    const own = tf.slice(values, block.from, block.learners);
    if (block.samples === null) block.state.assign(tf.slice(own, [0, 0], [-1, 1]).flatten());
    else block.state.assign(scattered(block.state.tensor, ownRows(block, placesOf(block, batch)), ownRows(block, own)));
  }
}

export function referenceShare(memory: tf.Tensor3D, learners: number, sharing: readonly boolean[]): tf.Tensor3D {
  const first = tf.slice(memory, 0, learners);
  const nothing = tf.fill([learners, memory.shape[1], 1], NEVER);
  return tf.concat(
    sharing.map((shares) => (shares ? first : nothing)),
    0,
  ) as tf.Tensor3D;
}

/** What is of the block's own batch in rows of all views, [learners, N], as one row. */
function ownRows({ batchSize }: MemoryBlock, x: tf.Tensor): tf.Tensor {
  const [learners = 0, views = 0] = x.shape;
  const halves = x.reshape([learners, 2, views / 2]);
  return (batchSize === undefined ? halves : halves.slice([0, 0, 0], [-1, -1, batchSize])).flatten();
}

/** Places of a batch's views in a block of samples: int32 [learners, N]; a block has a learner per seed. */
function placesOf({ from, learners, samples: count }: MemoryBlock, { samples }: MemoryBatch): tf.Tensor2D {
  const [all, n] = [samples as tf.Tensor2D, count as number];
  const batch = tf.slice(all, [from % all.shape[0], 0], [learners, -1]);
  const offsets = Int32Array.from({ length: learners }, (_, learner) => 2 * n * learner);
  const first = batch.add(tf.tensor2d(offsets, [learners, 1], "int32"));
  return tf.concat([first, first.add(tf.scalar(n, "int32"))], 1) as tf.Tensor2D;
}
