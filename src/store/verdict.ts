import { DIAGNOSTICS } from "../diagnostics";
import type { MetricId } from "../diagnostics/types";
import { pairedDifference, verdict } from "../experiment/statistics";
import type { Run } from "./run";

/** What can be said about two arms now, with its uncertainty; the words come from the interface. */
export type Verdict =
  | { kind: "none" | "oneArm" | "off" | "unlabelled" }
  /** The first measurement comes at `step`. */
  | { kind: "notYet"; step: number }
  | {
      kind: "measured";
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

/** Metrics that need labels. */
const LABELLED: readonly MetricId[] = ["knnAccuracy", "probeAccuracy"];

/** Compares two arms by the latest value of a metric, paired by seed. */
export function verdictOf(run: Run | null, metric: MetricId, armA: number, armB: number): Verdict {
  if (!run) return { kind: "none" };
  if (run.config.arms.length < 2 || armA === armB) return { kind: "oneArm" };
  const column = run.columns.get(metric);
  if (!column || column.length === 0) return unmeasured(run, metric);
  const row = column.length - 1;
  const { seeds } = run.config;
  const at = (arm: number) =>
    column.values.slice(arm * seeds, (arm + 1) * seeds).map((values) => values[row] as number);
  const { difference, ci95, n } = pairedDifference(at(armA), at(armB));
  if (difference === null) return { kind: "none" };
  return {
    kind: "measured",
    step: column.steps[row] as number,
    difference,
    interval: ci95,
    seeds: n,
    lost: seeds - n,
    detected: verdict({ ci95 }).excludesZero === true,
  };
}

function unmeasured(run: Run, metric: MetricId): Verdict {
  const { cadence } = DIAGNOSTICS[metric];
  if (LABELLED.includes(metric) && run.dataset && !run.dataset.labelled) return { kind: "unlabelled" };
  if (cadence === "step") return { kind: "notYet", step: 0 };
  const { every } = run.config[cadence];
  if (every === 0) return { kind: "off" };
  return { kind: "notYet", step: Math.min(run.config.steps, Math.ceil(run.step / every) * every) };
}
