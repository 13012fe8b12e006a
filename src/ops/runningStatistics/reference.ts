import * as tf from "@tensorflow/tfjs";
import { MOMENTUM, type Observed } from "./types";

/**
 * Running statistics after one more batch: (1 - MOMENTUM) of what they were and MOMENTUM of the mean over the batch's
 * rows, with the unbiased variance, as PyTorch has it.
 * @param running mean and variance, [L, 2, C]
 */
export function referenceRunning(running: tf.Tensor, { statistics, counts }: Observed): tf.Tensor {
  const [, , , channels] = statistics.shape;
  const bessel = tf.tensor3d(
    counts.flatMap((count) => [1, count / (count - 1)]),
    [counts.length, 2, 1],
  );
  const now = tf.mul(tf.mean(statistics, 1), bessel);
  return tf.add(tf.mul(running, 1 - MOMENTUM), tf.mul(now, MOMENTUM)).reshape([-1, 2, channels]);
}
