import { memo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import type { ArmLook } from "../../store/arms";
import { formatTick } from "../format";
import { words } from "../words";
import type { ChartData } from "./rows";
import type { Axis } from "./scales";

/** Room around the plotting area, in pixels; the cursor counts on it. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const FRAME: Frame = { left: 46, right: 14, top: 10, bottom: 36 };
export const SMALL_FRAME: Frame = { left: 36, right: 12, top: 8, bottom: 18 };

export interface PlotProps {
  width: number;
  height: number;
  frame: Frame;
  data: ChartData;
  looks: Pick<ArmLook, "colour" | "dash">[];
  x: Axis;
  y: Axis;
  log: boolean;
  /** Horizontal lines with a name: the ceiling of the loss, the zero of a difference. */
  marks: { y: number; label: string }[];
  /** Where learners stopped, in the colour of their arm. */
  stops: { step: number; colour: string }[];
  /** Draw the points themselves, where there are few of them; a single one makes no line. */
  dots: boolean;
}

const TICK = { fontSize: 11, fill: "var(--chart-text)" };
const SMALL_TICK = { ...TICK, fontSize: 10 };
const STEP_NAME = {
  value: words.charts.step,
  position: "insideBottom",
  offset: 2,
  fontSize: 11,
  fill: "var(--chart-text)",
} as const;

/** Lines with their bands: Recharts does axes and curves, everything it gets has been reduced and scaled before. */
export const Plot = memo(function Plot(props: PlotProps) {
  const { width, height, frame, data, looks, x, y, log, marks, stops, dots } = props;
  const small = frame === SMALL_FRAME;
  const tick = small ? SMALL_TICK : TICK;
  const arms = Array.from({ length: data.lines }, (_, i) => ({
    i,
    look: looks[i] ?? { colour: "currentColor", dash: "" },
  }));
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data.rows}
      margin={{ top: frame.top, right: frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="step"
        type="number"
        domain={x.domain}
        ticks={x.ticks}
        tickFormatter={formatTick}
        tick={tick}
        height={frame.bottom}
        {...(small ? {} : { label: STEP_NAME })}
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
            stroke={look.colour}
            strokeOpacity={0.28}
            strokeWidth={1}
            fill={look.colour}
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
          fill={look.colour}
          fillOpacity={0.2}
          type="linear"
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      {marks.map((mark) => (
        <ReferenceLine
          key={mark.label}
          y={mark.y}
          stroke="var(--chart-mark)"
          strokeDasharray="3 3"
          label={{ value: mark.label, position: "insideBottomRight", fontSize: 11, fill: "var(--chart-text)" }}
        />
      ))}
      {stops.map((stop) => (
        <ReferenceLine
          key={stop.colour + stop.step}
          x={stop.step}
          stroke={stop.colour}
          strokeDasharray="1 3"
          label={{ value: "\u2715", position: "insideTop", fontSize: 11, fill: stop.colour }}
        />
      ))}
      {arms.map(({ i, look }) => (
        <Line
          key={`m${i}`}
          dataKey={`m${i}`}
          stroke={look.colour}
          strokeWidth={1.8}
          strokeDasharray={look.dash}
          type="linear"
          dot={dots && { r: data.rows.length === 1 ? 3.5 : 2, fill: look.colour, strokeWidth: 0, clipDot: false }}
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
    </ComposedChart>
  );
});
