import * as tf from "@tensorflow/tfjs";
import { it } from "vitest";
import { logAverage } from "../../src/objectives/parts/logAverage";
import { softplus } from "../../src/objectives/parts/softplus";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";

describeOnEachBackend("numbers kept as logarithms", () => {
  it("work out softplus to seven digits at any size", async () => {
    const v = [-60, -27.631, -20, -10, -3, -1, -0.1, 0, 0.1, 1, 3, 10, 30, 80];
    const exact = v.map((x) => Math.log1p(Math.exp(x)));
    await expectAllclose(softplus(tf.tensor1d(v)), exact, { atol: 0, rtol: 5e-6 });
    // Where the series is at its worst and the exponential is exact.
    await expectAllclose(softplus(tf.scalar(0)), Math.LN2, { atol: 0, rtol: 5e-7 });
  });

  it("average e^-300 and e^300 without overflow, and take the first value as it is", async () => {
    const memory = tf.tensor1d([-1e9, -300, 300, 0, Math.log(2)]);
    const value = tf.tensor1d([-7.25, 300, -300, 0, Math.log(8)]);
    const expected = [-7.25, 300 + Math.log(0.25), 300 + Math.log(0.75), 0, Math.log(0.75 * 2 + 0.25 * 8)];
    await expectAllclose(logAverage(memory, value, 0.25), expected, { atol: 1e-6, rtol: 1e-6 });
    await expectAllclose(logAverage(null, value, 0.25), value, { atol: 0, rtol: 0 });
    await expectAllclose(logAverage(memory, value, 1), value, { atol: 0, rtol: 0 });
  });
});
