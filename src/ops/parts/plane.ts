import * as tf from "@tensorflow/tfjs";

/**
 * A number of every view, [L, N], where it lies: one plane of a tensor that may have others. Programs read it in place, which saves
 * the dispatch of a copy.
 */
export interface Plane {
  /** [L, planes, N] */
  planes: tf.Tensor3D;
  index: number;
  /** What each learner's numbers are to be multiplied by; nothing unless given. */
  scales?: readonly number[] | null | undefined;
}

/** Numbers that have a tensor of their own, [L, N] or [L, N, 1]. */
export function wholePlane(numbers: tf.Tensor): Plane {
  const [learners = 0, views = 0] = numbers.shape;
  return { planes: tf.reshape(numbers, [learners, 1, views]), index: 0 };
}

/** [L, N] */
export function planeNumbers({ planes, index, scales }: Plane): tf.Tensor2D {
  const [learners, count, views] = planes.shape;
  const own = count === 1 ? planes : tf.slice(planes, [0, index, 0], [learners, 1, views]);
  const numbers: tf.Tensor2D = tf.reshape(own, [learners, views]);
  return scales ? numbers.mul(tf.tensor2d([...scales], [learners, 1])) : numbers;
}

/** WGSL of the place of a view's number within `planes`, not scaled. */
export function planePlaceWgsl({ planes, index }: Plane): string {
  const [, count, views] = planes.shape;
  return /* wgsl */ `
fn place_in_plane(learner: u32, view: u32) -> u32 { return (learner * ${count}u + ${index}u) * ${views}u + view; }`;
}
