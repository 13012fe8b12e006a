import { useMemo, useRef, useState } from "react";
import type { ArmLook } from "../../config/arms";
import { formatCount, formatNumber } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { type MetricId, metricOf } from "../../metrics";
import { shownRun } from "../../session/shown";
import { useSelect, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import { type AxisChoice, aboutOf, ChartCard } from "./ChartCard";
import classes from "./charts.module.css";
import { ChartTable } from "./plot/ChartTable";
import { Cursor } from "./plot/Cursor";
import { FRAME, frameFor, roomFor, SMALL_FRAME } from "./plot/frame";
import { Legend, ReadingStep } from "./plot/Legend";
import type { Mark } from "./plot/marks";
import { Plot } from "./plot/Plot";
import { type ChartData, rowAt } from "./plot/rows";
import { linearAxis, logAxis, stepAxis } from "./plot/scales";
import { useChartData } from "./series/useChartData";
import { texts } from "./texts";
import { useDrawingBox } from "./useDrawingBox";
import { useEnlarging } from "./useEnlarging";
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

/** One metric of all arms over the steps, or the paired difference of two of them. */
export function MetricChart(props: MetricChartProps) {
  const { name, title, metric, log = false, marks = NO_MARKS } = props;
  const { enlarged, toggle } = useEnlarging(name);
  const compact = props.compact === true && !enlarged;
  const [asTable, setAsTable] = useState(false);
  const { box, width, height } = useDrawingBox(name, props.height);
  const card = useRef<HTMLElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const charted = useChartData({ metric, width, log, compact, card });
  const { data, looks, difference } = charted;
  const axes = useAxes(charted, { metric, log, marks, compact });
  const described = metricOf(metric);
  const isSparse = described.cadence !== "step";
  const text = useTextPixels(name);
  const frame = useMemo(() => frameFor(compact ? SMALL_FRAME : roomFor(FRAME, text), axes.y), [compact, axes.y, text]);
  useRegistered(name, title, chart, looks);
  const empty = data.rows.length === 0;
  return (
    <ChartCard
      ref={card}
      {...{ name, title, compact, asTable }}
      about={aboutOf(described, metric)}
      controls={props.children}
      scale={difference ? undefined : props.scale}
      onToggleTable={() => setAsTable(!asTable)}
    >
      {props.says && <p className={classes.says}>{props.says}</p>}
      <Legend {...{ looks, isSparse }} rows={data.rows} compact={compact && !difference} digits={compact ? 2 : 3} />
      <div {...box}>
        {empty && <Waiting metric={metric} />}
        {isSparse && <ReadingStep rows={data.rows} />}
        {!empty && asTable && <ChartTable title={title} rows={data.rows} looks={looks} height={height} />}
        {!asTable && width > 0 && (
          <div ref={chart} aria-hidden="true">
            <Plot
              {...{ width, height, frame, data, looks, ...axes }}
              log={log && !difference}
              dots={data.rows.length <= (isSparse ? 40 : 1)}
            />
          </div>
        )}
        {!asTable && !empty && (
          <ChartCursor {...{ title, width, height, frame, x: axes.x, data, looks }} onEnter={toggle} />
        )}
      </div>
    </ChartCard>
  );
}

type Charted = ReturnType<typeof useChartData>;
type Drawn = Required<Pick<MetricChartProps, "metric" | "log" | "marks" | "compact">>;

/** Both axes, and the marks that lie within them. */
function useAxes({ data, difference, step, stops }: Charted, { metric, log, marks, compact }: Drawn) {
  const { steps } = useShownConfig();
  const y = useMemo(
    () => (difference ? linearAxis(data.low, data.high, UNBOUNDED) : axisOf(data, metric, log, marks, compact)),
    [data, metric, log, difference, marks, compact],
  );
  const x = useMemo(() => stepAxis(step, steps, compact ? 2 : 5), [step, steps, compact]);
  const within = useMemo(
    () => [...(difference ? ZERO : marks.filter(({ at }) => inside(at, y.domain))), ...stops],
    [difference, marks, stops, y],
  );
  return { x, y, marks: within };
}

/** A difference has no natural bounds, but a zero. */
const UNBOUNDED: [null, null] = [null, null];
const ZERO: Mark[] = [{ axis: "y", at: 0, label: "" }];

function inside(y: number, [low, high]: [number, number]): boolean {
  return y >= low && y <= high;
}

function axisOf(data: ChartData, metric: MetricId, log: boolean, marks: Mark[], compact: boolean) {
  const values = marks.map(({ at }) => at);
  const low = Math.min(data.low, ...(log ? [] : values), ...(log || data.rows.length > 0 ? [] : [0]));
  const high = Math.max(data.high, ...values);
  const count = compact ? 3 : 4;
  return log ? logAxis(low, high, count + 1) : linearAxis(low, high, metricOf(metric).domain, count);
}

/** What the chart says, in words: the latest value of each line. */
function describe(data: ChartData, looks: ArmLook[]): string {
  const t = translateAll(texts);
  const row = rowAt(data.rows, null, false);
  if (!row) return "";
  const values = looks.map((look, i) => {
    const value = row[`m${i}`];
    return `${look.label} ${typeof value === "number" ? formatNumber(value) : "\u2013"}`;
  });
  return `${t.step} ${formatCount(row.step)}: ${values.join(", ")}`;
}

type CursorProps = React.ComponentProps<typeof Cursor>;
interface ChartCursorProps extends Pick<CursorProps, "width" | "height" | "frame" | "x" | "onEnter"> {
  title: string;
  data: ChartData;
  looks: ArmLook[];
}

function ChartCursor({ title, data, looks, ...place }: ChartCursorProps) {
  const t = useTexts(texts);
  return (
    <Cursor
      {...place}
      steps={data.rows.map((row) => row.step)}
      label={t.region({ title })}
      description={describe(data, looks)}
    />
  );
}

function Waiting({ metric }: { metric: MetricId }) {
  const config = useShownConfig();
  const text = useSelect(({ starting, ...state }) => {
    const run = shownRun(state);
    const isMeasured = (run?.columns.get(metric)?.length ?? 0) > 0;
    return waitingText(metricOf(metric), config, { run, starting, isMeasured });
  });
  return <p className={classes.waiting}>{text}</p>;
}
