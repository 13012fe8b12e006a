import * as tf from "@tensorflow/tfjs";

/**
 * A copy with other values in some places. Not `tf.tensorScatterUpdate`: on WebGL it may work out old + (new - old), which
 * is not the new value where the old one is as large as NEVER (objectives/parts/sentinels.ts).
 * @param old [n]
 */
export function referenceScatter(old: tf.Tensor1D, places: tf.Tensor, values: tf.Tensor): tf.Tensor1D {
  const scattered = (x: tf.Tensor) => tf.scatterND(places.expandDims(1), x, old.shape) as tf.Tensor1D;
  return tf.where(scattered(tf.onesLike(values)).greater(0.5), scattered(values), old);
}
