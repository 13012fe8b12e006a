import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { convolve, globalAveragePool } from "../../src/kernels/conv";
import { dense } from "../../src/kernels/dense";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import {
  type Plain,
  plainBiasGradient,
  plainConvolution,
  plainMatMul,
  plainMultiply,
  plainRandom,
  plainRelu,
} from "../support/stackedReference";
import { bits, toTensor } from "../support/tensors";

const TOLERANCE = { rtol: 1e-5, atol: 2e-5 };

type Layer = (x: tf.Tensor, w: tf.Tensor3D, b: tf.Tensor3D, inputIsData: boolean) => tf.Tensor;

const denseRelu: Layer = (x, w, b, inputIsData) => dense(x as tf.Tensor3D, w, b, { activation: "relu", inputIsData });
const denseLinear: Layer = (x, w, b) => dense(x as tf.Tensor3D, w, b, { activation: "linear" });
const convolveRelu: Layer = (x, w, b, inputIsData) =>
  convolve(x as tf.Tensor5D, w, b, { activation: "relu", inputIsData });

/** Slices, learners, samples, inputs, outputs. */
const DENSE = [
  [2, 2, 3, 5, 4],
  [2, 6, 4, 3, 2],
  [1, 2, 4, 8, 4],
  [1, 3, 9, 6, 12],
  [3, 3, 1, 1, 1],
  [2, 4, 17, 20, 7],
];
/** Slices, learners, samples, height, width, channels, outputs. */
const CONVOLUTIONS = [
  [2, 2, 2, 6, 6, 1, 4],
  [2, 4, 2, 7, 7, 3, 5],
  [1, 2, 2, 5, 8, 6, 3],
  [3, 3, 1, 4, 4, 5, 2],
  [1, 1, 2, 2, 3, 8, 8],
];

describeOnEachBackend("dense", () => {
  for (const [s, l, n, i, o] of DENSE as [number, number, number, number, number][]) {
    const [x, w, b] = [plainRandom([s, n, i], 1), plainRandom([l, i, o], 2), plainRandom([l, 1, o], 3)];
    const dy = plainRandom([l, n, o], 4);

    it(`gives value and gradients for x [${x.shape}], w [${w.shape}]`, async () => {
      const { y, mask } = plainRelu(plainMatMul(x, w), b);
      const dz = plainMultiply(dy, mask);
      const dx = sumOverArms(plainMatMul(dz, w, false, true), s);
      const dw = plainMatMul(x, dz, true, false);
      await expectLayer(denseRelu, { x, w, b, dy }, { y, dx, dw, db: plainBiasGradient(dz) });
    });

    it(`is affine without an activation for x [${x.shape}], w [${w.shape}]`, async () => {
      const z = plainMatMul(x, w);
      const y = {
        shape: z.shape,
        values: z.values.map((value, at) => value + b.values[Math.floor(at / (n * o)) * o + (at % o)]!),
      };
      const dx = sumOverArms(plainMatMul(dy, w, false, true), s);
      await expectLayer(
        denseLinear,
        { x, w, b, dy },
        { y, dx, dw: plainMatMul(x, dy, true), db: plainBiasGradient(dy) },
      );
    });
  }
});

