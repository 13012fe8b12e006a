import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { ExperimentInput } from "../../../src/config/schema";
import { SNR_EDGES } from "../../../src/metrics/distributions/parameterSnr";
import type { Cohort } from "../../../src/training/cohort";
import type { ViewSource } from "../../../src/training/viewSource";
import { expectAllclose } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";
import { gradientsOf } from "../../support/experiment";
import {
  gradientsPerLearner,
  inner,
  type Layers,
  meanOf,
  plainStatistics,
  probed,
  squared,
  variances,
} from "../../support/gradientProbe";
import { bits } from "../../support/tensors";

const MICRO_BATCHES = 3;
const setUp = (changes: ExperimentInput = {}) => probed(MICRO_BATCHES, changes);

/** [learner][micro-batch] */
const plainGradients = (cohort: Cohort, source: ViewSource, step: number, at = cohort.parameters.tensors) =>
  gradientsPerLearner(cohort.learners, MICRO_BATCHES, (r) => gradientsOf(cohort, source.probeViews(step, r), at));

/** The first arm's weights for all arms, by TensorFlow.js operations. */
function firstArmWeights(cohort: Cohort): tf.Tensor[] {
  const { seeds, arms } = cohort.config;
  return cohort.parameters.tensors.map((tensor) =>
    tf.concat(
      arms.map(() => tensor.slice(0, seeds)),
      0,
    ),
  );
}

