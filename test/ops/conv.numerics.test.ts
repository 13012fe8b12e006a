import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { playgroundBackend } from "../../src/engine/webgpu/register";
import { type ConvolutionOptions, convolve } from "../../src/ops/conv";
import { globalAveragePool } from "../../src/ops/pool";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { differentiate, expectLayer, type Layer, type PlainLayer } from "../support/layers";
import {
  plainAddBias,
  plainBiasGradient,
  plainConvolution,
  plainMultiply,
  plainRandom,
  plainRelu,
} from "../support/stackedReference";
import { bits, toTensor } from "../support/tensors";

type Filters = Pick<ConvolutionOptions, "kernel" | "stride">;
const HALVING: Filters = { kernel: 3, stride: 2 };
const OTHERS: Filters[] = [
  { kernel: 3, stride: 1 },
  { kernel: 1, stride: 2 },
  { kernel: 1, stride: 1 },
];

const layer =
  (options: Filters & { activation: "relu" | "linear" }): Layer =>
  (x, w, b, inputIsData) =>
    convolve(x as tf.Tensor5D, w, b, { ...options, inputIsData });
const relu = layer({ ...HALVING, activation: "relu" });

/** Slices, learners, samples, height, width, channels, outputs. */
const SHAPES: [number, number, number, number, number, number, number][] = [
  [2, 2, 2, 6, 6, 1, 4],
  [2, 4, 2, 7, 7, 3, 5],
  [1, 2, 2, 5, 8, 6, 3],
  [3, 3, 1, 4, 4, 5, 2],
  [1, 1, 2, 2, 3, 8, 8],
  [1, 4, 3, 1, 1, 2, 4],
  [2, 4, 5, 1, 6, 4, 32],
  [1, 4, 4, 3, 1, 32, 2],
  // More samples than an invocation takes, not in equal blocks.
  [2, 2, 9, 3, 2, 4, 12],
  // So many positions that the sums over them are split, evenly and not.
  [1, 1, 20, 8, 8, 3, 4],
  [1, 2, 17, 5, 5, 8, 16],
];

/** Odd sides and shared slices, one pixel, more samples than a block, and a split sum. */
const FEW_SHAPES = [SHAPES[1]!, SHAPES[5]!, SHAPES[8]!, SHAPES[9]!];

describeOnEachBackend("convolve", () => {
  for (const [filters, shapes] of [[HALVING, SHAPES] as const, ...OTHERS.map((other) => [other, FEW_SHAPES] as const)])
    for (const shape of shapes) {
      const { x, w, b, dy } = randomLayer(shape, filters);

      it(`gives value and gradients for x [${x.shape}], w [${w.shape}], stride ${filters.stride}`, async () => {
        const { y, mask } = plainRelu(plainConvolution(x, w, dy, filters).z, b);
        const gradients = plainGradients(x, w, plainMultiply(dy, mask), filters);
        await expectLayer(layer({ ...filters, activation: "relu" }), { x, w, b, dy }, { y, ...gradients });
      });
    }

  for (const shape of SHAPES) {
    const { x, w, b, dy } = randomLayer(shape);

    it(`is affine without an activation for x [${x.shape}], w [${w.shape}]`, async () => {
      const y = plainAddBias(plainConvolution(x, w, dy, HALVING).z, b);
      const gradients = plainGradients(x, w, dy, HALVING);
      await expectLayer(layer({ ...HALVING, activation: "linear" }), { x, w, b, dy }, { y, ...gradients });
    });
  }

  // The second is split on WebGPU.
  it.each([SHAPES[2]!, SHAPES[9]!])(
    "without a bias is one whose bias is 0, for %i of %i, %i of %i x %i",
    async (...shape) => {
      const options = { kernel: 3, stride: 1, activation: "relu" } as const;
      const { x, w, b, dy } = randomLayer(shape, options);
      b.values.fill(0);
      const [dw, , dx] = differentiate(layer(options), { x, w, b, dy }, false);
      const unbiased = (...[w, x]: tf.Tensor[]) => convolve(x as tf.Tensor5D, w as tf.Tensor3D, null, options);
      const [own, ofInput, ...others] = tf.grads(unbiased)([toTensor(w), toTensor(x)], toTensor(dy));
      expect(others).toEqual([]);
      expect(await bits(unbiased(toTensor(w), toTensor(x)))).toEqual(
        await bits(layer(options)(toTensor(x), toTensor(w), toTensor(b), false)),
      );
      expect(await bits(own!)).toEqual(await bits(dw!));
      expect(await bits(ofInput!)).toEqual(await bits(dx!));
    },
  );

  it("gives the same bits twice", async () => {
    const inputs = randomLayer([1, 1, 12, 28, 28, 1, 6]);
    const [first, second] = [differentiate(relu, inputs, false), differentiate(relu, inputs, false)];
    for (const [i, gradient] of first.entries()) expect(await bits(gradient)).toEqual(await bits(second[i]!));
  });

  it("refuses filters that do not fit the channels", () => {
    const x = tf.zeros([1, 1, 4, 4, 2]) as tf.Tensor5D;
    const [w, b] = [tf.zeros([1, 9, 3]), tf.zeros([1, 1, 3])] as [tf.Tensor3D, tf.Tensor3D];
    expect(() => convolve(x, w, b, { ...HALVING, activation: "relu" })).toThrow(/9 rows.*2 channels are 18/);
    expect(() => convolve(x, w, b, { kernel: 1, stride: 1, activation: "relu" })).toThrow(/1 x 1 pixels of 2 channels/);
  });
});

