import type { Tensor3D } from "@tensorflow/tfjs";
import { dense } from "../kernels/dense";
import type { ParameterSpec } from "./types";

/** Weights [inputs, outputs] and bias [1, outputs] of one layer. */
export function denseSpecs(name: string, inputs: number, outputs: number): ParameterSpec[] {
  return [
    { name: `${name}/weights`, shape: [inputs, outputs], isExempt: false, init: { kind: "heNormal", fanIn: inputs } },
    { name: `${name}/bias`, shape: [1, outputs], isExempt: true, init: { kind: "zeros" } },
  ];
}

/** Projection head of SimCLR (arXiv 2002.05709, section 2.1): one hidden layer as wide as the features. */
export function projectionSpecs(features: number, projection: number): ParameterSpec[] {
  return [...denseSpecs("projection1", features, features), ...denseSpecs("projection2", features, projection)];
}

/** h [L, N, F] to z [L, N, projection]; four parameters, as `projectionSpecs` lists them. */
export function projectionHead(h: Tensor3D, parameters: Tensor3D[]): Tensor3D {
  const [w1, b1, w2, b2] = parameters as [Tensor3D, Tensor3D, Tensor3D, Tensor3D];
  return dense(dense(h, w1, b1, { activation: "relu" }), w2, b2, { activation: "linear" });
}
