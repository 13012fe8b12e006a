import { useElementSize } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import { DIAGNOSTICS } from "../../diagnostics";
import type { MetricId } from "../../diagnostics/types";
import type { ArmLook } from "../../store/arms";
import { useCharts, useLooks, useSelect, useShownConfig } from "../context";
import { formatCount, formatNumber } from "../format";
import { words } from "../words";
import { ChartCard } from "./ChartCard";
import { ChartTable } from "./ChartTable";
import { Cursor } from "./Cursor";
import classes from "./charts.module.css";
import { Legend } from "./Legend";
import { FRAME, Plot, SMALL_FRAME } from "./Plot";
import { type ChartData, differenceRows, rowAt, seriesRows } from "./rows";
import { linearAxis, logAxis, stepAxis } from "./scales";
import { useRevision } from "./useRevision";
import { useReducedDifference, useReducedSeries } from "./useSeries";

export interface MetricChartProps {
  /** Name under which the chart can be saved. */
  name: string;
  title: string;
  metric: MetricId;
  height: number;
  compact?: boolean;
  log?: boolean;
  /** Horizontal lines, in the units of the metric. */
  marks?: { y: number; label: string }[];
  /** Controls in the head of the card. */
  children?: React.ReactNode;
  /** Least time between redraws, in milliseconds. */
  interval?: number;
}

const NO_MARKS: { y: number; label: string }[] = [];

/** One metric of all arms over the steps, or the paired difference of two of them. */
export function MetricChart(props: MetricChartProps) {
  const { title, metric, height, compact = false, log = false, marks = NO_MARKS } = props;
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useElementSize();
  const chart = useRef<HTMLDivElement>(null);
  const config = useShownConfig();
  const step = useSelect((state) => state.run?.step ?? 0);
  const { data, looks, difference } = useChartData(metric, width, log, props.interval ?? 100);
  const y = useMemo(
    () => (difference ? linearAxis(data.low, data.high, UNBOUNDED) : axisOf(data, metric, log, marks, compact)),
    [data, metric, log, difference, marks, compact],
  );
  const x = useMemo(() => stepAxis(step, config.steps, compact ? 2 : 5), [step, config.steps, compact]);
  const diagnostic = DIAGNOSTICS[metric];
  const frame = compact ? SMALL_FRAME : FRAME;
  useRegistered(props.name, title, chart, looks);
  const empty = data.rows.length === 0;
  return (
    <ChartCard
      name={props.name}
      title={title}
      diagnostic={diagnostic}
      compact={compact}
      controls={props.children}
      asTable={asTable}
      onToggleTable={() => setAsTable(!asTable)}
    >
      <Legend looks={looks} rows={data.rows} compact={compact && !difference} />
      <div ref={ref} className={classes.frame} style={{ height }}>
        {empty && <Waiting metric={metric} />}
        {!empty && asTable && <ChartTable title={title} rows={data.rows} looks={looks} height={height} />}
        {!asTable && width > 0 && (
          <div ref={chart} aria-hidden="true">
            <Plot
              {...{ width, height, frame, data, looks, x, y }}
              log={log && !difference}
              marks={difference ? ZERO : marks.filter((mark) => inside(mark.y, y.domain))}
              dots={diagnostic.cadence !== "step" && data.rows.length <= 40}
            />
          </div>
        )}
        {!asTable && !empty && (
          <Cursor
            {...{ width, height, frame, x }}
            steps={data.rows.map((row) => row.step)}
            label={words.charts.region(title)}
            description={describe(data, looks)}
          />
        )}
      </div>
    </ChartCard>
  );
}

/** A difference has no natural bounds, but a zero. */
const UNBOUNDED: [null, null] = [null, null];
const ZERO = [{ y: 0, label: "" }];

function inside(y: number, [low, high]: [number, number]): boolean {
  return y >= low && y <= high;
}

/** The two arms whose difference is asked for, if the experiment has them. */
function useDifferencePair(): [number, number] | null {
  const view = useSelect((state) => state.view);
  const arms = useShownConfig().arms.length;
  const possible = view.difference && view.armA !== view.armB && view.armA < arms && view.armB < arms;
  const [a, b] = [view.armA, view.armB];
  return useMemo(() => (possible ? [a, b] : null), [possible, a, b]);
}

function useChartData(metric: MetricId, width: number, log: boolean, interval: number) {
  const run = useSelect((state) => state.run);
  const smoothing = useSelect((state) => state.view.smoothing);
  const revision = useRevision(interval);
  const armLooks = useLooks(useShownConfig());
  const pair = useDifferencePair();
  const request = { run, metric, smoothing, revision, points: Math.max(40, Math.min(360, Math.floor(width / 1.5))) };
  const series = useReducedSeries(request);
  const difference = useReducedDifference(request, pair);
  const data = useMemo(
    () => (difference ? differenceRows(difference) : seriesRows(series, log)),
    [difference, series, log],
  );
  const looks = useMemo(() => (pair ? [differenceLook(armLooks, pair)] : armLooks), [pair, armLooks]);
  return { data, looks, difference: difference !== null };
}

function differenceLook(looks: ArmLook[], [a, b]: [number, number]): ArmLook {
  const label = words.charts.differenceOf(looks[b]?.label ?? "", looks[a]?.label ?? "");
  return { label, colour: "var(--chart-difference)", dash: "" };
}

function axisOf(data: ChartData, metric: MetricId, log: boolean, marks: { y: number }[], compact: boolean) {
  const values = marks.map((mark) => mark.y);
  const low = Math.min(data.low, ...(log ? [] : values));
  const high = Math.max(data.high, ...values);
  const count = compact ? 3 : 4;
  return log ? logAxis(low, high, count + 1) : linearAxis(low, high, DIAGNOSTICS[metric].domain, count);
}

function useRegistered(
  name: string,
  title: string,
  chart: React.RefObject<HTMLDivElement | null>,
  looks: ArmLook[],
): void {
  const charts = useCharts();
  useEffect(() => {
    const colour = (variable: string) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
    return charts.add({
      name,
      svg: () => chart.current?.querySelector("svg") ?? null,
      picture: () => ({
        title,
        legend: looks.map((look) => ({
          ...look,
          colour: look.colour.startsWith("var") ? colour("--chart-difference") : look.colour,
        })),
        background: colour("--surface"),
        foreground: colour("--ink"),
      }),
    });
  }, [charts, name, title, chart, looks]);
}

/** What the chart says, in words: the latest value of each line. */
function describe(data: ChartData, looks: ArmLook[]): string {
  const row = rowAt(data.rows, null);
  if (!row) return "";
  const values = looks.map((look, i) => {
    const value = row[`m${i}`];
    return `${look.label} ${typeof value === "number" ? formatNumber(value) : "\u2013"}`;
  });
  return `${words.charts.step} ${formatCount(row.step)}: ${values.join(", ")}`;
}

function Waiting({ metric }: { metric: MetricId }) {
  const config = useShownConfig();
  const { cadence } = DIAGNOSTICS[metric];
  const every = cadence === "step" ? 1 : config[cadence].every;
  const { waiting } = words.charts;
  const text = cadence === "step" ? waiting.step : every === 0 ? waiting.off : waiting[cadence](formatCount(every));
  return <p className={classes.waiting}>{text}</p>;
}
