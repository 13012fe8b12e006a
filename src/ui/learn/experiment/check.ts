import type { ExperimentConfig } from "../../../config/schema";
import type { MetricId } from "../../../metrics";
import { informationCeiling } from "../../../metrics/math/ceilings";
import type { RunColumns } from "../../../record/columns";
import { armOf, finalsOf } from "../../../record/runComparison";
import { describe } from "../../../record/statistics/describe";
import { type Interval, meanInterval, pairedDifference } from "../../../record/statistics/differences";
import type { StoppedLearner } from "../../../record/stopped";

/** A prediction held to what was measured: by an interval over seeds, and by nothing that it does not decide. */

/** What is measured. Arms are named by their places. */
export type Quantity =
  /** The final value of one arm minus that of another, paired by seed. */
  | { kind: "between"; metric: MetricId; a: number; b: number }
  /** The final value of an arm minus its first one. */
  | { kind: "growth"; metric: MetricId; arm: number }
  /** The final value of an arm, as a share of log K where it is said so. */
  | { kind: "level"; metric: MetricId; arm: number; ofCeiling?: true };

export interface Choice {
  id: string;
  /** What the quantity lies in if the choice is right; null: the interval lies in no other choice's, the seeds cannot tell. */
  range: readonly [low: number, high: number] | null;
}

export interface Check {
  quantity: Quantity;
  choices: readonly Choice[];
}

export interface Measured {
  estimate: number;
  /** 95 % t interval; null below two seeds. */
  interval: Interval | null;
  seeds: number;
  /** Last step that it rests on. */
  step: number;
}

/** What the measurement says: one of the choices, or that it cannot tell. */
export const UNDECIDED = "undecided";

interface CheckedRun {
  config: ExperimentConfig;
  columns: RunColumns;
  stopped: StoppedLearner[];
}

/** What was measured of a quantity so far; null before its first measurement. */
export function measure(run: CheckedRun, quantity: Quantity): Measured | null {
  const { metric } = quantity;
  const column = run.columns.get(metric);
  const finals = finalsOf(run, metric);
  if (!column || !finals) return null;
  const { seeds } = run.config;
  const step = column.steps[finals.rows.at(-1) ?? 0] ?? 0;
  const last = (arm: number) => armOf(finals, arm, seeds);
  if (quantity.kind === "level") return levelOf(last(quantity.arm), scaleOf(run.config, quantity), step);
  const [before, after] =
    quantity.kind === "between"
      ? [last(quantity.a), last(quantity.b)]
      : [firstOf(column.values, quantity.arm, seeds), last(quantity.arm)];
  const { difference, ci95, n } = pairedDifference(before, after);
  return difference === null ? null : { estimate: difference, interval: ci95, seeds: n, step };
}

function scaleOf({ batchSize }: ExperimentConfig, { ofCeiling }: Extract<Quantity, { kind: "level" }>): number {
  return ofCeiling ? informationCeiling(batchSize) : 1;
}

function levelOf(values: number[], scale: number, step: number): Measured | null {
  const described = describe(values.map((value) => value / scale));
  const { mean, n } = described;
  return mean === null ? null : { estimate: mean, interval: meanInterval(described), seeds: n, step };
}

function firstOf(values: readonly Float32Array[], arm: number, seeds: number): number[] {
  return values.slice(arm * seeds, (arm + 1) * seeds).map((own) => own[0] ?? Number.NaN);
}

/** The choice that the whole interval speaks for; without one, that the seeds cannot tell. */
export function outcomeOf({ interval }: Pick<Measured, "interval">, choices: readonly Choice[]): string {
  const holds = ({ range }: Choice) => range !== null && interval !== null && isWithin(interval, range);
  const found = choices.find(holds) ?? choices.find(({ range }) => range === null);
  return found?.id ?? UNDECIDED;
}

function isWithin([low, high]: Interval, [least, most]: readonly [number, number]): boolean {
  return low > least && high < most;
}

/**
 * Whether a prediction came true; null where nothing was predicted, or the seeds cannot tell: then it is not refuted either.
 */
export function isRight(prediction: string, outcome: string, choices: readonly Choice[]): boolean | null {
  if (prediction === outcome) return true;
  const range = choices.find(({ id }) => id === outcome)?.range ?? null;
  const isDecided = range !== null && choices.some(({ id }) => id === prediction);
  return isDecided ? false : null;
}
