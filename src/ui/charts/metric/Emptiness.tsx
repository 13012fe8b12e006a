import { hasMixedBatches } from "../../../config/batchSizes";
import { type MetricId, metricOf } from "../../../metrics";
import { shownRun } from "../../../session/shown";
import { useSelect, useShownConfig } from "../../context";
import classes from "../charts.module.css";
import type { Charted } from "../series/useChartData";
import { waitingText } from "../waiting";
import { emptyText } from "./emptyText";

interface EmptinessProps {
  metric: MetricId;
  charted: Charted;
  /** Of the y axis. */
  log: boolean;
}

/** Says why nothing is drawn, where nothing is. */
export function Emptiness({ metric, charted, log }: EmptinessProps) {
  const config = useShownConfig();
  const text = useSelect(({ starting, ...state }) => {
    const run = shownRun(state);
    const column = run?.columns.get(metric);
    const waiting = (isMeasured: boolean) => waitingText(metricOf(metric), config, { run, starting, isMeasured });
    return emptyText({
      data: charted.data,
      column,
      log,
      axis: charted.axis,
      isZoomed: charted.zoom !== null,
      isMixed: hasMixedBatches(config),
      beside: charted.beside.length,
      hidden: charted.hidden,
      waiting,
    });
  });
  return text && <p className={classes.waiting}>{text}</p>;
}
