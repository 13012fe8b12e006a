import * as tf from "@tensorflow/tfjs";
import { device } from "./currentDevice";

/** A gradient that something else than a kernel worked out, in the place where the optimizer looks for it. */
export function gradientInPlace<R extends tf.Rank>(gradient: tf.Tensor<R>, parameter: tf.Tensor<R>): tf.Tensor<R> {
  const backend = device();
  const place = backend?.gradientPlace(parameter);
  if (!backend || !place) return gradient;
  backend.copyInto(place, gradient);
  return tf.engine().makeTensorFromTensorInfo(place) as tf.Tensor<R>;
}