describeOnEachBackend("convolve", () => {
  for (const [s, l, n, h, width, c, o] of CONVOLUTIONS as [number, number, number, number, number, number, number][]) {
    const [x, w, b] = [plainRandom([s, n, h, width, c], 1), plainRandom([l, 9 * c, o], 2), plainRandom([l, 1, o], 3)];
    const dy = plainRandom([l, n, Math.ceil(h / 2), Math.ceil(width / 2), o], 4);

    it(`gives value and gradients for x [${x.shape}], w [${w.shape}]`, async () => {
      const { y, mask } = plainRelu(plainConvolution(x, w, dy).z, b);
      const dz = plainMultiply(dy, mask);
      const { dw, dx } = plainConvolution(x, w, dz);
      await expectLayer(convolveRelu, { x, w, b, dy }, { y, dx, dw, db: plainBiasGradient(dz) });
    });
  }

  it("gives the same bits twice", async () => {
    const x = plainRandom([1, 12, 28, 28, 1], 1);
    const [w, b] = [plainRandom([1, 9, 6], 2), plainRandom([1, 1, 6], 3)];
    const dy = plainRandom([1, 12, 14, 14, 6], 4);
    const first = differentiate(convolveRelu, { x, w, b, dy }, false);
    const second = differentiate(convolveRelu, { x, w, b, dy }, false);
    for (const [i, gradient] of first.entries()) expect(await bits(gradient)).toEqual(await bits(second[i]!));
  });

  it("refuses filters that do not fit the channels", () => {
    const x = tf.zeros([1, 1, 4, 4, 2]) as tf.Tensor5D;
    const [w, b] = [tf.zeros([1, 9, 3]), tf.zeros([1, 1, 3])] as [tf.Tensor3D, tf.Tensor3D];
    expect(() => convolve(x, w, b, { activation: "relu" })).toThrow(/9 rows.*2 channels are 18/);
  });
});

describeOnEachBackend("globalAveragePool", () => {
  it("averages the pixels and spreads the gradient over them", async () => {
    const x = plainRandom([2, 3, 2, 3, 4], 1);
    const mean = (l: number, n: number, c: number) =>
      Array.from({ length: 6 }, (_, p) => x.values[((l * 3 + n) * 6 + p) * 4 + c]!).reduce((sum, v) => sum + v, 0) / 6;
    const expected = [0, 1].map((l) => [0, 1, 2].map((n) => [0, 1, 2, 3].map((c) => mean(l, n, c))));
    await expectAllclose(globalAveragePool(toTensor(x)), expected);
    const gradient = tf.grad((x) => globalAveragePool(x as tf.Tensor5D).sum())(toTensor(x));
    await expectAllclose(gradient, new Array(x.values.length).fill(1 / 6));
  });
});

interface LayerInputs {
  x: Plain;
  w: Plain;
  b: Plain;
  dy: Plain;
}

async function expectLayer(layer: Layer, inputs: LayerInputs, expected: Record<"y" | "dx" | "dw" | "db", Plain>) {
  const { x, w, b } = inputs;
  const y = layer(toTensor(x), toTensor(w), toTensor(b), false);
  expect(y.shape).toEqual(expected.y.shape);
  await expectAllclose(y, expected.y.values, TOLERANCE);
  const [dw, db, dx] = differentiate(layer, inputs, false) as [tf.Tensor, tf.Tensor, tf.Tensor];
  await expectAllclose(dw, expected.dw.values, TOLERANCE);
  await expectAllclose(db, expected.db.values, TOLERANCE);
  await expectAllclose(dx, expected.dx.values, TOLERANCE);
  const [dwOfData, dbOfData] = differentiate(layer, inputs, true) as [tf.Tensor, tf.Tensor];
  expect(await bits(dwOfData)).toEqual(await bits(dw));
  expect(await bits(dbOfData)).toEqual(await bits(db));
}

/** Gradients of sum(dy * layer) with respect to w, b and, unless the input is data, x. */
function differentiate(layer: Layer, { x, w, b, dy }: LayerInputs, inputIsData: boolean): tf.Tensor[] {
  const [tx, tw, tb, weights] = [toTensor(x), toTensor(w), toTensor(b), toTensor(dy)];
  const loss = (...[w, b, x]: tf.Tensor[]) =>
    layer(x ?? tx, w as tf.Tensor3D, b as tf.Tensor3D, inputIsData)
      .mul(weights)
      .sum();
  return tf.grads(loss)(inputIsData ? [tw, tb] : [tw, tb, tx]);
}

function sumOverArms(x: Plain, slices: number): Plain {
  const size = (x.values.length / x.shape[0]!) * slices;
  const values = new Float64Array(size);
  x.values.forEach((value, i) => {
    values[i % size]! += value;
  });
  return { shape: [slices, ...x.shape.slice(1)], values };
}
