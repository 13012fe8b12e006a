import { useMemo, useRef, useState } from "react";
import { type MetricId, metricOf } from "../../metrics";
import { type Axis, linearAxis, logAxis } from "../../record/drawn/scales";
import { shownRun } from "../../session/shown";
import { useSelect, useShownConfig } from "../context";
import { type AxisChoice, aboutOf, ChartCard } from "./ChartCard";
import { ChartCursor } from "./ChartCursor";
import classes from "./charts.module.css";
import { emptyText } from "./emptiness";
import { MarkedReading } from "./overlay/MarkedReading";
import { OverlayLines } from "./overlay/OverlayLines";
import { Beyond } from "./plot/Beyond";
import { ChartTable } from "./plot/ChartTable";
import { FRAME, frameFor, roomFor, SMALL_FRAME } from "./plot/frame";
import type { Across } from "./plot/geometry";
import { Legend, ReadingStep } from "./plot/Legend";
import type { Mark } from "./plot/marks";
import { Plot } from "./plot/Plot";
import { curvesBeyond, type PointBeyond, pointsBeyond } from "./plot/pointsBeyond";
import type { ChartData } from "./plot/rows";
import { type Charted, useChartData } from "./series/useChartData";
import { useDrawingBox } from "./useDrawingBox";
import { useLineSwitch } from "./useLineSwitch";
import { useOutliers } from "./useOutliers";
import { useRegistered } from "./useRegistered";
import { useTextPixels } from "./useTextSize";
import { waitingText } from "./waiting";

export interface MetricChartProps {
  /** Name under which the chart can be saved. */
  name: string;
  title: string;
  /** What to look for in it, in a few words. */
  says?: string | undefined;
  metric: MetricId;
  height: number;
  compact?: boolean;
  log?: boolean;
  /** Offered in the menu of the card. */
  scale?: AxisChoice;
  /** Horizontal lines, in the units of the metric. */
  marks?: Mark[];
  /** Controls in the head of the card. */
  children?: React.ReactNode;
}

const NO_MARKS: Mark[] = [];

/** Pixels that a dot has to itself: closer ones are a line. */
const DOT_ROOM = 6;

/** One metric of all arms over the steps, or the paired difference of two of them. */
export function MetricChart(props: MetricChartProps) {
  const { name, title, metric, log = false, marks = NO_MARKS } = props;
  const enlarged = useSelect((state) => state.page === "race" && state.enlarged === name);
  const compact = props.compact === true && !enlarged;
  const [asTable, setAsTable] = useState(false);
  const { box, width, height } = useDrawingBox(name, props.height);
  const card = useRef<HTMLElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const described = metricOf(metric);
  const isSparse = described.cadence !== "step";
  const charted = useChartData({ name, metric, width, log, compact, isSparse, card });
  const { data, looks, difference, axis, x, zoom, beside } = charted;
  const isLog = log && !difference;
  const y = useYAxis(charted, { metric, log: isLog, marks, compact });
  const text = useTextPixels(name);
  const frame = useMemo(() => frameFor(compact ? SMALL_FRAME : roomFor(FRAME, text), y.axis), [compact, y.axis, text]);
  const across = useMemo<Across>(
    () => ({ width, frame, domain: x.domain, log: axis.log }),
    [width, frame, x.domain, axis.log],
  );
  const beyond = useBeyond(charted, y.axis);
  const allLooks = useMemo(() => [...looks, ...beside.map(({ look }) => look)], [looks, beside]);
  const yScale = useMemo(() => ({ domain: y.axis.domain, log: isLog }), [y.axis, isLog]);
  const lines = useLineSwitch(looks, charted.hidden);
  useRegistered(name, title, chart, looks);
  const isEmpty = data.rows.length === 0;
  const room = (width - frame.left - frame.right) / DOT_ROOM;
  return (
    <ChartCard
      ref={card}
      {...{ name, title, compact, asTable }}
      about={aboutOf(described, metric)}
      controls={props.children}
      scale={difference ? undefined : props.scale}
      outliers={useOutliers()}
      onToggleTable={() => setAsTable(!asTable)}
    >
      {props.says && <p className={classes.says}>{props.says}</p>}
      <Legend
        {...{ looks, isSparse }}
        rows={data.rows}
        pinned={charted.pinned.row}
        lines={difference ? null : lines}
        compact={compact && !difference}
        digits={compact ? 2 : 3}
      />
      <div {...box}>
        <Emptiness {...{ metric, data, charted }} log={isLog} />
        {isSparse && <ReadingStep rows={data.rows} />}
        {!compact && beside.length > 0 && <MarkedReading curves={beside} />}
        {!isEmpty && asTable && <ChartTable title={title} rows={data.rows} looks={looks} height={height} />}
        {!asTable && width > 0 && (
          <div ref={chart} aria-hidden="true">
            <Plot
              {...{ width, height, frame, data, looks, x }}
              y={y.axis}
              marks={y.marks}
              log={isLog}
              xKey="x"
              xName={axis.name}
              xLog={axis.log}
              dots={data.rows.length <= (isSparse || zoom ? room : 1)}
            >
              {beside.length > 0 && <OverlayLines curves={beside} y={yScale} {...{ across, frame, height }} />}
              <Beyond points={beyond} looks={allLooks} {...{ across, frame, height }} />
            </Plot>
          </div>
        )}
        {!asTable && (!isEmpty || zoom || beside.length > 0) && (
          <ChartCursor {...{ name, title, height, frame, across, isSparse, charted, yScale }} beyond={beyond.length} />
        )}
      </div>
    </ChartCard>
  );
}

