import type { ExperimentConfig } from "../../config/schema";

/** The experiment over another number of steps: measured as often on the way, and warmed up over the same share of it. */
export function withSteps(config: ExperimentConfig, steps: number): ExperimentConfig {
  const scaled = (every: number) => (every === 0 ? 0 : Math.max(1, Math.round((every * steps) / config.steps)));
  const { optimizer, gradientProbe, evaluation } = config;
  const schedule = { ...optimizer.schedule, warmupSteps: scaled(optimizer.schedule.warmupSteps) };
  return {
    ...config,
    steps,
    optimizer: { ...optimizer, schedule },
    gradientProbe: { ...gradientProbe, every: scaled(gradientProbe.every) },
    evaluation: { ...evaluation, every: scaled(evaluation.every) },
  };
}
