import { version } from "../../package.json";
import { METRIC_IDS, type MetricId } from "../diagnostics/types";
import type { ExperimentConfig } from "./config";
import { type Environment, RECORD_SCHEMA, type RunRecord } from "./record";
import { describe, pairedDifference } from "./statistics";

export const APP = { name: "FlatNCE Playground", version };

/** What a finished, stopped or running experiment has to say for itself. */
export interface RecordInput {
  config: ExperimentConfig;
  environment: Environment;
  /** ISO 8601. */
  startedAt: string;
  durationMs: number;
  stepsDone: number;
  learners: RunRecord["learners"];
}

/** Completes a record: the summary over seeds, and every pair of arms compared seed by seed. */
export function buildRecord(input: RecordInput): RunRecord {
  const metrics = METRIC_IDS.filter((metric) => input.learners.some(({ series }) => metric in series));
  return {
    schema: RECORD_SCHEMA,
    app: APP,
    ...input,
    summary: Object.fromEntries(metrics.map((metric) => [metric, perArm(input, metric).map(describe)])),
    paired: metrics.flatMap((metric) => comparePairs(input, metric)),
  };
}

/** Last measured value of each learner, [arm][seed]; NaN for a learner that stopped or was never measured. */
function perArm({ config, learners }: RecordInput, metric: MetricId): number[][] {
  return config.arms.map((_, arm) =>
    learners
      .filter((learner) => learner.arm === arm)
      .map((learner) => (learner.stopped ? Number.NaN : lastValue(learner.series[metric]))),
  );
}

function lastValue(series: readonly (number | null)[] | undefined): number {
  return series?.findLast((value) => value !== null) ?? Number.NaN;
}

function comparePairs(input: RecordInput, metric: MetricId): RunRecord["paired"] {
  const values = perArm(input, metric);
  return armPairs(values.length)
    .filter(([armA, armB]) => isComparable(input.config, metric, armA, armB))
    .map(([armA, armB]) => ({
      metric,
      armA,
      armB,
      ...pairedDifference(values[armA] as number[], values[armB] as number[]),
    }));
}

function armPairs(arms: number): [number, number][] {
  return Array.from({ length: arms }, (_, armA) => armA).flatMap((armA) =>
    Array.from({ length: arms - armA - 1 }, (_, offset): [number, number] => [armA, armA + 1 + offset]),
  );
}

/** The value of one objective says nothing beside the value of another: FlatNCE's is always 1. */
function isComparable({ arms }: ExperimentConfig, metric: MetricId, armA: number, armB: number): boolean {
  return metric !== "objective" || arms[armA]?.objective === arms[armB]?.objective;
}
