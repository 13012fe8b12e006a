import * as tf from "@tensorflow/tfjs";

/**
 * What each learner's gradient is multiplied by, so that its length over all parameters of the encoder is that of arm 0's learner of the
 * same seed: |g_0| / |g|, each at its learner's own weights. Under SGD the arms of a seed then differ in the direction of
 * their gradients alone: without momentum, at equal rates, their steps are equally long.
 *
 * It is 1 for arm 0, where |g| is 0 or not finite, and where |g_0| is not finite, so that an arm 0 that diverged takes
 * no other arm with it. Where arm 0's gradient is 0 it is 0: nobody takes a step that arm 0 does not take.
 *
 * Plain TensorFlow.js operations.
 * @param gradients one [L, ...] tensor per parameter of the encoder, of at least two arms
 * @param seeds learners per arm; learner = arm * seeds + seed
 * @returns [L]
 */
export function referenceNormFactors(gradients: tf.Tensor[], seeds: number): tf.Tensor1D {
  return tf.tidy(() => {
    const squares = sumOfSquares(gradients);
    const reference = squares.slice([0], [seeds]);
    const others = squares.slice([seeds]).reshape([-1, seeds]);
    const isUsable = tf.logicalAnd(
      tf.logicalAnd(tf.isFinite(others), tf.isFinite(reference)),
      tf.greater(others, tf.zerosLike(others)),
    );
    const ones = tf.onesLike(others);
    // Roots first: the ratio of the squares may be more than float32 holds.
    const ratio = tf.div(tf.sqrt(reference), tf.sqrt(tf.where(isUsable, others, ones)));
    const factors = tf.where(isUsable, ratio, ones).reshape([-1]);
    return tf.concat([tf.onesLike(reference), factors]) as tf.Tensor1D;
  });
}

/** Sum over all parameters of the squares, per learner: [L]. */
export function sumOfSquares(tensors: tf.Tensor[]): tf.Tensor {
  const sums = tensors.map((tensor) => tf.sum(tf.square(tensor.reshape([tensor.shape[0] as number, -1])), 1));
  return tf.addN(sums as tf.Tensor1D[]);
}
