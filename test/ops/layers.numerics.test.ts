import type * as tf from "@tensorflow/tfjs";
import { it } from "vitest";
import { dense } from "../../src/ops/dense";
import { describeOnEachBackend } from "../support/backends";
import { expectLayer, type Layer, plainSumOverArms } from "../support/layers";
import {
  plainAddBias,
  plainBiasGradient,
  plainMatMul,
  plainMultiply,
  plainRandom,
  plainRelu,
} from "../support/stackedReference";

const denseRelu: Layer = (x, w, b, inputIsData) => dense(x as tf.Tensor3D, w, b, { activation: "relu", inputIsData });
const denseLinear: Layer = (x, w, b) => dense(x as tf.Tensor3D, w, b, { activation: "linear" });

/** Slices, learners, samples, inputs, outputs. */
const DENSE = [
  [2, 2, 3, 5, 4],
  [2, 6, 4, 3, 2],
  [1, 2, 4, 8, 4],
  [1, 3, 9, 6, 12],
  [3, 3, 1, 1, 1],
  [2, 4, 17, 20, 7],
];

describeOnEachBackend("dense", () => {
  for (const [s, l, n, i, o] of DENSE as [number, number, number, number, number][]) {
    const [x, w, b] = [plainRandom([s, n, i], 1), plainRandom([l, i, o], 2), plainRandom([l, 1, o], 3)];
    const dy = plainRandom([l, n, o], 4);

    it(`gives value and gradients for x [${x.shape}], w [${w.shape}]`, async () => {
      const { y, mask } = plainRelu(plainMatMul(x, w), b);
      const dz = plainMultiply(dy, mask);
      const dx = plainSumOverArms(plainMatMul(dz, w, false, true), s);
      const dw = plainMatMul(x, dz, true, false);
      await expectLayer(denseRelu, { x, w, b, dy }, { y, dx, dw, db: plainBiasGradient(dz) });
    });

    it(`is affine without an activation for x [${x.shape}], w [${w.shape}]`, async () => {
      const y = plainAddBias(plainMatMul(x, w), b);
      const dx = plainSumOverArms(plainMatMul(dy, w, false, true), s);
      const dw = plainMatMul(x, dy, true);
      await expectLayer(denseLinear, { x, w, b, dy }, { y, dx, dw, db: plainBiasGradient(dy) });
    });
  }
});
