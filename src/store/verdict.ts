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

/** Whether a metric can only be measured on labelled data. */
export function needsLabels(metric: MetricId): boolean {
  return metric === "knnAccuracy" || metric === "probeAccuracy";
}

/** Metrics of one training batch are noisy: up to so many of the last steps are averaged. */
const STEPS_AVERAGED = 50;

/** Compares two arms by the latest value of a metric, paired by seed; of a metric of every step, by its recent mean. */
export function verdictOf(run: Run | null, metric: MetricId, armA: number, armB: number): Verdict {
  if (!run) return { kind: "none" };
  if (run.config.arms.length < 2 || armA === armB) return { kind: "oneArm" };
  const column = run.columns.get(metric);
  if (!column || column.length === 0) return unmeasured(run, metric);
  const last = column.length - 1;
  const first = DIAGNOSTICS[metric].cadence === "step" ? Math.max(0, last + 1 - STEPS_AVERAGED) : last;
  const { seeds } = run.config;
  const at = (arm: number) =>
    column.values.slice(arm * seeds, (arm + 1) * seeds).map((values) => mean(values.subarray(first, last + 1)));
  const { difference, ci95, n } = pairedDifference(at(armA), at(armB));
  if (difference === null) return { kind: "none" };
  return {
    kind: "measured",
    from: column.steps[first] as number,
    step: column.steps[last] as number,
    difference,
    interval: ci95,
    seeds: n,
    lost: seeds - n,
    detected: verdict({ ci95 }).excludesZero === true,
  };
}

/** Not a number as soon as one value is not: a learner that stopped is left out. */
function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function unmeasured(run: Run, metric: MetricId): Verdict {
  const { cadence } = DIAGNOSTICS[metric];
  if (needsLabels(metric) && run.dataset && !run.dataset.labelled) return { kind: "unlabelled" };
  if (cadence === "step") return { kind: "notYet", step: 0 };
  const { every } = run.config[cadence];
  if (every === 0) return { kind: "off" };
  return { kind: "notYet", step: Math.min(run.config.steps, Math.ceil(run.step / every) * every) };
}
