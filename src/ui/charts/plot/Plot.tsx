import { memo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import type { ArmLook } from "../../../config/arms";
import { formatTick } from "../../../i18n/format";
import { useLocale, useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import { type Frame, SMALL_FRAME } from "./frame";
import { type Mark, nameOf, type Stretch } from "./marks";
import type { ChartData, PlotRow } from "./rows";
import type { Axis } from "./scales";

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
  /** Draw the points themselves, where there are few of them; a single one makes no line. */
  dots: boolean;
}

const TICK = { fontSize: 11, fill: "var(--chart-text)" };
const SMALL_TICK = { ...TICK, fontSize: 10 };
const AXIS_NAME = { position: "insideBottom", offset: 2, fontSize: 11, fill: "var(--chart-text)" } as const;
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
  const small = frame === SMALL_FRAME;
  const tick = small ? SMALL_TICK : TICK;
  const arms = Array.from({ length: data.lines }, (_, i) => ({
    i,
    look: looks[i] ?? { color: "currentColor", dash: "" },
  }));
  return (
    <ComposedChart
      key={locale.id}
      width={width}
      height={height}
      data={data.rows}
      margin={{ top: frame.top, right: frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        dataKey={xKey}
        type="number"
        scale={xLog ? "log" : "linear"}
        domain={x.domain}
        ticks={x.ticks}
        tickFormatter={formatX}
        tick={tick}
        height={frame.bottom}
        {...(small ? {} : { label: { ...AXIS_NAME, value: xName } })}
        tickLine={false}
        axisLine={{ stroke: "var(--chart-axis)" }}
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={y.domain}
        ticks={y.ticks}
        tickFormatter={formatTick}
        scale={log ? "log" : "linear"}
        tick={tick}
        width={frame.left}
        tickLine={false}
        axisLine={false}
        interval={0}
        allowDataOverflow
      />
      {!small &&
        arms.map(({ i, look }) => (
          <Area
            key={`r${i}`}
            dataKey={`r${i}`}
            stroke={look.color}
            strokeOpacity={0.28}
            strokeWidth={1}
            fill={look.color}
            fillOpacity={0.14}
            type="linear"
            isAnimationActive={false}
            activeDot={false}
          />
        ))}
      {arms.map(({ i, look }) => (
        <Area
          key={`b${i}`}
          dataKey={`b${i}`}
          stroke="none"
          fill={look.color}
          fillOpacity={0.2}
          type="linear"
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      {stretches.map((stretch, i) => (
        <ReferenceLine
          key={stretch.color}
          segment={segmentAt(heightOf(y, log, i + 0.5), stretch.from, stretch.to)}
          stroke={stretch.color}
          strokeOpacity={0.6}
          strokeWidth={6}
        />
      ))}
      {stretches.map((stretch, i) => (
        <ReferenceLine
          key={stretch.color}
          segment={segmentAt(heightOf(y, log, i + 0.5), stretch.middle, stretch.middle)}
          stroke="var(--ink)"
          strokeWidth={7}
          strokeLinecap="round"
        />
      ))}
      {marks.map((mark) => (
        <ReferenceLine
          key={mark.axis + mark.at + mark.label + mark.color}
          {...{ [mark.axis]: mark.at }}
          stroke={mark.color ?? "var(--chart-mark)"}
          strokeDasharray={mark.color ? "1 3" : "3 3"}
          label={nameOf(mark)}
        />
      ))}
      {arms.map(({ i, look }) => (
        <Line
          key={`m${i}`}
          dataKey={`m${i}`}
          stroke={look.color}
          strokeWidth={1.8}
          strokeDasharray={look.dash}
          type={steps.includes(i) ? "stepBefore" : "linear"}
          dot={dots && { r: data.rows.length === 1 ? 3.5 : 2, fill: look.color, strokeWidth: 0, clipDot: false }}
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
    </ComposedChart>
  );
});
