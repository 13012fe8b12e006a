import type * as tf from "@tensorflow/tfjs";
import type { Activation } from "../affine";
import { type GpuBackend, gradientOutput, output } from "../gpu";
import { type MatrixText, matrixText, unrolled } from "../matrixText";

/**
 * The three products of a dense layer in WGSL, all learners in one dispatch each. An invocation keeps a block of outputs
 * in registers: four columns of ROWS rows (of the samples going forward and back, of the inputs for the weights).
 */

/** Rows of outputs per invocation. */
const ROWS = 4;

/** Sizes of a layer: x [slices, samples, inputs], y [learners, samples, outputs]; learner l reads slice l mod slices. */
export interface DenseShape {
  slices: number;
  learners: number;
  samples: number;
  inputs: number;
  outputs: number;
}

/** activation(x w + b): [L, N, O] */
export function denseForward(
  backend: GpuBackend,
  [x, w, b]: [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D],
  activation: Activation,
  shape: DenseShape,
): tf.Tensor3D {
  const { slices, learners, samples, inputs, outputs } = shape;
  const y = output<tf.Rank.R3>(backend, [learners, samples, outputs]);
  const [columns, blocks] = [Math.ceil(outputs / 4), Math.ceil(samples / ROWS)];
  const text = {
    x: matrixText("x", inputs),
    w: matrixText("w", outputs),
    b: matrixText("b", outputs),
    y: matrixText("y", outputs, true),
  };
  backend.dispatch({
    name: "dense forward",
    reads: { x, w, b },
    writes: { y },
    elements: elementsOf(text),
    grid: { invocations: learners * blocks * columns },
    wgsl: /* wgsl */ `
${wgslOf(text)}
fn run(i: u32) {
  let column = i % ${columns}u;
  let block = (i / ${columns}u) % ${blocks}u;
  let l = i / ${columns * blocks}u;
  let first = block * ${ROWS}u;
  let slice = (l % ${slices}u) * ${samples}u;
  ${unrolled(ROWS, (r) => `let n${r} = min(first + ${r}u, ${samples - 1}u); var z${r} = b_at(l, column);`)}
  for (var k = 0u; k < ${Math.ceil(inputs / 4)}u; k++) {
    ${unrolled(4, (c) => `let w${c} = w_at(l * ${inputs}u + min(4u * k + ${c}u, ${inputs - 1}u), column);`)}
    ${unrolled(ROWS, (r) => `let x${r} = x_at(slice + n${r}, k); z${r} += x${r}.x * w0 + x${r}.y * w1 + x${r}.z * w2 + x${r}.w * w3;`)}
  }
  ${unrolled(ROWS, (r) => `if (first + ${r}u < ${samples}u) { y_set(l * ${samples}u + n${r}, column, ${activated(`z${r}`, activation)}); }`)}
}`,
  });
  return y;
}

/** Gradients of the weights [L, I, O] and the bias [L, 1, O], in the places of the parameters' gradients. */
export function denseParameterGradients(
  backend: GpuBackend,
  { x, dy, y }: { x: tf.Tensor3D; dy: tf.Tensor3D; y: tf.Tensor3D },
  [w, b]: [tf.Tensor3D, tf.Tensor3D],
  activation: Activation,
  shape: DenseShape,
): [tf.Tensor3D, tf.Tensor3D] {
  const { slices, learners, samples, inputs, outputs } = shape;
  const [dw, db] = [gradientOutput(backend, w), gradientOutput(backend, b)];
  const [columns, blocks] = [Math.ceil(outputs / 4), Math.ceil(inputs / 4)];
  const text = {
    x: matrixText("x", inputs),
    ...upstreamText(outputs, activation),
    dw: matrixText("dw", outputs, true),
    db: matrixText("db", outputs, true),
  };
  backend.dispatch({
    name: "dense parameter gradients",
    reads: { x, ...upstream(dy, y, activation) },
    writes: { dw, db },
    elements: elementsOf(text),
    grid: { invocations: learners * blocks * columns },
    wgsl: /* wgsl */ `
${wgslOf(text)}
${upstreamFunction(activation)}
fn run(i: u32) {
  let column = i % ${columns}u;
  let block = (i / ${columns}u) % ${blocks}u;
  let l = i / ${columns * blocks}u;
  let slice = (l % ${slices}u) * ${samples}u;
  ${unrolled(4, (c) => `var g${c} = vec4f();`)}
  var bias = vec4f();
  for (var n = 0u; n < ${samples}u; n++) {
    let dz = dz_at(l * ${samples}u + n, column);
    let x = x_at(slice + n, block);
    ${unrolled(4, (c) => `g${c} += x[${c}] * dz;`)}
    bias += dz;
  }
  ${unrolled(4, (c) => `if (4u * block + ${c}u < ${inputs}u) { dw_set(l * ${inputs}u + 4u * block + ${c}u, column, g${c}); }`)}
  if (block == 0u) { db_set(l, column, bias); }
}`,
  });
  return [dw, db];
}

