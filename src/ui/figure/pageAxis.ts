import { commonBatch } from "../../config/batchSizes";
import { equal } from "../../config/paths";
import type { Along } from "../../export/report/along";
import type { ChartedRun } from "../../export/report/reported";
import { translateAll } from "../../i18n/translate";
import { METRICS, type MetricId } from "../../metrics";
import { HEADLINES, type HeadlineId } from "../../metrics/groups";
import { placingOn } from "../../record/drawn/xAxis";
import type { PlaygroundState } from "../../session/playgroundState";
import { zoomOf } from "../../session/reading/state";
import type { ViewSettings } from "../../session/view";
import { X_AXIS_KINDS } from "../charts/axis/xAxes";
import { texts } from "../charts/texts";

/** What the charts of the page are drawn against, for a figure of the same. */

export interface PageAxis {
  /** That of a metric's chart. */
  alongOf(metric: MetricId): Along;
  /** Names of the runs behind whose place on the axis is not known: they are left out, as on the page. */
  notPlaced: readonly string[];
}

/**
 * @param runs the one that is shown, then those behind it
 * @param trainCount training samples of the one that is shown
 * @returns null where the charts are drawn against all steps, or the run that is shown has no place on the axis
 */
export function pageAxis(
  { view, reading }: Pick<PlaygroundState, "view" | "reading">,
  runs: readonly [ChartedRun, ...ChartedRun[]],
  trainCount: number | null,
): PageAxis | null {
  const { x: axis, xScale } = view;
  const isZoomed = reading.zoom !== null || Object.keys(reading.zooms).length > 0;
  if (axis === "step" && xScale === "linear" && !isZoomed) return null;
  const [shown, ...others] = runs;
  const placeOf = ({ config, columns }: ChartedRun) =>
    // Of the same data there are as many samples.
    placingOn(axis, {
      batchSize: commonBatch(config),
      trainCount: equal(config.dataset, shown.config.dataset) ? trainCount : null,
      clock: columns.clock,
    });
  const places = runs.map(placeOf);
  if (places[0] === null) return null;
  const common = { axis, places, log: xScale === "log", whole: X_AXIS_KINDS[axis].whole };
  return {
    alongOf: (metric) => ({
      ...common,
      name: translateAll(texts).x[axis],
      zoom: zoomOf(reading, chartOf(metric, view)),
    }),
    notPlaced: others.flatMap(({ name }, i) => (places[i + 1] === null ? [name] : [])),
  };
}

/** Name of the chart that draws a metric: a large one where that is chosen there, else its own. */
function chartOf(metric: MetricId, view: ViewSettings): string {
  const charts = Object.keys(HEADLINES) as HeadlineId[];
  return charts.find((chart) => view[chart] === metric) ?? METRICS[metric].id;
}
