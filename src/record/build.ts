import { version } from "../../package.json";
import type { ArmConfig, ExperimentConfig } from "../config/schema";
import { METRICS, type MetricId, type MetricRegistry } from "../metrics";
import type { Metric } from "../metrics/types";
import { settingsOf } from "../objectives";
import { describe, type Sample } from "./describe";
import { finalValues } from "./finalValues";
import { RECORD_SCHEMA, type RunRecord } from "./record";
import { pairedDifference, sampleBySeed } from "./statistics";

export const APP = { name: "FlatNCE Playground", version };

/** What a finished, stopped or running experiment has to say for itself. */
export interface RecordInput {
  config: ExperimentConfig;
  environment: RunRecord["environment"];
  /** ISO 8601. */
  startedAt: string;
  durationMs: number;
  stepsDone: number;
  clock?: RunRecord["clock"];
  learners: RunRecord["learners"];
}

/**
 * Completes a record: the summary over seeds, and every pair of arms compared seed by seed.
 * @param registry the metrics that are known
 */
export function buildRecord(input: RecordInput, registry: MetricRegistry = METRICS): RunRecord {
  const metrics = Object.values(registry).filter(({ id }) => input.learners.some(({ series }) => id in series));
  return {
    schema: RECORD_SCHEMA,
    app: APP,
    ...input,
    summary: Object.fromEntries(metrics.map((metric) => [metric.id, perArm(input, metric).map(describe)])),
    paired: metrics.flatMap((metric) => comparePairs(input, metric)),
  };
}

/** Final value of each learner, [arm][seed]; null for a learner that the record lacks. */
function perArm({ config, learners }: RecordInput, metric: Metric): Sample[] {
  const { values } = finalValues(
    metric,
    learners.map(({ series, stopped }) => ({
      values: series[metric.id as MetricId] ?? [],
      stopped: stopped !== undefined,
    })),
  );
  const ended = learners.map(({ arm, seed }, learner) => ({ arm, seed, value: values[learner] ?? null }));
  return config.arms.map((_, arm) => sampleBySeed(ended, arm, ({ value }) => value));
}

function comparePairs(input: RecordInput, metric: Metric): RunRecord["paired"] {
  const values = perArm(input, metric);
  return armPairs(values.length)
    .filter(([armA, armB]) => isComparable(input.config, metric.comparison, armA, armB))
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
  return arm ? JSON.stringify([arm.objective, settingsOf(arm), arm.temperature, arm.temperatureRule]) : "";
}
