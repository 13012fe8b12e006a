import * as tf from "@tensorflow/tfjs";
import { device } from "./currentDevice";
import type { Device } from "./device";

/**
 * A tensor that steps read and overwrite. Where our kernels run it is memory that is written in place, so that a recorded step finds
 * it where it was; elsewhere a variable.
 */
export interface StateTensor<R extends tf.Rank = tf.Rank> {
  readonly tensor: tf.Tensor<R>;
  /** Overwrites all of it; what was queued before still sees the old values. */
  assign(values: tf.Tensor<R>): void;
  dispose(): void;
}

/**
 * Overwrites a variable, or a tensor that kernels write in place, with numbers from outside; what was queued before
 * still sees the old ones.
 */
export function overwrite(tensor: tf.Tensor, values: Float32Array): void {
  if (tensor instanceof tf.Variable) tf.tidy(() => tensor.assign(tf.tensor(values, tensor.shape)));
  else device()?.writeInPlace(tensor, values);
}

/** Gives a variable, or a tensor that kernels write in place, the values of another tensor. */
export function assignTo(tensor: tf.Tensor, values: tf.Tensor): void {
  if (tensor instanceof tf.Variable) tensor.assign(values);
  else device()?.copyInto(tensor, values);
}

/** A tensor of the same values in memory of its own: a clone would follow a tensor that is written in place. */
export function copyOf<R extends tf.Rank>(tensor: tf.Tensor<R>): tf.Tensor<R> {
  return tf.add(tensor, 0);
}

/** @param initial as many values as the shape has; the caller may reuse the array */
export function createStateTensor<R extends tf.Rank>(shape: number[], initial: Float32Array): StateTensor<R> {
  const place = device();
  return place ? inPlace(place, shape, initial) : asVariable(shape, initial);
}

function inPlace<R extends tf.Rank>(backend: Device, shape: number[], initial: Float32Array): StateTensor<R> {
  const whole = backend.allocate(initial.length);
  backend.writeInPlace(whole, initial);
  const tensor = tf.keep(tf.engine().makeTensorFromTensorInfo(backend.part(whole, 0, shape))) as tf.Tensor<R>;
  return {
    tensor,
    assign: (values) => backend.copyInto(tensor, values),
    dispose: () => {
      tensor.dispose();
      backend.free(whole);
    },
  };
}

function asVariable<R extends tf.Rank>(shape: number[], initial: Float32Array): StateTensor<R> {
  const variable = tf.tidy(() => tf.variable(tf.tensor(initial, shape as tf.ShapeMap[R]), false)) as tf.Variable<R>;
  return {
    tensor: variable,
    assign: (values) => variable.assign(values),
    dispose: () => variable.dispose(),
  };
}
