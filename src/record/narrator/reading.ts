import { armLooks } from "../../config/arms";
import { batchSizeOf, commonBatch } from "../../config/batchSizes";
import { rateFactor } from "../../config/rateRule";
import type { ArmConfig, ExperimentConfig } from "../../config/schema";
import { temperatureAt } from "../../config/temperature";
import { formatCount } from "../../i18n/format";
import { type Said, say } from "../../i18n/message";
import { type MetricId, metricOf } from "../../metrics";
import { candidates } from "../../metrics/math/ceilings";
import type { MetricColumn } from "../columns";
import { armOf, finalsOf } from "../runComparison";
import { describe } from "../statistics/describe";
import type { StoppedLearner } from "../stopped";
import { type Measured, type Verdict, verdictOf } from "../verdict";
import { texts } from "./texts";

/** What rules read: a run's numbers as means over seeds, each with the steps that it rests on. */

/** Rows of a metric of single batches below which a mean says nothing. */
const FEWEST_ROWS = 20;

/** What is narrated. */
export interface Narrated extends Measured {
  isOver: boolean;
  /** What the verdict goes by. */
  metric: MetricId;
  armA: number;
  armB: number;
}

/** A mean over the seeds of an arm that still train. */
export interface Mean {
  value: number;
  /** First and last step that it rests on. */
  from: number;
  step: number;
}

/** One arm of a run. */
export interface ArmReading {
  index: number;
  arm: ArmConfig;
  label: string;
  /** Temperature of the config at the latest step; what is learned or adapted is measured as a metric. */
  temperature: number;
  /** With the batch size taken into account, before any schedule. */
  learningRate: number;
  stopped: readonly StoppedLearner[];
  /** As a run is judged: over the last rows of what is noisy, else the latest; null before the first step and of too few rows. */
  mean(metric: MetricId): Mean | null;
  /** The first row of a column that any seed has. */
  first(metric: MetricId): Mean | null;
  /** Means over the seeds from one step to another, row by row; NaN where no seed has a value. */
  rows(metric: MetricId, from: number, to: number): Iterable<{ step: number; value: number }>;
}

export interface Reading {
  config: ExperimentConfig;
  step: number;
  isOver: boolean;
  arms: readonly ArmReading[];
  metric: MetricId;
  /** The two arms that the verdict compares, and what comes of it; null where there is no difference. */
  compared: { a: ArmReading; b: ArmReading; verdict: Extract<Verdict, { kind: "measured" }> } | null;
  /** K = 2B - 1; null where a queue makes it another number. */
  candidates: number | null;
}

/** What a run says so far. */
export function readingOf(run: Narrated): Reading {
  const { config, step, isOver, metric, armA, armB } = run;
  const labels = armLooks(config, false).map(({ label }) => label);
  const arms = config.arms.map((arm, index) => armReading(run, arm, index, labels[index] ?? ""));
  const [a, b] = [arms[armA], arms[armB]];
  const verdict = verdictOf(run, metric, armA, armB);
  const batchSize = commonBatch(config);
  return {
    config,
    step,
    isOver,
    arms,
    metric,
    compared: a && b && verdict.kind === "measured" && verdict.step > 0 ? { a, b, verdict } : null,
    candidates: config.queue.size > 0 || batchSize === null ? null : candidates(batchSize),
  };
}

function armReading(run: Narrated, arm: ArmConfig, index: number, label: string): ArmReading {
  const { config } = run;
  const { optimizer } = config;
  return {
    index,
    arm,
    label,
    temperature: temperatureAt(config, arm, run.step),
    learningRate: (arm.learningRate ?? optimizer.learningRate) * rateFactor(optimizer, batchSizeOf(config, arm)),
    stopped: run.stopped.filter((learner) => learner.arm === index),
    mean: (metric) => meanOf(run, index, metric),
    first: (metric) => firstOf(run, index, metric),
    rows: (metric, from, to) => rowsOf(run, { arm: index, metric, from, to }),
  };
}

function meanOf(run: Narrated, arm: number, metric: MetricId): Mean | null {
  const finals = finalsOf(run, metric);
  const steps = run.columns.get(metric)?.steps;
  if (!finals || !steps) return null;
  const { rows } = finals;
  const { mean } = describe(armOf(finals, arm, run.config.seeds));
  const step = steps[rows.at(-1) ?? 0] ?? 0;
  const isSettled = metricOf(metric).reading === "window" ? rows.length >= FEWEST_ROWS : step > 0;
  return mean === null || !isSettled ? null : { value: mean, from: steps[rows[0] ?? 0] ?? 0, step };
}

function firstOf(run: Narrated, arm: number, metric: MetricId): Mean | null {
  const column = run.columns.get(metric);
  const [step] = column?.steps ?? [];
  const value = column && column.length > 0 ? meanAt(column, arm, run.config.seeds, 0) : Number.NaN;
  return step === undefined || !Number.isFinite(value) ? null : { value, from: step, step };
}

interface Stretch {
  arm: number;
  metric: MetricId;
  from: number;
  to: number;
}

function* rowsOf(
  { columns, config }: Narrated,
  { arm, metric, from, to }: Stretch,
): Generator<{ step: number; value: number }, void> {
  const column = columns.get(metric);
  if (!column) return;
  const last = column.indexAt(to);
  for (let row = column.indexAt(from - 1) + 1; row <= last; row++)
    yield { step: column.steps[row] ?? 0, value: meanAt(column, arm, config.seeds, row) };
}

/** Over the seeds that have a value in a row. */
function meanAt({ values }: MetricColumn, arm: number, seeds: number, row: number): number {
  return (
    describe(armOf({ rows: [], values: values.map((own) => own[row] ?? Number.NaN) }, arm, seeds)).mean ?? Number.NaN
  );
}

/** Where a mean was measured, in words. */
export function placeOf({ from, step }: Mean): Said {
  const to = formatCount(step);
  return from < step ? say(texts.over, { from: formatCount(from), to }) : say(texts.at, { step: to });
}
