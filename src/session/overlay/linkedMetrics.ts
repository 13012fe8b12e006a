import type { MetricId } from "../../metrics";
import type { PlaygroundState } from "../playgroundState";
import { shownRun } from "../shown";

/** What the large charts show now, of what the run that is shown has measured. */
export function linkedMetrics(state: Pick<PlaygroundState, "run" | "opened" | "view">): MetricId[] {
  const { loss, variance, accuracy } = state.view;
  const columns = shownRun(state)?.columns;
  return [loss, variance, accuracy].filter((metric) => (columns?.get(metric)?.length ?? 0) > 0);
}
