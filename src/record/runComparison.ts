import { batchSizeOf } from "../config/batchSizes";
import { equal } from "../config/paths";
import type { ExperimentConfig } from "../config/schema";
import { type MetricId, metricOf } from "../metrics";
import type { RunColumns } from "./columns";
import { type FinalValues, finalValues } from "./finalValues";
import { seriesOfLearners } from "./learners";
import {
  type PairedDifference,
  pairedDifference,
  type UnpairedDifference,
  welchDifference,
} from "./statistics/differences";
import type { StoppedLearner } from "./stopped";

/** What came of a run, and how it differs from another. */

export interface ComparedRun {
  config: ExperimentConfig;
  columns: RunColumns;
  stopped: StoppedLearner[];
}

/** Final values of all learners so far, with the rows that they rest on; null before the first measurement. */
export function finalsOf(run: ComparedRun, metric: MetricId): FinalValues | null {
  const learners = seriesOfLearners(run, metric);
  return learners && finalValues(metricOf(metric), learners);
}

/** Those of one arm, by its seeds. */
export function armOf({ values }: FinalValues, arm: number, seeds: number): number[] {
  return values.slice(arm * seeds, (arm + 1) * seeds);
}

/** Settings that decide what a seed sees: where they agree, what two seeds share cancels in their difference. */
const OF_A_SEED = [
  "seed",
  "seeds",
  "batchSize",
  "dataset",
  "augmentation",
] as const satisfies (keyof ExperimentConfig)[];
type PairedSetting = (typeof OF_A_SEED)[number];

/** An arm of a run minus an arm of another: by seed where the seeds are the same, else as two samples that share nothing. */
export type RunDifference = { steps: [own: Stretch, other: Stretch] } & (
  | ({ kind: "paired" } & PairedDifference)
  | ({ kind: "unpaired"; because: PairedSetting[] } & UnpairedDifference)
);

/** First and last step that final values rest on. */
export type Stretch = readonly [from: number, to: number];

/** @param arms places of the two arms, each in its own run */
export function differenceOfRuns(
  run: ComparedRun,
  other: ComparedRun,
  metric: MetricId,
  [arm, otherArm]: [number, number],
): RunDifference | null {
  const [own, others] = [finalsOf(run, metric), finalsOf(other, metric)];
  if (!own || !others) return null;
  const values = armOf(own, arm, run.config.seeds);
  const base = armOf(others, otherArm, other.config.seeds);
  const because = unpairedSettings(ofArm(run.config, arm), ofArm(other.config, otherArm));
  const steps: RunDifference["steps"] = [stretchOf(run, metric, own), stretchOf(other, metric, others)];
  if (because.length === 0) return { kind: "paired", steps, ...pairedDifference(base, values) };
  return { kind: "unpaired", steps, because, ...welchDifference(base, values) };
}

function stretchOf({ columns }: ComparedRun, metric: MetricId, { rows }: FinalValues): Stretch {
  const steps = columns.get(metric)?.steps;
  return [steps?.[rows[0] ?? 0] ?? 0, steps?.[rows.at(-1) ?? 0] ?? 0];
}

/** With the batch size of one of its arms. */
function ofArm(config: ExperimentConfig, arm: number): ExperimentConfig {
  return { ...config, batchSize: batchSizeOf(config, config.arms[arm] ?? {}) };
}

function unpairedSettings(a: ExperimentConfig, b: ExperimentConfig): PairedSetting[] {
  return OF_A_SEED.filter((setting) => !equal(a[setting], b[setting]));
}
