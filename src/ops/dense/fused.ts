import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gradientOutput, output } from "../../engine/webgpu/gpu";
import { dispatchProduct } from "../matMul";
import { activated, maskedGradient } from "../parts/activation";
import type { Activation } from "../parts/affine";

/** The three products of a dense layer in WGSL, all learners in one dispatch each. */

/** Sizes of a layer: x [slices, samples, inputs], y [learners, samples, outputs]; learner l reads slice l mod slices. */
export interface DenseShape {
  slices: number;
  learners: number;
  samples: number;
  inputs: number;
  outputs: number;
}

/** activation(x w + b), or without the bias: [L, N, O] */
export function denseForward(
  backend: GpuBackend,
  [x, w, b]: [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D | null],
  activation: Activation,
  { slices, learners, samples, inputs, outputs }: DenseShape,
): tf.Tensor3D {
  const y = output<tf.Rank.R3>(backend, [learners, samples, outputs]);
  dispatchProduct(backend, {
    name: "dense forward",
    reads: { x, w, ...(b ? { b } : {}) },
    writes: { y },
    learners,
    rows: samples,
    columns: outputs,
    inner: inputs,
    left: `x[((l % ${slices}u) * ${samples}u + i) * ${inputs}u + k]`,
    right: `w[(l * ${inputs}u + k) * ${outputs}u + j]`,
    ...(b ? { start: `b[l * ${outputs}u + j]` } : {}),
    store: `y[(l * ${samples}u + i) * ${outputs}u + j] = ${activated(activation, "f32", "value")};`,
  });
  return y;
}

/** Gradients of the weights [L, I, O] and, where there is one, the bias [L, 1, O], in the places of the parameters' gradients. */
export function denseParameterGradients(
  backend: GpuBackend,
  { x, dy, y }: { x: tf.Tensor3D; dy: tf.Tensor3D; y: tf.Tensor3D },
  [w, b]: [tf.Tensor3D, tf.Tensor3D | null],
  activation: Activation,
  { slices, learners, samples, inputs, outputs }: DenseShape,
): tf.Tensor3D[] {
  const gradients = { dw: gradientOutput(backend, w), ...(b ? { db: gradientOutput(backend, b) } : {}) };
  dispatchProduct(backend, {
    name: "dense parameter gradients",
    reads: { x, ...upstream(dy, y, activation) },
    writes: gradients,
    learners,
    rows: inputs,
    columns: outputs,
    inner: samples,
    left: `x[((l % ${slices}u) * ${samples}u + k) * ${inputs}u + i]`,
    right: `dz_at((l * ${samples}u + k) * ${outputs}u + j)`,
    store: `dw[(l * ${inputs}u + i) * ${outputs}u + j] = value;`,
    ...(b ? { storeColumnSum: `db[l * ${outputs}u + j] = value;` } : {}),
    wgsl: upstreamFunction(activation),
  });
  return Object.values(gradients);
}

/** Outputs up to which weights are read across: so few that transposing them costs more than their loads. */
const FEW_OUTPUTS = 16;

/** Gradient of the input, per learner: [L, N, I]. Many weights are transposed first, so that their loads are stretches. */
export function denseInputGradient(
  backend: GpuBackend,
  { w, dy, y }: { w: tf.Tensor3D; dy: tf.Tensor3D; y: tf.Tensor3D },
  activation: Activation,
  { learners, samples, inputs, outputs }: DenseShape,
): tf.Tensor3D {
  const weights: Record<string, tf.Tensor3D> = outputs > FEW_OUTPUTS ? { transposed: transpose(backend, w) } : { w };
  const dx = output<tf.Rank.R3>(backend, [learners, samples, inputs]);
  dispatchProduct(backend, {
    name: "dense input gradient",
    reads: { ...weights, ...upstream(dy, y, activation) },
    writes: { dx },
    learners,
    rows: samples,
    columns: inputs,
    inner: outputs,
    left: `dz_at((l * ${samples}u + i) * ${outputs}u + k)`,
    right:
      "w" in weights
        ? `w[(l * ${inputs}u + j) * ${outputs}u + k]`
        : `transposed[(l * ${outputs}u + k) * ${inputs}u + j]`,
    store: `dx[(l * ${samples}u + i) * ${inputs}u + j] = value;`,
    wgsl: upstreamFunction(activation),
  });
  return dx;
}

/** [L, I, O] to [L, O, I] */
function transpose(backend: GpuBackend, w: tf.Tensor3D): tf.Tensor3D {
  const [learners, inputs, outputs] = w.shape;
  const transposed = output<tf.Rank.R3>(backend, [learners, outputs, inputs]);
  backend.dispatch({
    name: "transpose",
    reads: { w },
    writes: { transposed },
    constants: { INPUTS: inputs, OUTPUTS: outputs },
    grid: { invocations: w.size },
    wgsl: /* wgsl */ `
fn run(at: u32) {
  let i = at % INPUTS;
  let o = (at / INPUTS) % OUTPUTS;
  let l = at / (INPUTS * OUTPUTS);
  transposed[at] = w[(l * INPUTS + i) * OUTPUTS + o];
}`,
  });
  return transposed;
}

/** The gradient before the activation needs the activated value only where there is an activation. */
function upstream(dy: tf.Tensor3D, y: tf.Tensor3D, activation: Activation): Record<string, tf.Tensor3D> {
  return activation === "relu" ? { dy, y } : { dy };
}

function upstreamFunction(activation: Activation): string {
  return `fn dz_at(at: u32) -> f32 { return ${maskedGradient(activation, "f32", "dy[at]", "y[at]")}; }`;
}
