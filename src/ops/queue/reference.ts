import * as tf from "@tensorflow/tfjs";

/**
 * The ring with rows step B, step B + 1, ... modulo K overwritten, from plain TensorFlow.js operations.
 * @param entries [L, K, D]
 * @param keys [L, B, D], B <= K
 */
export function referenceEnqueue(entries: tf.Tensor3D, keys: tf.Tensor3D, step: number): tf.Tensor3D {
  const [, size] = entries.shape;
  const [, batch] = keys.shape;
  const from = (step * batch) % size;
  const beyond = Math.max(0, from + batch - size);
  const pieces: [tf.Tensor3D, first: number, count: number][] = [
    [keys, batch - beyond, beyond],
    [entries, beyond, from - beyond],
    [keys, 0, batch - beyond],
    [entries, from + batch, size - from - batch],
  ];
  const rows = pieces.filter(([, , count]) => count > 0);
  return tf.concat(
    rows.map(([x, first, count]) => x.slice([0, first, 0], [-1, count, -1])),
    1,
  );
}
