import * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gpu, output } from "../../engine/webgpu/gpu";
import { activated, maskedGradient } from "../parts/activation";
import { activationGradient } from "../parts/affine";

/**
 * relu(x + residual) for tensors of one shape: the end of a residual block without normalisation (He et al., arXiv
 * 1512.03385, section 3.2). Both have the same gradient.
 */
export function addAndRectify(x: tf.Tensor, residual: tf.Tensor): tf.Tensor {
  const backend = gpu();
  const add = tf.customGrad((...args) => {
    const [x, residual, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const y = backend ? fusedSum(backend, x, residual) : tf.relu(tf.add(x, residual));
    save([y]);
    const gradFunc = (dy: tf.Tensor, [y]: tf.Tensor[]) => {
      const dz = backend ? fusedGradient(backend, dy, y as tf.Tensor) : activationGradient(dy, y as tf.Tensor, "relu");
      return [dz, dz.clone()];
    };
    return { value: y, gradFunc };
  });
  return add(x, residual);
}

function fusedSum(backend: GpuBackend, x: tf.Tensor, residual: tf.Tensor): tf.Tensor {
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

function fusedGradient(backend: GpuBackend, dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
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
