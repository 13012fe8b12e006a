import { useMemo } from "react";
import { type MetricId, metricOf } from "../../../metrics";
import type { Axis } from "../../../record/drawn/scales";
import { useSelect } from "../../context";
import { heldCurves } from "../overlay/held";
import type { Box } from "../overlay/paths";
import { FRAME, frameFor, roomFor, SMALL_FRAME } from "../plot/frame";
import type { Across } from "../plot/geometry";
import type { Mark } from "../plot/marks";
import { curvesBeyond, type PointBeyond, pointsBeyond } from "../plot/pointsBeyond";
import { type Charted, useChartData } from "../series/useChartData";
import { useDrawingBox } from "../useDrawingBox";
import { useTextPixels } from "../useTextSize";
import { useYAxis } from "./yAxis";

interface MetricDrawn {
  name: string;
  metric: MetricId;
  /** Of the drawing, unless it is enlarged. */
  height: number;
  /** Small, unless it is enlarged. */
  compact: boolean;
  log: boolean;
  marks: Mark[];
  /** Drawn only while this can be seen. */
  card: React.RefObject<Element | null>;
}

export type MetricDrawing = ReturnType<typeof useMetricDrawing>;

/** What the chart of a metric draws now, and where: its data, its axes, and its room in pixels. */
export function useMetricDrawing({ name, metric, log, marks, card, ...asked }: MetricDrawn) {
  const enlarged = useSelect((state) => state.page === "race" && state.enlarged === name);
  const compact = asked.compact && !enlarged;
  const { box, width, height } = useDrawingBox(name, asked.height);
  const isSparse = metricOf(metric).cadence !== "step";
  const charted = useChartData({ name, metric, width, log, compact, isSparse, card });
  const { looks, beside, axis, x } = charted;
  const isLog = log && !charted.difference;
  const y = useYAxis(charted, { metric, log: isLog, marks, compact });
  const text = useTextPixels(name);
  const frame = useMemo(() => frameFor(compact ? SMALL_FRAME : roomFor(FRAME, text), y.axis), [compact, y.axis, text]);
  const across = useMemo<Across>(
    () => ({ width, frame, domain: x.domain, log: axis.log }),
    [width, frame, x.domain, axis.log],
  );
  const plot = useMemo<Box>(
    () => ({ across, top: frame.top, bottom: height - frame.bottom, y: { domain: y.axis.domain, log: isLog } }),
    [across, frame, height, y.axis, isLog],
  );
  const beyond = useBeyond(charted, y.axis);
  const allLooks = useMemo(() => [...looks, ...beside.map(({ look }) => look)], [looks, beside]);
  return { box, width, height, compact, isSparse, isLog, charted, y, frame, across, plot, beyond, allLooks };
}

/** Every point that the y axis does not hold, of this run and of those that were chosen to stand behind it. */
function useBeyond({ data, beside, x }: Charted, { domain }: Axis): PointBeyond[] {
  return useMemo(
    () => [
      ...pointsBeyond(data.rows, data.lines, domain, x.domain),
      ...curvesBeyond(heldCurves(beside).beside, data.lines, domain, x.domain),
    ],
    [data, beside, domain, x.domain],
  );
}
