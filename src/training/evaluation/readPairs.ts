import * as tf from "@tensorflow/tfjs";
import { readAndDispose } from "../../engine/readAndDispose";
import type { ViewPairs } from "../../record/events";

/**
 * The first seed's first `count` pairs as pictures in 0..1 (points as they are): [count, 2, ...shape].
 * @param views [S, 2 pairs, ...shape], first views in front
 */
export async function readPairs(views: tf.Tensor, pairs: number, count: number): Promise<ViewPairs> {
  const shape = views.shape.slice(2);
  const shown = tf.tidy(() => {
    const own = tf.slice(views, 0, 1).reshape([2, pairs, ...shape]);
    const swapped = tf.transpose(own, [1, 0, ...shape.map((_, axis) => axis + 2)]);
    const first = tf.slice(swapped, 0, count);
    return shape.length === 3 ? tf.add(tf.div(first, 2), 0.5) : first;
  });
  return { values: (await readAndDispose(shown)) as Float32Array, count, shape };
}
