import * as tf from "@tensorflow/tfjs";
import { expect, it, vi } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import type { Dataset } from "../../src/data/types";
import { hash, PURPOSE } from "../../src/engine/random";
import { verbatim } from "../../src/i18n/errors";
import { createEncoder } from "../../src/ops/encoder";
import { RunningStatistics } from "../../src/ops/runningStatistics";
import { Cohort } from "../../src/training/cohort";
import { GradientProbe } from "../../src/training/probes/gradientProbe";
import { TrainingStep } from "../../src/training/trainingStep";
import { ViewSource } from "../../src/training/viewSource";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";
import { conduct, dataOf, measured, tinyConfig } from "../support/experiment";
import { plainNormalize, plainStatistics } from "../support/normalization";
import { plainMatMul, plainRandom, plainZeros } from "../support/stackedReference";
import { bits, toTensor } from "../support/tensors";

describeOnEachBackend("running statistics", () => {
  it("start at mean 0 and variance 1 and follow a tenth of the way, with the unbiased variance", async () => {
    const running = new RunningStatistics(
      [
        { name: "first", channels: 3 },
        { name: "second", channels: 1 },
      ],
      2,
    );
    const [first, second] = running.tensors as [tf.Tensor, tf.Tensor];
    await expectAllclose(first, [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1]);
    await expectAllclose(second, [0, 1, 0, 1]);
    // Two rows per learner: mean then variance of three channels.
    const seen = plainRandom([2, 2, 2, 3], 1);
    const observed = { statistics: toTensor<tf.Tensor4D>(seen), counts: [5] };
    for (let step = 0; step < 2; step++) running.include([observed]);
    const expected = Array.from({ length: 12 }, (_, i) => {
      const [learner, isVariance] = [Math.floor(i / 6), Math.floor(i / 3) % 2];
      const average = (seen.values[12 * learner + (i % 6)]! + seen.values[12 * learner + 6 + (i % 6)]!) / 2;
      const now = average * (isVariance ? 5 / 4 : 1);
      return 0.9 * (0.9 * isVariance + 0.1 * now) + 0.1 * now;
    });
    await expectAllclose(first, expected, { rtol: 1e-5, atol: 1e-6 });
    await expectAllclose(second, [0, 1, 0, 1]);
    running.dispose();
  });
});

describeOnEachBackend("batch normalisation of an encoder", () => {
  const encoder = createEncoder({ id: "mlp", width: 4, depth: 1, projection: 2, norm: "batch" }, [3]);
  const parameters = encoder.parameters.map(({ shape }, p) => plainRandom([1, ...shape], p + 1));
  const [weights, scale, offset] = parameters as [
    (typeof parameters)[0],
    (typeof parameters)[0],
    (typeof parameters)[0],
  ];
  const x = plainRandom([1, 6, 3], 20);
  const before = plainMatMul(x, weights);
  const inputs = {
    x: { ...before, shape: [1, 6, 1, 4] },
    scale,
    offset,
    residual: plainZeros([1, 6, 1, 4]),
  };
  const forward = (running: tf.Tensor[] | null, from = 0, count = 6) =>
    encoder.forward(parameters.map(toTensor), tf.slice(toTensor<tf.Tensor>(x), [0, from], [1, count]), running);

  it("goes by the statistics of each half of the batch in training, and says what they were", async () => {
    const statistics = plainStatistics(inputs.x, { samples: 3, channels: 1 });
    const { features, observed } = forward(null);
    await expectAllclose(features, plainNormalize(inputs, statistics).values, { rtol: 1e-4, atol: 1e-5 });
    expect(observed.map(({ counts }) => counts)).toEqual([[3]]);
    await expectAllclose(observed[0]!.statistics, statistics.values, { rtol: 1e-4, atol: 1e-5 });
  });

  it("goes by the running ones in an evaluation, whatever else is in the batch", async () => {
    const running = { shape: [1, 1, 2, 4], values: Float64Array.of(0.5, -1, 0, 2, 0.25, 1, 4, 2) };
    const tensors = [toTensor<tf.Tensor>(running).reshape([1, 2, 4])];
    const { features, observed } = forward(tensors);
    await expectAllclose(features, plainNormalize(inputs, running).values, { rtol: 1e-4, atol: 1e-5 });
    expect(observed).toEqual([]);
    await expectAllclose(forward(tensors, 2, 1).features, tf.slice(features, [0, 2], [1, 1]), { atol: 1e-6 });
  });

  it("refuses a batch without two halves", () => {
    expect(() => forward(null, 0, 3)).toThrow(/do not divide 3 samples/);
  });

  it("lets training move the running statistics, and no probe", async () => {
    const config = tinyConfig({
      encoder: { id: "mlp", width: 8, depth: 1, projection: 4, norm: "batch" },
      // Its keys come from an encoder of their own, which moves nothing either.
      queue: { size: 8 },
      // Weights that do not move show what the running statistics do.
      optimizer: { id: "sgd", learningRate: 1e-7, momentum: 0 },
    });
    const cohort = new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
    const source = new ViewSource(await dataOf(config), config);
    const training = new TrainingStep(cohort, source);
    const encoded = () => bits(cohort.encode(toTensor(plainRandom([1, 3, 2], 1))).features);
    const untrained = await encoded();
    await new GradientProbe(cohort, source).measure(0);
    expect(await encoded()).toEqual(untrained);
    training.update(0);
    expect(await encoded()).not.toEqual(untrained);
  });
});

