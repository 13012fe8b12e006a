import type * as tf from "@tensorflow/tfjs";
import { afterEach, expect, it, vi } from "vitest";
import type { ExperimentInput } from "../../../../src/config/schema";
import { wasmLane } from "../../../../src/engine/wasm/lane";
import { Team } from "../../../../src/engine/wasm/threads/team";
import { convolve } from "../../../../src/ops/conv";
import { dense } from "../../../../src/ops/dense";
import { describeOnEachBackend } from "../../../support/backends";
import { conduct, tinyConfig } from "../../../support/experiment";
import { differentiate, type Layer } from "../../../support/layers";
import { plainRandom } from "../../../support/stackedReference";
import { bits, toTensor } from "../../../support/tensors";

/**
 * Calls of kernels that are divided, whatever their size, come to what they come to undivided, to the bit. Shares are done one after the
 * other here, the last one first: TensorFlow.js's memory is not shared in Node.js. Threads are tested in team.test.ts, and both together in
 * test/e2e/engine/threads.test.ts.
 */

const LETTERS: ExperimentInput = {
  dataset: { id: "glyphs", classes: 4, samples: 64 },
  augmentation: { strength: 0.5, noise: 0.05 },
};

const STEPS: Record<string, ExperimentInput> = {
  "an mlp, Adam": { encoder: { id: "mlp", width: 20, depth: 2, projection: 9 } },
  "an mlp, LARS": { encoder: { id: "mlp", width: 20, projection: 9 }, optimizer: { id: "lars", weightDecay: 0.01 } },
  "a convnet, SGD": {
    ...LETTERS,
    encoder: { id: "convnet", width: 4, projection: 6 },
    optimizer: { id: "sgd", momentum: 0.9 },
  },
  "a resnet with batch normalization": {
    ...LETTERS,
    encoder: { id: "resnet", width: 4, projection: 6, norm: "batch" },
  },
};

/** Kernel, stride, and [slices, learners, samples, height, width, channels, outputs]. */
const CONVOLUTIONS = [
  [3, 2, [2, 4, 7, 7, 5, 3, 9]],
  [3, 1, [1, 2, 5, 4, 6, 5, 17]],
  [1, 2, [1, 3, 3, 5, 3, 9, 4]],
  [3, 1, [1, 1, 4, 20, 20, 21, 9]],
] as const;

/** [slices, learners, samples, inputs, outputs] */
const DENSE = [
  [1, 1, 5, 30, 70],
  [2, 4, 9, 17, 25],
] as const;

afterEach(() => wasmLane()?.runner.giveThreads(null));

describeOnEachBackend("a divided call", () => {
  it.each(CONVOLUTIONS)("of a convolution, %i x, stride %i, of %j", async (kernel, stride, shape) => {
    const [slices, learners, samples, height, width, channels, outputs] = shape;
    const [outHeight, outWidth] = [Math.ceil(height / stride), Math.ceil(width / stride)];
    const layer: Layer = (x, w, b, inputIsData) =>
      convolve(x as tf.Tensor5D, w, b, { kernel, stride, activation: "relu", inputIsData });
    await expectSame(layer, [
      [slices, samples, height, width, channels],
      [learners, kernel ** 2 * channels, outputs],
      [learners, 1, outputs],
      [learners, samples, outHeight, outWidth, outputs],
    ]);
  });

  it.each(DENSE)("of a dense layer, %i of %i, %i of %i to %i", async (slices, learners, samples, inputs, outputs) => {
    const layer: Layer = (x, w, b) => dense(x as tf.Tensor3D, w, b, { activation: "relu" });
    await expectSame(layer, [
      [slices, samples, inputs],
      [learners, inputs, outputs],
      [learners, 1, outputs],
      [learners, samples, outputs],
    ]);
  });

  it.each(Object.entries(STEPS))("in 20 recorded steps of %s", async (_, changes) => {
    const config = tinyConfig({ ...changes, steps: 20 });
    const { record: whole } = await conduct(config);
    for (const threads of [2, 5]) {
      const run = divide(threads);
      const { record } = await conduct(config);
      expect(run.mock.calls.some(([, shares]) => shares.length === threads)).toBe(true);
      expect(record.learners).toEqual(whole.learners);
      run.mockRestore();
    }
  });
}, ["wasm"]);

function divide(threads: number) {
  wasmLane()?.runner.giveThreads((kernels) => Team.alone(kernels, threads));
  return vi.spyOn(Team.prototype, "run");
}

/** @param shapes of x, w, b and dy */
async function expectSame(layer: Layer, shapes: [number[], number[], number[], number[]]): Promise<void> {
  const [x, w, b, dy] = shapes.map((shape, i) => plainRandom(shape, i + 1)) as Parameters<typeof inputsOf>;
  const inputs = inputsOf(x, w, b, dy);
  const work = () => [layer(toTensor(x), toTensor(w), toTensor(b), false), ...differentiate(layer, inputs, false)];
  const whole = await Promise.all(work().map(bits));
  for (const threads of [2, 3, 8]) {
    const run = divide(threads);
    expect(await Promise.all(work().map(bits))).toEqual(whole);
    expect(run).toHaveBeenCalled();
    run.mockRestore();
    wasmLane()?.runner.giveThreads(null);
  }
}

type Plain = ReturnType<typeof plainRandom>;
const inputsOf = (x: Plain, w: Plain, b: Plain, dy: Plain) => ({ x, w, b, dy });
