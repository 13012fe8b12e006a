import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gradientOutput, output } from "../../engine/webgpu/gpu";
import type { Activation } from "../parts/affine";
import { forwardProgram } from "./forwardProgram";
import { inputGradientProgram } from "./inputGradientProgram";
import { addPartsProgram, parameterGradientProgram, splitOf } from "./parameterGradientProgram";
import type { ConvolutionLayer, ConvolutionShape, LayerInputs } from "./types";

/** The layer in WGSL: one dispatch forwards, one or two for the parameters' gradients, one for the input's. */
export function fusedLayer(backend: GpuBackend): ConvolutionLayer {
  return {
    forward: (inputs, shape, activation) => {
      const { learners, samples, outHeight, outWidth, outChannels } = shape;
      const y = output<tf.Rank.R3>(backend, [learners, samples * outHeight * outWidth, outChannels]);
      backend.dispatch(forwardProgram({ ...inputs, y }, shape, activation));
      return y;
    },

    gradients: (dy, y, inputs, shape, { activation, inputIsData }) => {
      const gradients = parameterGradients(backend, { dy, y, ...inputs }, shape, activation);
      if (inputIsData) return gradients;
      const dx = output(backend, [shape.learners, shape.samples * shape.height * shape.width, shape.channels]);
      backend.dispatch(inputGradientProgram({ dy, y, w: inputs.w, dx }, shape, activation));
      return [...gradients, dx];
    },
  };
}

function parameterGradients(
  backend: GpuBackend,
  { x, w, b, dy, y }: LayerInputs & { dy: tf.Tensor3D; y: tf.Tensor3D },
  shape: ConvolutionShape,
  activation: Activation,
): tf.Tensor[] {
  const sums = { dw: gradientOutput(backend, w), ...(b ? { db: gradientOutput(backend, b) } : {}) };
  const hasBias = b !== null;
  const split = splitOf(shape, backend.wantedInvocations);
  if (split.parts === 1) {
    backend.dispatch(parameterGradientProgram({ x, dy, y }, sums, shape, { activation, split, hasBias }));
    return Object.values(sums);
  }
  const partial = output(backend, [split.parts, w.size + (b?.size ?? 0)]);
  backend.dispatch(parameterGradientProgram({ x, dy, y }, { partial }, shape, { activation, split, hasBias }));
  backend.dispatch(addPartsProgram(partial, sums, shape));
  partial.dispose();
  return Object.values(sums);
}
