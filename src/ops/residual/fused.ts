import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { activated, maskedGradient } from "../parts/activation";

/** The sum and its gradient in WGSL, one dispatch each. */

/** relu(x + residual), tensors of one shape. */
export function fusedSum(backend: GpuBackend, x: tf.Tensor, residual: tf.Tensor): tf.Tensor {
  const y = output(backend, x.shape);
  backend.dispatch({
    name: "residual sum",
    reads: { x, residual },
    writes: { y },
    grid: { invocations: x.size },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  let z = x[i] + residual[i];
  y[i] = ${activated("relu", "f32", "z")};
}`,
  });
  return y;
}

/** The gradient before ReLU, of y's shape. */
export function fusedGradient(backend: GpuBackend, dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  const dz = output(backend, y.shape);
  backend.dispatch({
    name: "residual sum gradient",
    reads: { dy, y },
    writes: { dz },
    grid: { invocations: y.size },
    wgsl: `fn run(i: u32) { dz[i] = ${maskedGradient("relu", "f32", "dy[i]", "y[i]")}; }`,
  });
  return dz;
}