/** What does not fill a vector, a panel or a tile; and more images than are worked on at a time, of more pixels than are summed at a time. */
const REMAINDERS: [...(typeof SHAPES)[number]][] = [
  [2, 2, 3, 5, 7, 1, 1],
  [1, 2, 3, 5, 7, 2, 3],
  [2, 4, 1, 7, 5, 3, 9],
  [1, 1, 2, 3, 3, 5, 17],
];
const MANY: (typeof SHAPES)[number] = [1, 1, 4, 20, 20, 21, 9];

describeOnEachBackend("convolve in WebAssembly", () => {
  const cases = [HALVING, ...OTHERS].flatMap((filters) => REMAINDERS.map((shape) => [filters, shape] as const));
  it.each([...cases, [OTHERS[0]!, MANY] as const])("leaves nothing out: %o of [%s]", async (filters, shape) => {
    const { x, w, b, dy } = randomLayer(shape, filters);
    const { y, mask } = plainRelu(plainConvolution(x, w, dy, filters).z, b);
    const gradients = plainGradients(x, w, plainMultiply(dy, mask), filters);
    await expectLayer(layer({ ...filters, activation: "relu" }), { x, w, b, dy }, { y, ...gradients });
  });
}, ["wasm"]);

describeOnEachBackend("convolve in WGSL", (backend) => {
  const itOnWebGpu = it.runIf(backend === "webgpu");

  itOnWebGpu.each(SHAPES)(
    "agrees with the composed layer for %i of %i, %i of %i x %i x %i, to %i",
    async (...shape) => {
      const inputs = randomLayer(shape);
      const fused = differentiate(relu, inputs, false);
      const composed = withReferences(() => differentiate(relu, inputs, false));
      for (const [i, gradient] of fused.entries())
        await expectAllclose(gradient, composed[i]!, { rtol: 1e-5, atol: 2e-5 });
    },
  );

  itOnWebGpu("sends one program forwards, one or two for the parameters, one for the input", () => {
    const small = randomLayer([2, 2, 2, 6, 6, 3, 4]);
    expect(dispatchesOf(() => differentiate(relu, small, true))).toBe(2);
    expect(dispatchesOf(() => differentiate(relu, small, false))).toBe(3);
    const split = randomLayer([1, 1, 20, 8, 8, 3, 4]);
    expect(dispatchesOf(() => differentiate(relu, split, true))).toBe(3);
    expect(dispatchesOf(() => differentiate(relu, split, false))).toBe(4);
  });

  itOnWebGpu.each([2, 20])("leaves the gradients of parameters in their places, for %i samples", async (samples) => {
    const backend = playgroundBackend()!;
    const { x, w, b, dy } = randomLayer([1, 1, samples, 8, 8, 3, 5]);
    const [tw, tb] = [toTensor<tf.Tensor3D>(w), toTensor<tf.Tensor3D>(b)];
    const flat = backend.allocate(192 + 5);
    backend.placeGradient(tw, flat, 0);
    backend.placeGradient(tb, flat, 192);
    const ofParameters = (...[w, b]: tf.Tensor[]) => relu(toTensor(x), w as tf.Tensor3D, b as tf.Tensor3D, true);
    const [dw, db] = tf.grads(ofParameters)([tw, tb], toTensor(dy)) as [tf.Tensor, tf.Tensor];
    const values = (await backend.read(flat.dataId)) as Float32Array;
    await expectAllclose(values.subarray(0, dw.size), dw);
    await expectAllclose(values.subarray(192), db);
    const elsewhere = differentiate(relu, { x, w, b, dy }, true) as [tf.Tensor, tf.Tensor];
    expect(await bits(dw)).toEqual(await bits(elsewhere[0]));
    expect(await bits(db)).toEqual(await bits(elsewhere[1]));
  });

  itOnWebGpu("shows that a learner diverged", async () => {
    const { x, w, b, dy } = randomLayer([1, 1, 2, 4, 4, 4, 4]);
    w.values.fill(Number.NaN);
    const y = relu(toTensor(x), toTensor(w), toTensor(b), true);
    expect((await y.data()).every(Number.isNaN)).toBe(true);
    dy.values.fill(Number.NaN);
    const [dw] = differentiate(relu, { x, w, b, dy }, true) as [tf.Tensor];
    expect((await dw.data()).every(Number.isNaN)).toBe(true);
  });
});

