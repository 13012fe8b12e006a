import { memo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import type { ArmLook } from "../../../config/arms";
import { formatTick } from "../../../i18n/format";
import type { Axis } from "../../../record/drawn/scales";
import { useLocale, useTexts } from "../../language/useTexts";
import { TYPE } from "../../typeScale";
import { texts } from "../texts";
import { surface, TICK, X_AXIS, Y_AXIS } from "./axes";
import { drawUnmeasured } from "./curve";
import { type Frame, fitting } from "./frame";
import { type Mark, nameOf, type Stretch } from "./marks";
import type { ChartData, PlotRow } from "./rows";

export interface PlotProps {
  width: number;
  height: number;
  frame: Frame;
  data: Pick<ChartData, "lines"> & { rows: PlotRow[] };
  looks: Pick<ArmLook, "color" | "dash">[];
  /** Field of a row that is its place on the x axis, and the axis' name. */
  xKey?: string;
  xName?: string;
  /** How a place on the x axis is written. */
  formatX?: (x: number) => string;
  x: Axis;
  y: Axis;
  xLog?: boolean;
  log: boolean;
  marks: Mark[];
  /** Drawn above each other, along the x axis. */
  stretches?: Stretch[];
  /** Lines that jump from point to point: each of their values held since the point before. */
  steps?: readonly number[];
  /** Anything else, in SVG: above the lines. */
  children?: React.ReactNode;
  /** Draw the points themselves, where there are few of them; a single one makes no line. */
  dots: boolean;
}

/** The name of an axis, with room for what reaches below its line. */
function axisName(value: string, text: number) {
  return { position: "insideBottom", offset: 2 + (text - TYPE.caption), value, ...TICK } as const;
}

const NO_STRETCHES: Stretch[] = [];
const NO_STEPS: number[] = [];

function segmentAt(y: number, from: number, to: number): [{ x: number; y: number }, { x: number; y: number }] {
  return [
    { x: from, y },
    { x: to, y },
  ];
}

/** Share of the plot's height that a stretch takes. */
const STRETCH = 0.045;

/** The height at which the n-th stretch lies. */
function heightOf({ domain: [low, high] }: Axis, log: boolean, n: number): number {
  return log ? low * (high / low) ** (STRETCH * n) : low + (high - low) * STRETCH * n;
}

/** Lines with their bands: Recharts does axes and curves, everything it gets has been reduced and scaled before. */
export const Plot = memo(function Plot(props: PlotProps) {
  const locale = useLocale();
  const t = useTexts(texts);
  const { width, height, frame, data, looks, x, y, log, marks, dots, xLog = false } = props;
  const { xKey = "step", xName = t.step, formatX = formatTick, stretches = NO_STRETCHES, steps = NO_STEPS } = props;
  const { small } = frame;
  const lines = Array.from({ length: data.lines }, (_, i): PlotLine => ({ i, look: looks[i] ?? UNKNOWN }));
  const heights = stretches.map((_, i) => heightOf(y, log, i + 0.5));
  const dot = dots && { ...DOT, r: data.rows.length === 1 ? 3.5 : 2 };
  return (
    <ComposedChart key={locale.id} {...{ width, height }} data={data.rows} {...surface(frame)}>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        {...X_AXIS}
        domain={x.domain}
        ticks={fitting(x.ticks, width - frame.left - frame.right, { format: formatX, text: frame.text })}
        dataKey={xKey}
        scale={xLog ? "log" : "linear"}
        tickFormatter={formatX}
        height={frame.bottom}
        {...(small ? {} : { label: axisName(xName, frame.text) })}
        allowDataOverflow
      />
      <YAxis
        {...Y_AXIS}
        {...y}
        type="number"
        tickFormatter={formatTick}
        scale={log ? "log" : "linear"}
        width={frame.left}
        allowDataOverflow
      />
      {!small && lines.map(extentOf)}
      {lines.map(bandOf)}
      {stretches.map((stretch, i) => stretchAt(stretch, heights[i] as number, i))}
      {stretches.map((stretch, i) => middleAt(stretch, heights[i] as number, i))}
      {marks.map(markOf)}
      {lines.map((line) => curveOf(line, steps.includes(line.i) ? "stepBefore" : "linear", dot))}
      {props.children}
    </ComposedChart>
  );
});

interface PlotLine {
  /** Its place among the lines, as in the fields of a row. */
  i: number;
  look: Pick<ArmLook, "color" | "dash">;
}

/** A line that the looks do not know yet. */
const UNKNOWN = { color: "currentColor", dash: "" };
const STILL = { type: "linear", isAnimationActive: false, activeDot: false } as const;
const DOT = { strokeWidth: 0, clipDot: false };

/** The raw line behind, as a thin band. */
function extentOf({ i, look: { color } }: PlotLine) {
  const key = `r${i}`;
  return (
    <Area
      key={key}
      dataKey={key}
      stroke={color}
      strokeOpacity={0.28}
      strokeWidth={1}
      fill={color}
      fillOpacity={0.14}
      {...STILL}
    />
  );
}

function bandOf({ i, look: { color } }: PlotLine) {
  const key = `b${i}`;
  return <Area key={key} dataKey={key} stroke="none" fill={color} fillOpacity={0.2} {...STILL} />;
}

/** By its place: arms may have one color. */
function stretchAt({ color, from, to }: Stretch, height: number, place: number) {
  const segment = segmentAt(height, from, to);
  return <ReferenceLine key={place} segment={segment} stroke={color} strokeOpacity={0.6} strokeWidth={6} />;
}

function middleAt({ middle }: Stretch, height: number, place: number) {
  const segment = segmentAt(height, middle, middle);
  return <ReferenceLine key={place} segment={segment} stroke="var(--ink)" strokeWidth={7} strokeLinecap="round" />;
}

function markOf(mark: Mark) {
  return (
    <ReferenceLine
      key={mark.axis + mark.at + mark.label + mark.color}
      {...{ [mark.axis]: mark.at }}
      stroke={mark.color ?? "var(--chart-mark)"}
      strokeDasharray={mark.color ? "1 3" : "3 3"}
      label={nameOf(mark)}
    />
  );
}

function curveOf({ i, look: { color, dash } }: PlotLine, type: "linear" | "stepBefore", dot: object | false) {
  const key = `m${i}`;
  return (
    <Line
      key={key}
      dataKey={key}
      stroke={color}
      strokeWidth={1.8}
      strokeDasharray={dash}
      {...STILL}
      shape={drawUnmeasured}
      type={type}
      dot={dot && { ...dot, fill: color }}
    />
  );
}
