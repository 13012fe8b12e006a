import * as tf from "@tensorflow/tfjs";

/**
 * A copy with other values in some places, which are all different. Not `tf.tensorScatterUpdate`: on WebGL it may work out
 * old + (new - old), which is not the new value where the old one is as large as NEVER (objectives/parts/sentinels.ts).
 * @param old [n]
 * @param places int32, as many as there are values
 */
export function scattered(old: tf.Tensor1D, places: tf.Tensor, values: tf.Tensor): tf.Tensor1D {
  const put = (x: tf.Tensor) => tf.scatterND(places.expandDims(1), x, old.shape) as tf.Tensor1D;
  return tf.where(put(tf.onesLike(values)).greater(0.5), put(values), old);
}
