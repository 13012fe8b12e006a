import * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import { beforeActivation } from "../parts/activationInWasm";
import { fusedGradient, fusedSum } from "./fused";
import { referenceGradient, referenceSum } from "./reference";
import { wasmSum } from "./wasm";

/**
 * relu(x + residual) for tensors of one shape: the end of a residual block without normalization (He et al., arXiv
 * 1512.03385, section 3.2). Both have the same gradient.
 * @param known what it gives, where that is known: it is not computed
 */
export function addAndRectify(x: tf.Tensor, residual: tf.Tensor, known: tf.Tensor | null = null): tf.Tensor {
  const { sum, gradient } = chooseForm();
  const add = tf.customGrad((...args) => {
    const [x, residual, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const y = known ?? sum(x, residual);
    save([y]);
    const gradFunc = (dy: tf.Tensor, [y]: tf.Tensor[]) => {
      const dz = gradient(dy, y as tf.Tensor);
      return [dz, dz.clone()];
    };
    return { value: y, gradFunc };
  });
  return add(x, residual);
}

interface ResidualSum {
  sum(x: tf.Tensor, residual: tf.Tensor): tf.Tensor;
  gradient(dy: tf.Tensor, y: tf.Tensor): tf.Tensor;
}

function chooseForm(): ResidualSum {
  const [backend, lane] = [gpu(), wasm()];
  if (lane)
    return {
      sum: (x, residual) => wasmSum(lane, x, residual),
      gradient: (dy, y) => beforeActivation(lane, dy, y, "relu"),
    };
  if (!backend) return { sum: referenceSum, gradient: referenceGradient };
  return {
    sum: (x, residual) => fusedSum(backend, x, residual),
    gradient: (dy, y) => fusedGradient(backend, dy, y),
  };
}
