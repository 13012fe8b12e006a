import * as tf from "@tensorflow/tfjs";
import type { ViewTable } from "../../augmentations/viewTable";

/**
 * Cutout (DeVries and Taylor, arXiv 1708.04552): a square of the views that have one becomes mean grey. Its centre is any
 * pixel, so that the square may lie partly outside.
 * @param x centred to -1..1, so that 0 is mean grey; [V, H, W, C]
 * @param side of the square in pixels
 */
export function cutout(x: tf.Tensor4D, views: ViewTable, side: number): tf.Tensor4D {
  const [count, height, width] = x.shape;
  const rows = tf.tensor4d(covered(views, "cutoutY", height, side), [count, height, 1, 1]);
  const columns = tf.tensor4d(covered(views, "cutoutX", width, side), [count, 1, width, 1]);
  return tf.mul(x, tf.sub(1, tf.mul(rows, columns)));
}

/** 1 for the rows or columns that the square of a view covers, else 0: [V, size]. */
function covered(views: ViewTable, centre: "cutoutX" | "cutoutY", size: number, side: number): Float32Array {
  const marks = new Float32Array(views.count * size);
  for (let view = 0; view < views.count; view++) {
    if (views.get(view, "cutout") === 0) continue;
    const first = Math.floor(views.get(view, centre) * size) - Math.floor(side / 2);
    marks.fill(1, view * size + Math.max(0, first), view * size + Math.min(size, first + side));
  }
  return marks;
}