/** Gradient of the input, per learner: [L, N, I] */
export function denseInputGradient(
  backend: GpuBackend,
  { w, dy, y }: { w: tf.Tensor3D; dy: tf.Tensor3D; y: tf.Tensor3D },
  activation: Activation,
  shape: DenseShape,
): tf.Tensor3D {
  const { learners, samples, inputs, outputs } = shape;
  const dx = output<tf.Rank.R3>(backend, [learners, samples, inputs]);
  const [columns, blocks] = [Math.ceil(inputs / 4), Math.ceil(samples / ROWS)];
  const text = {
    w: matrixText("w", outputs),
    ...upstreamText(outputs, activation),
    dx: matrixText("dx", inputs, true),
  };
  const dots = (r: number) => `vec4f(${[0, 1, 2, 3].map((c) => `dot(dz${r}, w${c})`).join(", ")})`;
  backend.dispatch({
    name: "dense input gradient",
    reads: { w, ...upstream(dy, y, activation) },
    writes: { dx },
    elements: elementsOf(text),
    grid: { invocations: learners * blocks * columns },
    wgsl: /* wgsl */ `
${wgslOf(text)}
${upstreamFunction(activation)}
fn run(i: u32) {
  let column = i % ${columns}u;
  let block = (i / ${columns}u) % ${blocks}u;
  let l = i / ${columns * blocks}u;
  let first = block * ${ROWS}u;
  ${unrolled(ROWS, (r) => `let n${r} = l * ${samples}u + min(first + ${r}u, ${samples - 1}u); var g${r} = vec4f();`)}
  ${unrolled(4, (c) => `let k${c} = l * ${inputs}u + min(4u * column + ${c}u, ${inputs - 1}u);`)}
  for (var o = 0u; o < ${Math.ceil(outputs / 4)}u; o++) {
    ${unrolled(4, (c) => `let w${c} = w_at(k${c}, o);`)}
    ${unrolled(ROWS, (r) => `let dz${r} = dz_at(n${r}, o); g${r} += ${dots(r)};`)}
  }
  ${unrolled(ROWS, (r) => `if (first + ${r}u < ${samples}u) { dx_set(n${r}, column, g${r}); }`)}
}`,
  });
  return dx;
}

function activated(z: string, activation: Activation): string {
  return activation === "relu" ? `max(${z}, vec4f())` : z;
}

/** The gradient before the activation needs the activated value only where there is an activation. */
function upstream(dy: tf.Tensor3D, y: tf.Tensor3D, activation: Activation): Record<string, tf.Tensor3D> {
  return activation === "relu" ? { dy, y } : { dy };
}

function upstreamText(outputs: number, activation: Activation): Texts {
  const dy = matrixText("dy", outputs);
  return activation === "relu" ? { dy, y: matrixText("y", outputs) } : { dy };
}

function upstreamFunction(activation: Activation): string {
  const dz = "dy_at(row, column4)";
  const masked = activation === "relu" ? `select(vec4f(), ${dz}, y_at(row, column4) > vec4f())` : dz;
  return `fn dz_at(row: u32, column4: u32) -> vec4f { return ${masked}; }`;
}

type Texts = Record<string, MatrixText>;

function elementsOf(texts: Texts): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, { element }]) => [name, element]));
}

function wgslOf(texts: Texts): string {
  return Object.values(texts)
    .map(({ wgsl }) => wgsl)
    .join("\n");
}
