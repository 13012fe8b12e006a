import type { ArmConfig, ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import { METRICS, type MetricId, type MetricRegistry } from "../metrics";
import type { Metric } from "../metrics/types";
import { settingsOf } from "../objectives";
import { finalValues, type MetricSeries } from "./finalValues";
import { type MeasuredRun, seriesOfLearners } from "./learners";
import type { RunRecord } from "./record";
import { describe, type Sample } from "./statistics/describe";
import { pairedDifference, sampleBySeed } from "./statistics/differences";

/** What comes out of a run, over its seeds: the same from a record's lists and from the columns of a run, which need not become lists first. */

/** The series that a summary rests on, wherever they are. */
export interface Summarized {
  config: ExperimentConfig;
  learners: readonly { arm: number; seed: number }[];
  /** One per learner; null where none has the metric. */
  seriesOf(metric: MetricId): MetricSeries[] | null;
}

export type Summary = Pick<RunRecord, "summary" | "paired">;

/**
 * The summary over seeds, and every pair of arms compared seed by seed.
 * @param registry the metrics that are known
 */
export function summarize(input: Summarized, registry: MetricRegistry = METRICS): Summary {
  const measured = Object.values(registry).flatMap((metric) => {
    const values = perArm(input, metric);
    return values ? [{ metric, values }] : [];
  });
  return {
    summary: Object.fromEntries(measured.map(({ metric, values }) => [metric.id, values.map(describe)])),
    paired: measured.flatMap(({ metric, values }) => comparePairs(input.config, metric, values)),
  };
}

/** The same of a run in memory: only the last rows of its columns are read. */
export function summaryOfRun(run: Omit<MeasuredRun, "layers">): Summary {
  const { config } = run;
  const seeds = seedNumbers(config);
  return summarize({
    config,
    learners: config.arms.flatMap((_, arm) => seeds.map((seed) => ({ arm, seed }))),
    seriesOf: (metric) => seriesOfLearners(run, metric),
  });
}

/** Final value of each learner, [arm][seed]; null for a learner that is not there. */
function perArm({ config, learners, seriesOf }: Summarized, metric: Metric): Sample[] | null {
  const series = seriesOf(metric.id as MetricId);
  if (!series) return null;
  const { values } = finalValues(metric, series);
  const ended = learners.map(({ arm, seed }, learner) => ({ arm, seed, value: values[learner] ?? null }));
  return config.arms.map((_, arm) => sampleBySeed(ended, arm, ({ value }) => value));
}

function comparePairs(config: ExperimentConfig, metric: Metric, values: Sample[]): RunRecord["paired"] {
  return armPairs(values.length)
    .filter(([armA, armB]) => isComparable(config, metric.comparison, armA, armB))
    .map(([armA, armB]) => ({
      metric: metric.id as MetricId,
      armA,
      armB,
      ...pairedDifference(values[armA] as Sample, values[armB] as Sample),
    }));
}

function armPairs(arms: number): [number, number][] {
  return Array.from({ length: arms }, (_, armA) => armA).flatMap((armA) =>
    Array.from({ length: arms - armA - 1 }, (_, offset): [number, number] => [armA, armA + 1 + offset]),
  );
}

/** The value of one objective says nothing beside the value of another: FlatNCE's is always 1. */
function isComparable(
  { arms }: ExperimentConfig,
  comparison: Metric["comparison"],
  armA: number,
  armB: number,
): boolean {
  switch (comparison) {
    case "always":
      return true;
    case "notWithFirstArm":
      return armA > 0;
    case "sameLoss":
      return lossOf(arms[armA]) === lossOf(arms[armB]);
  }
}

/** Equal for arms whose losses are the same function. */
function lossOf(arm: ArmConfig | undefined): string {
  return arm
    ? JSON.stringify([arm.objective, settingsOf(arm), arm.temperature, arm.temperatureRule, arm.batchSize])
    : "";
}
