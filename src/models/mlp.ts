import { type Tensor3D, util } from "@tensorflow/tfjs";
import { dense } from "../kernels/dense";
import { denseSpecs, projectionHead, projectionSpecs } from "./layers";
import type { Encoder, EncoderOptions, ParameterSpec } from "./types";

/** Multi-layer perceptron: `depth` dense layers of `width` units are the features, then the projection head. */
export function mlp({ width, depth, projection }: EncoderOptions, inputShape: number[]): Encoder {
  const inputSize = util.sizeFromShape(inputShape);
  return {
    parameters: [...hiddenSpecs(inputSize, width, depth), ...projectionSpecs(width, projection)],
    featureSize: width,
    embeddingSize: projection,
    largestActivation: Math.max(width, projection),
    forward(parameters, input) {
      const [slices = 1, samples = 1] = input.shape;
      let h = input.reshape([slices, samples, inputSize]) as Tensor3D;
      for (let layer = 0; layer < depth; layer++) {
        const [w, b] = parameters.slice(2 * layer) as [Tensor3D, Tensor3D];
        h = dense(h, w, b, { activation: "relu", inputIsData: layer === 0 });
      }
      return { features: h, embeddings: projectionHead(h, parameters.slice(2 * depth) as Tensor3D[]) };
    },
  };
}

function hiddenSpecs(inputSize: number, width: number, depth: number): ParameterSpec[] {
  return Array.from({ length: depth }, (_, layer) =>
    denseSpecs(`hidden${layer + 1}`, layer === 0 ? inputSize : width, width),
  ).flat();
}