describeOnEachBackend("globalAveragePool", (backend) => {
  it.each([1, 2, 3, 4, 8])(
    "averages the pixels of %i channels and spreads the gradient over them",
    async (channels) => {
      const x = plainRandom([2, 3, 2, 3, channels], 1);
      const dy = plainRandom([2, 3, channels], 2);
      const at = (image: number, pixel: number, c: number) => (image * 6 + pixel) * channels + c;
      const means = dy.values.map((_, i) => {
        const [image, c] = [Math.floor(i / channels), i % channels];
        return [0, 1, 2, 3, 4, 5].reduce((sum, pixel) => sum + x.values[at(image, pixel, c)]!, 0) / 6;
      });
      await expectAllclose(globalAveragePool(toTensor(x)), means, { rtol: 1e-5, atol: 1e-6 });
      const dx = tf.grad((x) => globalAveragePool(x as tf.Tensor5D))(toTensor(x), toTensor(dy));
      const spread = x.values.map((_, i) => dy.values[Math.floor(i / (6 * channels)) * channels + (i % channels)]! / 6);
      expect(dx.shape).toEqual(x.shape);
      await expectAllclose(dx, spread, { rtol: 1e-5, atol: 1e-6 });
    },
  );

  it.runIf(backend === "webgpu")("sends one program for the mean and one for its gradient", () => {
    const [x, dy] = [toTensor(plainRandom([2, 3, 2, 3, 4], 1)), toTensor(plainRandom([2, 3, 4], 2))];
    expect(dispatchesOf(() => tf.grad((x) => globalAveragePool(x as tf.Tensor5D))(x, dy))).toBe(2);
  });
});

function randomLayer(
  [s, l, n, h, width, c, o]: (typeof SHAPES)[number],
  { kernel, stride }: Filters = HALVING,
): PlainLayer {
  return {
    x: plainRandom([s, n, h, width, c], 1),
    w: plainRandom([l, kernel ** 2 * c, o], 2),
    b: plainRandom([l, 1, o], 3),
    dy: plainRandom([l, n, Math.ceil(h / stride), Math.ceil(width / stride), o], 4),
  };
}

function plainGradients(x: PlainLayer["x"], w: PlainLayer["w"], dz: PlainLayer["dy"], filters: Filters) {
  const { dw, dx } = plainConvolution(x, w, dz, filters);
  return { dw, dx, db: plainBiasGradient(dz) };
}

/** Programs that `work` sends to the GPU. */
function dispatchesOf(work: () => unknown): number {
  return playgroundBackend()!.record(work).dispatches;
}

function withReferences<T>(work: () => T): T {
  const backend = playgroundBackend()!;
  backend.fused = false;
  try {
    return work();
  } finally {
    backend.fused = true;
  }
}
