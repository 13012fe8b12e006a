import * as tf from "@tensorflow/tfjs";
import { gpu } from "../../engine/webgpu/gpu";
import { fusedGradient, fusedSum } from "./fused";
import { referenceGradient, referenceSum } from "./reference";

/**
 * relu(x + residual) for tensors of one shape: the end of a residual block without normalization (He et al., arXiv
 * 1512.03385, section 3.2). Both have the same gradient.
 */
export function addAndRectify(x: tf.Tensor, residual: tf.Tensor): tf.Tensor {
  const backend = gpu();
  const add = tf.customGrad((...args) => {
    const [x, residual, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const y = backend ? fusedSum(backend, x, residual) : referenceSum(x, residual);
    save([y]);
    const gradFunc = (dy: tf.Tensor, [y]: tf.Tensor[]) => {
      const dz = backend ? fusedGradient(backend, dy, y as tf.Tensor) : referenceGradient(dy, y as tf.Tensor);
      return [dz, dz.clone()];
    };
    return { value: y, gradFunc };
  });
  return add(x, residual);
}
