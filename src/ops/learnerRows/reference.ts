import * as tf from "@tensorflow/tfjs";
import type { GroupPart, LearnerBlock, RowLayout } from "./types";

/** Plain TensorFlow.js operations, as index.ts defines them. */

/** @returns [l * halves, own, width] */
export function referenceGather(
  x: tf.Tensor,
  blocks: readonly LearnerBlock[],
  { halves, all, own, width }: RowLayout,
): tf.Tensor {
  const rows = x.reshape([-1, all, width]) as tf.Tensor3D;
  return joined(blocks.map(({ from, count }) => rows.slice([halves * from, 0, 0], [halves * count, own, width])));
}

/** @returns [L * halves, all, width] */
export function referenceSpread(parts: readonly GroupPart[]): tf.Tensor {
  const pieces = parts.flatMap((part) => {
    let done = 0;
    return part.blocks.map((block) => {
      const piece = { from: block.from, x: spreadBlock(part, block, done) };
      done += block.count;
      return piece;
    });
  });
  return joined(pieces.sort((a, b) => a.from - b.from).map(({ x }) => x));
}

/** A block's learners, of which `before` of the group's come before. */
function spreadBlock(
  { x, layout: { halves, all, own, width } }: GroupPart,
  { count }: LearnerBlock,
  before: number,
): tf.Tensor {
  if (!x) return tf.zeros([halves * count, all, width]);
  const rows = x.reshape([-1, own, width]) as tf.Tensor3D;
  return tf.pad(rows.slice([halves * before, 0, 0], [halves * count, own, width]), [
    [0, 0],
    [0, all - own],
    [0, 0],
  ]);
}

function joined(parts: tf.Tensor[]): tf.Tensor {
  return parts.length === 1 ? (parts[0] as tf.Tensor) : tf.concat(parts, 0);
}
