import type * as tf from "@tensorflow/tfjs";
import type { ExperimentInput } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import type { ObjectiveId } from "../../src/objectives";
import { createEncoder, encoderOfLayers } from "../../src/ops/encoder";
import { noiseOf, type StepId, standardStep } from "../../src/training/benchmark/standardSteps";
import { Cohort } from "../../src/training/cohort";
import { GradientProbe } from "../../src/training/probes/gradientProbe";
import { TrainingStep } from "../../src/training/trainingStep";
import { ViewSource } from "../../src/training/viewSource";
import { dataOf, tinyConfig, validConfig } from "./experiment";
import { mean } from "./float64";

/** What a gradient probe should come to, from the definitions, in float64. */

export const squared = (vector: number[]) => vector.reduce((sum, x) => sum + x * x, 0);
export const inner = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
export const meanOf = (batches: number[][]) => batches[0]!.map((_, p) => mean(batches.map((gradient) => gradient[p]!)));

/** One learner's gradient of one micro-batch, parameter tensor by parameter tensor. */
export type Layers = number[][];

/** A cohort with its probe. @param shape of its samples, noise, in the place of the config's data set */
export async function probed(microBatches: number, changes: ExperimentInput = {}, shape?: number[]) {
  const gradientProbe = { every: 1, microBatches };
  const config = tinyConfig({ optimizer: { id: "sgd" }, gradientProbe, ...changes });
  const dataset = shape ? noiseOf(shape) : await dataOf(config);
  const source = new ViewSource(dataset, config);
  const cohort = new Cohort(createEncoder(config.encoder, dataset.shape), config, seedNumbers(config), source);
  return { cohort, source, training: new TrainingStep(cohort, source), probe: new GradientProbe(cohort, source) };
}

/** A standard step's learners, one seed, with their probe. @throws Error where the config is not one */
export function standardProbe(
  id: StepId,
  arms: readonly ObjectiveId[],
  gradientProbe: ExperimentInput["gradientProbe"],
) {
  const { shape, layers, config: own } = standardStep(id);
  const config = validConfig({ ...own, arms: arms.map((objective) => ({ objective })), seeds: 1, gradientProbe });
  const source = new ViewSource(noiseOf(shape), config);
  const cohort = new Cohort(encoderOfLayers(layers, shape), config, seedNumbers(config), source);
  return { cohort, source, training: new TrainingStep(cohort, source), probe: new GradientProbe(cohort, source) };
}

/** [learner][micro-batch], from the gradients of each micro-batch, one [L, ...] tensor per parameter. */
export async function gradientsPerLearner(
  learners: number,
  microBatches: number,
  gradientsOf: (r: number) => tf.Tensor[],
): Promise<Layers[][]> {
  const all: Layers[][] = Array.from({ length: learners }, () => []);
  for (let r = 0; r < microBatches; r++) {
    const values = await Promise.all(gradientsOf(r).map((gradient) => gradient.data()));
    all.forEach((batches, learner) => {
      batches[r] = values.map((own) => {
        const size = own.length / learners;
        return Array.from(own.subarray(learner * size, (learner + 1) * size));
      });
    });
  }
  return all;
}

/** Unbiased variance of every parameter. */
export function variances(batches: number[][]): number[] {
  const center = meanOf(batches);
  return center.map((m, p) => squared(batches.map((gradient) => gradient[p]! - m)) / (batches.length - 1));
}

export function plainStatistics(batches: number[][]) {
  const center = meanOf(batches);
  const variance = variances(batches).reduce((sum, value) => sum + value, 0);
  return {
    gradientNorm: Math.sqrt(squared(center)),
    gradientVariance: variance,
    gradientSnr: (squared(center) - variance / batches.length) / variance,
    gradientNoise: Math.min(1, variance / mean(batches.map(squared))),
  };
}
