import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmFilled, wasmOutput } from "../../engine/wasm/lane";
import type { GroupPart, LearnerBlock, RowLayout } from "./types";

/** By kernels that copy rows (engine/wasm/inPlace.as.ts), as index.ts defines them. */

/** @returns [l * halves, own, width] */
export function wasmGather(
  lane: WasmLane,
  x: tf.Tensor,
  blocks: readonly LearnerBlock[],
  { halves, all, own, width }: RowLayout,
): tf.Tensor {
  const learners = blocks.reduce((sum, { count }) => sum + count, 0);
  const gathered = wasmOutput(lane, [halves * learners, own, width], x.dtype);
  let done = 0;
  for (const { from, count } of blocks) {
    const places = [from * halves * all * width, done * halves * own * width];
    const numbers = [halves * count, own * width, all * width, own * width, ...places];
    lane.run("copyRows", { reads: [x], writes: [gathered], numbers });
    done += count;
  }
  return gathered;
}

export function wasmSpread(lane: WasmLane, parts: readonly GroupPart[], shape: readonly number[]): tf.Tensor {
  const whole = wasmFilled(lane, [...shape], 0);
  for (const { x, blocks, layout } of parts) if (x) spreadPart(lane, whole, x, blocks, layout);
  return whole;
}

function spreadPart(
  lane: WasmLane,
  whole: tf.Tensor,
  x: tf.Tensor,
  blocks: readonly LearnerBlock[],
  { halves, all, own, width }: RowLayout,
): void {
  let done = 0;
  for (const { from, count } of blocks) {
    const places = [done * halves * own * width, from * halves * all * width];
    const numbers = [halves * count, own * width, own * width, all * width, ...places];
    lane.run("copyRows", { reads: [x], writes: [whole], numbers });
    done += count;
  }
}

/** factor x */
export function wasmScale<R extends tf.Rank>(lane: WasmLane, x: tf.Tensor<R>, factor: number): tf.Tensor<R> {
  const product = wasmOutput<R>(lane, x.shape);
  lane.run("scale", { reads: [x], writes: [product], numbers: [x.size, factor] });
  return product;
}
