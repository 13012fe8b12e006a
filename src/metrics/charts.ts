import type { HeadlineId, MetricGroupId } from "./groups";
import { METRICS, type MetricId, type MetricRegistry } from "./index";
import type { Metric } from "./types";

/** Which charts show which metrics, as their files say. */

/** Metrics with a small chart in a group, by their places. */
export function metricsInGroup(group: MetricGroupId, registry: MetricRegistry = METRICS): Metric[] {
  const own = Object.values(registry).filter(({ small }) => small?.group === group);
  return own.sort((a, b) => (a.small?.place ?? 0) - (b.small?.place ?? 0));
}

/** Metrics that a large chart offers, by their places. */
export function choicesOf(chart: HeadlineId, registry: MetricRegistry = METRICS): Metric[] {
  const own = Object.values(registry).filter(({ headline }) => headline?.chart === chart);
  return own.sort((a, b) => (a.headline?.place ?? 0) - (b.headline?.place ?? 0));
}

/** The ids of those choices; the first one is shown unless another is chosen. */
export function choiceIds(chart: HeadlineId): [MetricId, ...MetricId[]] {
  return choicesOf(chart).map(({ id }) => id) as [MetricId, ...MetricId[]];
}
