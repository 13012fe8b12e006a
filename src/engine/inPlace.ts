import type * as tf from "@tensorflow/tfjs";
import { device } from "./currentDevice";
import { wasm, wasmGradientOutput } from "./wasm/lane";
import { gpu, gradientOutput } from "./webgpu/gpu";

/** A gradient that something else than a kernel worked out, in the place where the optimizer looks for it. */
export function gradientInPlace<R extends tf.Rank>(gradient: tf.Tensor<R>, parameter: tf.Tensor<R>): tf.Tensor<R> {
  const place = gradientPlace(parameter);
  if (!place) return gradient;
  device()?.copyInto(place, gradient);
  return place;
}

function gradientPlace<R extends tf.Rank>(parameter: tf.Tensor<R>): tf.Tensor<R> | null {
  const [backend, lane] = [gpu(), wasm()];
  if (backend) return gradientOutput(backend, parameter);
  return lane && wasmGradientOutput(lane, parameter);
}