describeOnEachBackend("the gradient probe", () => {
  it("has the statistics of the micro-batches' gradients taken one by one", async () => {
    const { cohort, source, training, probe } = await setUp();
    for (const step of [0, 1, 2]) {
      const { metrics } = await probe.measure(step);
      const gradients = await plainGradients(cohort, source, step);
      const expected = gradients.map((batches) => plainStatistics(batches.map((layers) => layers.flat())));
      for (const id of ["gradientNorm", "gradientVariance", "gradientSnr", "gradientNoise"] as const)
        await expectAllclose(
          metrics[id],
          expected.map((statistics) => statistics[id]),
          { rtol: 1e-4, atol: 1e-5 },
        );
      expect(new Set(metrics.gradientVariance).size, "learners differ").toBe(cohort.learners);
      training.update(step);
    }
  });

  it("tells the parameter tensors apart, and counts every parameter by its own ratio", async () => {
    const { cohort, source, probe } = await setUp();
    const { layers, signal, metrics } = await probe.measure(4);
    const gradients = await plainGradients(cohort, source, 4);
    expect(layers.names).toEqual(cohort.parameters.specs.map(({ name }) => name));
    expect([layers.step, signal.step]).toEqual([4, 4]);
    const tensor = (batches: Layers[], p: number) => batches.map((layer) => layer[p]!);
    for (const id of ["gradientVariance", "gradientNoise"] as const)
      await expectAllclose(
        layers[id],
        gradients.map((batches) => layers.names.map((_, p) => plainStatistics(tensor(batches, p))[id])),
        { rtol: 1e-4, atol: 1e-9 },
      );
    for (const [q, percent] of [
      ["p10", 10],
      ["p50", 50],
      ["p90", 90],
    ] as const)
      await expectAllclose(
        layers.varianceQuantiles[q],
        gradients.map((batches) => layers.names.map((_, p) => quantile(variances(tensor(batches, p)), percent))),
        { rtol: 1e-3, atol: 1e-9 },
      );
    await expectAllclose(
      layers.gradientVariance.map((own) => own.reduce((sum, value) => sum + value, 0)),
      metrics.gradientVariance,
    );
    gradients.forEach((batches, learner) => {
      const flat = batches.map((layer) => layer.flat());
      const expected = plainHistogram(meanOf(flat), variances(flat));
      const counts = Array.from(signal.counts[learner]!);
      // A ratio within rounding of an edge may fall on its other side.
      expect(counts.reduce((sum, n, bin) => sum + Math.abs(n - expected[bin]!), 0)).toBeLessThanOrEqual(2);
      expect(sum(counts)).toBe(sum(expected));
    });
  });

  it("compares the objectives at the first arm's weights, on the same micro-batches", async () => {
    const { cohort, source, training, probe } = await setUp({ temperature: 0.1 });
    for (let step = 0; step < 3; step++) training.update(step);
    const { metrics } = await probe.measure(3);
    const at = firstArmWeights(cohort);
    const gradients = await plainGradients(cohort, source, 3, at);
    const flat = gradients.map((batches) => batches.map((layers) => layers.flat()));
    const means = flat.map(meanOf);
    const cosines = [2, 3].map((l) => {
      const [own, first] = [means[l]!, means[l - 2]!];
      return inner(own, first) / Math.sqrt(squared(own) * squared(first));
    });
    await expectAllclose(metrics.gradientCosine!, [Number.NaN, Number.NaN, ...cosines], { rtol: 1e-4 });
    expect(Math.max(...cosines)).toBeLessThan(0.9999);
    await expectAllclose(
      metrics.commonGradientNoise!,
      flat.map((batches) => plainStatistics(batches).gradientNoise),
      { rtol: 1e-4 },
    );
    expect(Array.from(metrics.commonGradientNoise!.subarray(0, 2))).toEqual(
      Array.from(metrics.gradientNoise.subarray(0, 2)),
    );
  });

  it("finds one direction where the objectives are the same, and where the temperature leaves nothing to repair", async () => {
    const arms: ExperimentInput["arms"] = [{ objective: "infoNce" }, { objective: "infoNce", learningRate: 0.5 }];
    const twins = await setUp({ arms });
    for (let step = 0; step < 3; step++) twins.training.update(step);
    await expectAllclose((await twins.probe.measure(3)).metrics.gradientCosine!.subarray(2), [1, 1]);
    const warm = await setUp({ temperature: 0.5, batchSize: 16 });
    const { gradientCosine } = (await warm.probe.measure(0)).metrics;
    for (const value of gradientCosine!.subarray(2)) expect(value).toBeGreaterThan(0.995);
  });

  it("leaves the losses' own numbers out of everything, of the same encoders", async () => {
    const arms: ExperimentInput["arms"] = [{ objective: "infoNce" }, { objective: "flatNce" }];
    const [plain, learning] = [await setUp({ arms }), await setUp({ arms, temperatureRule: { id: "learned" } })];
    const [expected, result] = [await plain.probe.measure(0), await learning.probe.measure(0)];
    expect(learning.cohort.parameters.specs).toHaveLength(plain.cohort.parameters.specs.length + 1);
    expect(result.layers.names).toEqual(expected.layers.names);
    for (const [id, values] of Object.entries(expected.metrics))
      await expectAllclose(result.metrics[id as keyof typeof expected.metrics]!, values, { rtol: 1e-4, atol: 1e-5 });
    for (const id of ["gradientVariance", "gradientNoise"] as const)
      await expectAllclose(result.layers[id], expected.layers[id], { rtol: 1e-4, atol: 1e-9 });
    await expectAllclose(result.layers.varianceQuantiles.p50, expected.layers.varianceQuantiles.p50, {
      rtol: 1e-3,
      atol: 1e-9,
    });
    expect(result.signal.counts.map((counts) => sum(Array.from(counts)))).toEqual(
      expected.signal.counts.map((counts) => sum(Array.from(counts))),
    );
  });

  it.each<ExperimentInput>([
    { queue: { size: 8, momentum: 0.9 } },
    { arms: [{ objective: "sogClr" }, { objective: "sogClr", learningRate: 0.5 }] },
  ])("finds one direction in equal objectives whatever their learners carry: %o", async (changes) => {
    const arms: ExperimentInput["arms"] = [{ objective: "infoNce" }, { objective: "infoNce", learningRate: 0.5 }];
    const twins = await setUp({ arms, temperature: 0.1, ...changes });
    for (let step = 0; step < 4; step++) twins.training.update(step);
    await expectAllclose((await twins.probe.measure(4)).metrics.gradientCosine!.subarray(2), [1, 1]);
  });

  it("compares nothing with a single arm, or where the config does without", async () => {
    const single = await setUp({ arms: [{ objective: "flatNce" }] });
    expect((await single.probe.measure(0)).metrics).not.toHaveProperty("gradientCosine");
    const without = await setUp({ gradientProbe: { every: 1, microBatches: 2, common: false } });
    expect((await without.probe.measure(0)).metrics).not.toHaveProperty("commonGradientNoise");
  });

  it("leaves the weights, the optimiser and the memory as they are", async () => {
    const [measured, untouched] = [await setUp(), await setUp()];
    const input = measured.source.views(9);
    for (let step = 0; step < 3; step++) {
      const before = tf.memory().numTensors;
      await measured.probe.measure(step);
      if (step > 0) expect(tf.memory().numTensors).toBe(before);
      for (const { training } of [measured, untouched]) {
        training.update(step);
        await training.sink.metrics.drain();
        await training.sink.logXi.drain();
      }
    }
    const embedded = ({ cohort }: typeof measured) => bits(cohort.encode(input).embeddings);
    expect(await embedded(measured)).toEqual(await embedded(untouched));
  });
});

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** The lower of two values where it falls between them. */
function quantile(values: number[], percent: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(((values.length - 1) * percent) / 100)]!;
}

/** Parameters by |m| / sqrt(V), one bin after each edge; those without any gradient are left out. */
function plainHistogram(center: number[], variance: number[]): number[] {
  const counts = new Array<number>(SNR_EDGES.length + 1).fill(0);
  center.forEach((m, p) => {
    if (m === 0 && variance[p] === 0) return;
    const ratio = Math.abs(m) / Math.sqrt(variance[p]!);
    counts[SNR_EDGES.filter((edge) => ratio >= edge).length]!++;
  });
  return counts;
}