const SIDE = 16;

/** Sixteen images of seeded noise: to tell them apart is all that there is to learn. */
function noiseImages(): Dataset {
  const count = 16;
  const values = Uint8Array.from(
    { length: count * SIDE * SIDE },
    (_, i) => hash({ seed: 1, step: 0, sample: i, purpose: PURPOSE.dataset }) & 255,
  );
  const split = { count, values, labels: null };
  return { id: "noise", title: verbatim("Noise"), shape: [SIDE, SIDE, 1], classNames: [], train: split, test: split };
}

const resnet = (changes: ExperimentInput = {}) =>
  tinyConfig({
    dataset: { id: "glyphs", samples: 64, classes: 4 },
    encoder: { id: "resnet", width: 4, depth: 8, projection: 8 },
    seeds: 1,
    gradientProbe: { every: 0 },
    evaluation: { every: 0 },
    ...changes,
  });

describeOnEachBackend("a small resnet", () => {
  it.each(["group", "batch"] as const)("learns to tell a few images apart, with norm %s", async (norm) => {
    const { record } = await conduct(
      resnet({
        encoder: { id: "resnet", width: 4, depth: 8, projection: 8, norm },
        arms: [{ objective: "infoNce" }],
        batchSize: 8,
        steps: 30,
        optimizer: { id: "adam", learningRate: 5e-3 },
      }),
      { dataset: noiseImages() },
    );
    const losses = measured(record, 0, "infoNce");
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(losses.slice(-5))).toBeLessThan(0.5 * mean(losses.slice(0, 5)));
  });
}, ["wasm", "webgpu"]);

describeOnWebGpu("a recorded step of a resnet", () => {
  it("trains as a plain one does, to the bit, running statistics and all", async () => {
    const changes = {
      encoder: { id: "resnet", width: 4, depth: 8, projection: 8, norm: "batch" },
      batchSize: 2,
      steps: 5,
      evaluation: { every: 5, trainSamples: 16, testSamples: 16, knn: { k: 5 } },
      gradientProbe: { every: 2, microBatches: 2 },
    } as const;
    const [replayed, plain] = [resnet(changes), resnet({ ...changes, captured: false })];
    const draw = vi.spyOn(ViewSource.prototype, "draw");
    const { record } = await conduct(replayed, { dataset: noiseImages() });
    const kinds = draw.mock.calls.map(([, kind]) => kind);
    draw.mockRestore();
    expect(kinds.filter((kind) => kind === "training")).toHaveLength(2);
    const { record: reference } = await conduct(plain, { dataset: noiseImages() });
    expect(record.learners).toEqual(reference.learners);
  });
});
