import * as tf from "@tensorflow/tfjs";
import { device } from "../../engine/currentDevice";
import { tileLearners } from "./shape";

/**
 * The first `count` learners of x [L, ...] again and again, as [learners, ...] in memory of its own. Nothing can be differentiated
 * through it where kernels run.
 */
export function repeatFirst<R extends tf.Rank>(x: tf.Tensor<R>, count: number, learners: number): tf.Tensor<R> {
  const backend = device();
  if (!backend) return tileLearners(tf.slice(x, 0, count), learners) as tf.Tensor<R>;
  const [slices = 1, ...rest] = x.shape;
  const copy = backend.makeTensorInfo([learners, ...rest], "float32");
  backend.repeatHead(x, copy, (count * x.size) / slices);
  return tf.engine().makeTensorFromTensorInfo(copy) as tf.Tensor<R>;
}
