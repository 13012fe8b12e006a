import { METRIC_IDS, type MetricId, metricOf } from "../metrics";

/** What the rules that end a run before its last step can go by. */

/**
 * Metrics that are measured at the weights before an update, so that the run can end there, and of which it is known which way is
 * better.
 */
export const STOP_METRICS = METRIC_IDS.filter(canStop) as [MetricId, ...MetricId[]];

/** Why a run can end before its last step. */
export const STOP_RULES = ["target", "patience", "minutes"] as const;
export type StopRule = (typeof STOP_RULES)[number];

function canStop(id: MetricId): boolean {
  const { from, better } = metricOf(id);
  return better !== null && (from === "heldOut" || from === "gradients");
}

/** Whether a rule is on that goes by the metric. */
export function watchesMetric({ target, patience }: { target: number; patience: number }): boolean {
  return target > 0 || patience > 0;
}
