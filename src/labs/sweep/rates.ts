import type { ExperimentConfig } from "../../config/schema";
import { describe, type Sample } from "../../record/statistics/describe";
import { rateOf } from "../training/rates";

/** The experiment with every arm's own rate times its factor. @param factors one per arm */
export function withFactors(config: ExperimentConfig, factors: readonly number[]): ExperimentConfig {
  const arms = config.arms.map((arm, i) => ({ ...arm, learningRate: rateOf(config, arm) * (factors[i] ?? 1) }));
  return { ...config, arms };
}

/**
 * The experiment that tries rates: nothing is measured but the accuracy at its end, on `validationData`.
 * @param factor of all arms' rates
 */
export function trial(config: ExperimentConfig, factor: number): ExperimentConfig {
  const { gradientProbe, evaluation, steps, arms } = config;
  return {
    ...withFactors(config, new Array<number>(arms.length).fill(factor)),
    gradientProbe: { ...gradientProbe, every: 0 },
    evaluation: { ...evaluation, every: steps, validation: false },
  };
}

/** What came of an arm's trials: the factor that was taken and the accuracy that it was taken for. */
export interface Choice {
  factor: number;
  /** Mean over seeds; null where no factor let every seed train to the end. */
  accuracy: number | null;
}

/**
 * The factor with the highest mean validation accuracy, of equal ones the smallest. A factor at which a seed stopped is
 * out of the question; where that is true of all, the smallest one is taken.
 *
 * @param accuracies by factor: one per seed, null or NaN where a seed stopped
 */
export function choose(factors: readonly number[], accuracies: readonly Sample[]): Choice {
  const trials = factors
    .map((factor, i) => ({ factor, accuracy: meanOfAll(accuracies[i] ?? []) }))
    .sort((a, b) => a.factor - b.factor);
  const better = (best: Choice, next: Choice) => (next.accuracy ?? -1) > (best.accuracy ?? -1);
  return trials.reduce((best, next) => (better(best, next) ? next : best));
}

function meanOfAll(sample: Sample): number | null {
  const { mean, n } = describe(sample);
  return n === sample.length ? mean : null;
}
