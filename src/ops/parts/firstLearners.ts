import * as tf from "@tensorflow/tfjs";
import { wasm, wasmOutput } from "../../engine/wasm/lane";
import { tileLearners } from "./shape";

/** The first `count` learners of x [L, ...] again and again, [L, ...]. */
export function repeatFirst<R extends tf.Rank>(x: tf.Tensor<R>, count: number): tf.Tensor<R> {
  const [lane, learners = 1] = [wasm(), x.shape[0]];
  if (!lane) return tileLearners(tf.slice(x, 0, count), learners) as tf.Tensor<R>;
  const repeated = wasmOutput<R>(lane, x.shape);
  lane.repeatHead(x, repeated, (count * x.size) / learners);
  return repeated;
}
