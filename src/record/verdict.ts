import type { ExperimentConfig } from "../config/schema";
import { type MetricId, metricOf } from "../metrics";
import type { RunColumns } from "./columns";
import { armOf, finalsOf } from "./runComparison";
import { excludesZero, pairedDifference } from "./statistics/differences";
import type { StoppedLearner } from "./stopped";

/** What a verdict rests on: of a run that is over or under way. */
export interface Measured {
  config: ExperimentConfig;
  columns: RunColumns;
  stopped: StoppedLearner[];
  dataset: { labeled: boolean } | null;
  /** Updates made so far. */
  step: number;
}

/** What can be said about two arms now, with its uncertainty; the words come from the interface. */
export type Verdict =
  | { kind: "none" | "oneArm" | "off" | "unlabeled" | "allStopped" }
  /** The first measurement comes at `step`. */
  | { kind: "notYet"; step: number }
  | {
      kind: "measured";
      /** First and last step that the comparison rests on; the same one, unless single steps are too noisy. */
      from: number;
      step: number;
      /** Mean over seeds of (arm B - arm A). */
      difference: number;
      /** 95 % t interval; null below two seeds. */
      interval: [number, number] | null;
      /** Seeds that count: both learners have a value. */
      seeds: number;
      /** Seeds left out because a learner stopped. */
      lost: number;
      /** Whether the interval leaves 0 out. */
      detected: boolean;
    };

/** Compares two arms by the final values of a metric so far, paired by seed. */
export function verdictOf(run: Measured | null, metric: MetricId, armA: number, armB: number): Verdict {
  if (!run) return { kind: "none" };
  if (run.config.arms.length < 2 || armA === armB) return { kind: "oneArm" };
  const column = run.columns.get(metric);
  const finals = finalsOf(run, metric);
  if (!column || !finals) return unmeasured(run, metric);
  const { rows } = finals;
  const { seeds } = run.config;
  const of = (arm: number) => armOf(finals, arm, seeds);
  const { difference, ci95, n } = pairedDifference(of(armA), of(armB));
  if (difference === null) return { kind: "allStopped" };
  return {
    kind: "measured",
    from: column.steps[rows[0] as number] as number,
    step: column.steps[rows.at(-1) as number] as number,
    difference,
    interval: ci95,
    seeds: n,
    lost: seeds - n,
    detected: excludesZero(ci95),
  };
}

function unmeasured(run: Measured, metric: MetricId): Verdict {
  const { cadence, requires } = metricOf(metric);
  if (requires.labels && run.dataset && !run.dataset.labeled) return { kind: "unlabeled" };
  if (cadence === "step") return { kind: "notYet", step: 0 };
  const { every } = run.config[cadence];
  if (every === 0) return { kind: "off" };
  return { kind: "notYet", step: Math.min(run.config.steps, Math.ceil(run.step / every) * every) };
}
