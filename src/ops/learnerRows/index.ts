import * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { referenceGather, referenceSpread } from "./reference";
import type { BatchGroup, GroupPart, LearnerBlock, RowLayout } from "./types";
import { wasmGather, wasmScale, wasmSpread } from "./wasm";

export type { BatchGroup, LearnerBlock } from "./types";

/**
 * Of learners of different batch sizes those of one, on their own rows alone, and back. The rows of a batch come in halves, first views
 * and second views, each of which begins with a learner's own.
 */

/** A group's part of x [L, ...]: [l, ...]. */
export function gatherLearners<R extends tf.Rank>(x: tf.Tensor<R>, { blocks }: BatchGroup): tf.Tensor<R> {
  return gather(x, blocks, wholeLayout(x.shape));
}

/** Of slices [S, ...], of which learner l sees the l mod S-th, what some learners see: [count, ...]. */
export function gatherSlices<R extends tf.Rank>(slices: tf.Tensor<R>, { from, count }: LearnerBlock): tf.Tensor<R> {
  const [all = 1] = slices.shape;
  const blocks: LearnerBlock[] = [];
  for (let done = 0; done < count; done += blocks.at(-1)?.count ?? 1) {
    const first = (from + done) % all;
    blocks.push({ from: first, count: Math.min(all - first, count - done) });
  }
  return gather(slices, blocks, wholeLayout(slices.shape));
}

/** A group's own rows of x [L, 2B, ...]: [l, 2b, ...]. */
export function gatherRows<R extends tf.Rank>(x: tf.Tensor<R>, { blocks, size }: BatchGroup): tf.Tensor<R> {
  return gather(x, blocks, rowLayout(x.shape, size));
}

/** x [L, ...] of all learners from each group's part; 0 where that is null. */
export function spreadLearners<R extends tf.Rank>(
  groups: readonly BatchGroup[],
  parts: readonly (tf.Tensor | null)[],
  shape: tf.ShapeMap[R],
): tf.Tensor<R> {
  const layout = wholeLayout(shape);
  return spread(
    groups.map(({ blocks }, g) => ({ x: parts[g] ?? null, blocks, layout })),
    shape,
  );
}

/** x [L, 2B, ...] of all learners from each group's own rows; 0 beyond them, and where they are null. */
export function spreadRows<R extends tf.Rank>(
  groups: readonly BatchGroup[],
  parts: readonly (tf.Tensor | null)[],
  shape: tf.ShapeMap[R],
): tf.Tensor<R> {
  return spread(
    groups.map(({ blocks, size }, g) => ({ x: parts[g] ?? null, blocks, layout: rowLayout(shape, size) })),
    shape,
  );
}

/** factor x */
export function scaled<R extends tf.Rank>(x: tf.Tensor<R>, factor: number): tf.Tensor<R> {
  const lane = wasm();
  return lane ? wasmScale(lane, x, factor) : x.mul(factor);
}

function gather<R extends tf.Rank>(x: tf.Tensor<R>, blocks: BatchGroup["blocks"], layout: RowLayout): tf.Tensor<R> {
  const lane = wasm();
  const gathered = lane ? wasmGather(lane, x, blocks, layout) : referenceGather(x, blocks, layout);
  const [learners = 0, ...rest] = gatheredShape(x.shape, blocks, layout);
  return gathered.reshape([learners, ...rest] as tf.ShapeMap[R]);
}

function spread<R extends tf.Rank>(parts: readonly GroupPart[], shape: tf.ShapeMap[R]): tf.Tensor<R> {
  const lane = wasm();
  const whole = lane ? wasmSpread(lane, parts, shape) : referenceSpread(parts);
  return whole.reshape(shape);
}

function gatheredShape(shape: readonly number[], blocks: BatchGroup["blocks"], { halves, own }: RowLayout): number[] {
  const learners = blocks.reduce((sum, { count }) => sum + count, 0);
  return halves === 1 ? [learners, ...shape.slice(1)] : [learners, halves * own, ...shape.slice(2)];
}

function wholeLayout(shape: readonly number[]): RowLayout {
  return { halves: 1, all: 1, own: 1, width: tf.util.sizeFromShape(shape.slice(1)) };
}

function rowLayout(shape: readonly number[], own: number): RowLayout {
  return { halves: 2, all: (shape[1] ?? 0) / 2, own, width: tf.util.sizeFromShape(shape.slice(2)) };
}