/** Every point that the y axis does not hold, of this run and of those behind it. */
function useBeyond({ data, beside, x }: Charted, { domain }: Axis): PointBeyond[] {
  return useMemo(
    () => [
      ...pointsBeyond(data.rows, data.lines, domain, x.domain),
      ...curvesBeyond(beside, data.lines, domain, x.domain),
    ],
    [data, beside, domain, x.domain],
  );
}

type YAxisDrawn = Required<Pick<MetricChartProps, "metric" | "log" | "marks" | "compact">>;

/** The y axis, and the marks that lie within both. */
function useYAxis({ data, difference, stops, x }: Charted, { metric, log, marks, compact }: YAxisDrawn) {
  const axis = useMemo(
    () =>
      difference ? linearAxis(data.range.low, data.range.high, UNBOUNDED) : axisOf(data, metric, log, marks, compact),
    [data, metric, log, difference, marks, compact],
  );
  const within = useMemo(
    () => [
      ...(difference ? ZERO : marks.filter(({ at }) => inside(at, axis.domain))),
      ...stops.filter(({ at }) => inside(at, x.domain)),
    ],
    [difference, marks, stops, axis, x],
  );
  return { axis, marks: within };
}

/** A difference has no natural bounds, but a zero. */
const UNBOUNDED: [null, null] = [null, null];
const ZERO: Mark[] = [{ axis: "y", at: 0, label: "" }];

function inside(value: number, [low, high]: [number, number]): boolean {
  return value >= low && value <= high;
}

function axisOf({ range, rows }: ChartData, metric: MetricId, log: boolean, marks: Mark[], compact: boolean) {
  const values = marks.map(({ at }) => at);
  const low = Math.min(range.low, ...(log ? [] : values), ...(log || rows.length > 0 ? [] : [0]));
  const high = Math.max(range.high, ...values);
  const count = compact ? 3 : 4;
  return log ? logAxis(low, high, count + 1) : linearAxis(low, high, metricOf(metric).domain, count);
}

interface EmptinessProps {
  metric: MetricId;
  data: ChartData;
  charted: Charted;
  log: boolean;
}

/** Says why nothing is drawn, where nothing is. */
function Emptiness({ metric, data, charted, log }: EmptinessProps) {
  const config = useShownConfig();
  const text = useSelect(({ starting, ...state }) => {
    const run = shownRun(state);
    const column = run?.columns.get(metric);
    const waiting = (isMeasured: boolean) => waitingText(metricOf(metric), config, { run, starting, isMeasured });
    return emptyText({
      data,
      column,
      log,
      axis: charted.axis,
      isZoomed: charted.zoom !== null,
      beside: charted.beside.length,
      hidden: charted.hidden,
      waiting,
    });
  });
  return text && <p className={classes.waiting}>{text}</p>;
}
