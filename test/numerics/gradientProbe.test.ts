import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { Cohort } from "../../src/experiment/cohort";
import { GradientProbe } from "../../src/experiment/gradientProbe";
import { seedNumbers } from "../../src/experiment/seeds";
import { TrainingStep } from "../../src/experiment/trainingStep";
import { ViewSource } from "../../src/experiment/viewSource";
import { createEncoder } from "../../src/models";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { dataOf, gradientsOf, tinyConfig } from "../support/experiment";
import { mean } from "../support/float64";
import { bits } from "../support/tensors";

const MICRO_BATCHES = 3;
const squared = (vector: number[]) => vector.reduce((sum, x) => sum + x * x, 0);

/** All parameters of a learner in one vector, for each micro-batch. */
async function plainGradients(cohort: Cohort, source: ViewSource, step: number): Promise<number[][][]> {
  const vectors: number[][][] = Array.from({ length: cohort.learners }, () => []);
  for (let r = 0; r < MICRO_BATCHES; r++) {
    const gradients = await Promise.all(
      gradientsOf(cohort, source.probeViews(step, r)).map((gradient) => gradient.data()),
    );
    vectors.forEach((batches, learner) => {
      batches[r] = gradients.flatMap((values) => {
        const size = values.length / cohort.learners;
        return Array.from(values.subarray(learner * size, (learner + 1) * size));
      });
    });
  }
  return vectors;
}

/** From the definitions, in float64. */
function plainStatistics(batches: number[][]) {
  const centre = batches[0]!.map((_, p) => mean(batches.map((gradient) => gradient[p]!)));
  const variance =
    batches.reduce((sum, gradient) => sum + squared(gradient.map((x, p) => x - centre[p]!)), 0) / (batches.length - 1);
  return {
    gradientNorm: Math.sqrt(squared(centre)),
    gradientVariance: variance,
    gradientSnr: (squared(centre) - variance / batches.length) / variance,
    gradientNoise: Math.min(1, variance / mean(batches.map(squared))),
  };
}

async function setUp() {
  const config = tinyConfig({ optimizer: { id: "sgd" } });
  const cohort = new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
  const source = new ViewSource(await dataOf(config), config);
  return { cohort, source, training: new TrainingStep(cohort, source) };
}

describeOnEachBackend("the gradient probe", () => {
  it("has the statistics of the micro-batches' gradients taken one by one", async () => {
    const { cohort, source, training } = await setUp();
    const probe = new GradientProbe(cohort, source, MICRO_BATCHES);
    for (const step of [0, 1, 2]) {
      const probed = await probe.measure(step);
      const expected = (await plainGradients(cohort, source, step)).map(plainStatistics);
      for (const id of ["gradientNorm", "gradientVariance", "gradientSnr", "gradientNoise"] as const)
        await expectAllclose(
          probed[id],
          expected.map((statistics) => statistics[id]),
          { rtol: 1e-4, atol: 1e-5 },
        );
      expect(new Set(probed.gradientVariance).size, "learners differ").toBe(cohort.learners);
      training.update(step);
    }
  });

  it("leaves the weights, the optimiser and the memory as they are", async () => {
    const [probed, untouched] = [await setUp(), await setUp()];
    const input = probed.source.views(9);
    const probe = new GradientProbe(probed.cohort, probed.source, 2);
    for (let step = 0; step < 3; step++) {
      const before = tf.memory().numTensors;
      await probe.measure(step);
      if (step > 0) expect(tf.memory().numTensors).toBe(before);
      for (const { training } of [probed, untouched]) {
        training.update(step);
        await training.sink.metrics.drain();
        await training.sink.logXi.drain();
      }
    }
    const embedded = ({ cohort }: typeof probed) => bits(cohort.encode(input).embeddings);
    expect(await embedded(probed)).toEqual(await embedded(untouched));
  });
});
