import { memo } from "react";
import { CartesianGrid, ErrorBar, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { ArmLook } from "../../../config/arms";
import { formatTick } from "../../../i18n/format";
import { linearAxis, logAxis } from "../../../record/drawn/scales";
import type { LayerPoint } from "../../../record/layers";
import { useLocale } from "../../language/useTexts";
import { TYPE } from "../../typeScale";
import { surface, X_AXIS, Y_AXIS } from "./axes";
import { fitting, roomFor } from "./frame";

interface LayerPlotProps {
  width: number;
  height: number;
  names: string[];
  /** [arm][layer] */
  points: LayerPoint[][];
  looks: ArmLook[];
  log: boolean;
  /** Size of names and numbers, in pixels. */
  text: number;
}

const ROW = 22;
const FRAME = { left: 0, right: 16, top: 6, bottom: 22, text: TYPE.caption };
/** Room for names: at least so many pixels, so many for a letter, and at most this part of the width. */
const NAMES = { least: 118, letter: 6.6, most: 0.5 };
/** Rows that an empty chart has room for. */
const EMPTY_ROWS = 8;
/** Part of a row over which the arms are spread. */
const SPREAD = 0.5;
const RANGE = { dataKey: "range", direction: "x", width: 0, strokeWidth: 3 } as const;

export function layerPlotHeight(layers: number): number {
  return FRAME.top + FRAME.bottom + ROW * (layers || EMPTY_ROWS);
}

/** Layers as rows, each arm a dot at the end of its line, with its range. */
export const LayerPlot = memo(function LayerPlot({ width, height, names, points, looks, log, text }: LayerPlotProps) {
  const locale = useLocale();
  const axis = axisOf(points, log);
  const nameOf = (row: number) => shortName(names[row] ?? "");
  const frame = roomFor(FRAME, text);
  const left = roomForNames(names, width, text);
  return (
    <ScatterChart key={locale.id} {...{ width, height }} {...surface(frame)}>
      <CartesianGrid stroke="var(--chart-grid)" />
      <XAxis
        {...X_AXIS}
        dataKey="value"
        domain={axis.domain}
        ticks={fitting(axis.ticks, width - left - frame.right, { text })}
        tickFormatter={formatTick}
        scale={log ? "log" : "linear"}
        height={frame.bottom}
      />
      <YAxis
        {...Y_AXIS}
        dataKey="row"
        type="number"
        domain={[-0.5, names.length - 0.5]}
        ticks={names.map((_, row) => row)}
        tickFormatter={nameOf}
        reversed
        width={left}
      />
      {points.map((own, arm) => (
        <Scatter
          // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place.
          key={arm}
          data={dotsOf(own, offsetOf(arm, points.length), axis.domain[0])}
          shape={<Dot look={looks[arm]} from={left} />}
          isAnimationActive={false}
        >
          <ErrorBar {...RANGE} stroke={looks[arm]?.color ?? "currentColor"} />
        </Scatter>
      ))}
    </ScatterChart>
  );
});

/** `block1/conv2/weights`: the names of a deep network's tensors are long. */
function shortName(name: string): string {
  return name.replace("convolution", "conv");
}

/** Width that the names take, in pixels. */
function roomForNames(names: string[], width: number, text: number): number {
  const longest = Math.max(0, ...names.map((name) => shortName(name).length));
  return Math.max(NAMES.least, Math.min((NAMES.letter * longest * text) / TYPE.caption + 12, NAMES.most * width));
}

/** Recharts gives the place; the line has the arm's dash, as in the legend. */
function Dot({ look, from, cx = 0, cy = 0 }: { look: ArmLook | undefined; from: number; cx?: number; cy?: number }) {
  const color = look?.color ?? "currentColor";
  return (
    <g>
      <line x1={from} x2={cx} y1={cy} y2={cy} stroke={color} strokeWidth={1.4} strokeDasharray={look?.dash ?? ""} />
      <circle cx={cx} cy={cy} r={3.5} fill={color} />
    </g>
  );
}

/** Noise shares have bounds of their own; raw variances span decades. */
function axisOf(points: LayerPoint[][], log: boolean) {
  const values = points.flat().flatMap(({ mean, low, high }) => [mean, low, high]);
  const drawn = values.filter((value) => Number.isFinite(value) && (!log || value > 0));
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  return log ? logAxis(low, high, 4) : linearAxis(0, Math.max(0, high), [0, 1]);
}

/** Vertical place of an arm within a row, in rows. */
function offsetOf(arm: number, arms: number): number {
  return arms > 1 ? SPREAD * (arm / (arms - 1) - 0.5) : 0;
}

/** @param from left end of the axis; a range is cut there */
function dotsOf(points: LayerPoint[], offset: number, from: number) {
  return points.flatMap(({ mean, low, high }, layer) =>
    mean >= from ? [{ value: mean, row: layer + offset, range: [mean - Math.max(low, from), high - mean] }] : [],
  );
}
