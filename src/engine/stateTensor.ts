import * as tf from "@tensorflow/tfjs";
import type { PlaygroundBackend } from "./webgpu/backend";
import { gpu } from "./webgpu/gpu";
import { copyInto } from "./webgpu/inPlace";
import { playgroundBackend } from "./webgpu/register";

/**
 * A tensor that steps read and overwrite. On WebGPU it is a buffer that is written in place, so that a recorded step finds
 * it where it was; elsewhere a variable.
 */
export interface StateTensor<R extends tf.Rank = tf.Rank> {
  readonly tensor: tf.Tensor<R>;
  /** Overwrites all of it; what was queued before still sees the old values. */
  assign(values: tf.Tensor<R>): void;
  dispose(): void;
}

/**
 * Overwrites a variable, or a tensor that WebGPU's programs write in place, with numbers from outside; what was queued before
 * still sees the old ones.
 */
export function overwrite(tensor: tf.Tensor, values: Float32Array): void {
  if (tensor instanceof tf.Variable) tf.tidy(() => tensor.assign(tf.tensor(values, tensor.shape)));
  else inPlaceBackend().writeInPlace(tensor, values);
}

/** @param initial as many values as the shape has; the caller may reuse the array */
export function createStateTensor<R extends tf.Rank>(shape: number[], initial: Float32Array): StateTensor<R> {
  return gpu() ? onGpu(shape, initial) : asVariable(shape, initial);
}

function onGpu<R extends tf.Rank>(shape: number[], initial: Float32Array): StateTensor<R> {
  const backend = inPlaceBackend();
  const whole = backend.allocate(initial.length);
  backend.writeInPlace(whole, initial);
  const tensor = tf.keep(tf.engine().makeTensorFromTensorInfo(backend.part(whole, 0, shape))) as tf.Tensor<R>;
  return {
    tensor,
    assign: (values) => copyInto(backend, tensor, values),
    dispose: () => {
      tensor.dispose();
      backend.free(whole);
    },
  };
}

function inPlaceBackend(): PlaygroundBackend {
  const backend = playgroundBackend();
  if (!backend) throw new Error("State in place needs the WebGPU backend.");
  return backend;
}

function asVariable<R extends tf.Rank>(shape: number[], initial: Float32Array): StateTensor<R> {
  const variable = tf.tidy(() => tf.variable(tf.tensor(initial, shape as tf.ShapeMap[R]), false)) as tf.Variable<R>;
  return {
    tensor: variable,
    assign: (values) => variable.assign(values),
    dispose: () => variable.dispose(),
  };
}
