import { memo } from "react";
import { Area, CartesianGrid, ComposedChart, ReferenceLine, XAxis, YAxis } from "recharts";
import type { ArmLook } from "../../../config/arms";
import { formatPercent, formatTick } from "../../../i18n/format";
import { useLocale } from "../../language/useTexts";
import { surface, TICK, X_AXIS, Y_AXIS } from "./axes";
import { fitting, type Room } from "./frame";

/** Counts of each arm in bins of equal width. */
export interface Bins {
  /** Left edge of the first bin. */
  from: number;
  width: number;
  counts: ArrayLike<number>[];
}

interface HistogramProps {
  width: number;
  height: number;
  /** Room left of the axis, below it and right of it. */
  frame: Room;
  looks: ArmLook[];
  bins: Bins | null;
  axis: { domain: [number, number]; ticks: number[]; format?: (tick: number) => string };
  mark: { x: number; label: string };
}

/** An arm that the looks do not know yet. */
const UNKNOWN = { color: "currentColor", dash: "" };

type Row = { x: number; [arm: string]: number };

/** Shares of each arm over the bins, as steps. */
export const Histogram = memo(function Histogram({ width, height, frame, looks, bins, axis, mark }: HistogramProps) {
  const locale = useLocale();
  const rows = histogramRows(bins).filter(({ x }) => x >= axis.domain[0] && x <= axis.domain[1]);
  const peak = Math.max(0.1, ...rows.flatMap(({ x: _, ...shares }) => Object.values(shares)));
  const top = Math.ceil(peak * 5) / 5;
  return (
    <ComposedChart key={locale.id} {...{ width, height }} data={rows} {...surface(frame)}>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        {...X_AXIS}
        dataKey="x"
        domain={axis.domain}
        ticks={fitting(axis.ticks, width - frame.left - frame.right, { format: axis.format, text: frame.text })}
        tickFormatter={axis.format ?? formatTick}
        height={frame.bottom}
      />
      <YAxis
        {...Y_AXIS}
        domain={[0, top]}
        ticks={[0, top / 2, top]}
        tickFormatter={(share: number) => formatPercent(share, 0)}
        width={frame.left}
      />
      <ReferenceLine
        x={mark.x}
        stroke={mark.label ? "var(--chart-mark)" : "var(--chart-axis)"}
        strokeDasharray={mark.label ? "3 3" : ""}
        label={{ value: mark.label, position: "insideTopRight", ...TICK }}
      />
      {(bins?.counts ?? []).map((_, arm) => stepsOf(arm, looks[arm]))}
    </ComposedChart>
  );
});

function stepsOf(arm: number, { color, dash }: Pick<ArmLook, "color" | "dash"> = UNKNOWN) {
  return (
    <Area
      key={arm}
      dataKey={`a${arm}`}
      type="step"
      stroke={color}
      strokeDasharray={dash}
      fill={color}
      fillOpacity={0.22}
      activeDot={false}
      isAnimationActive={false}
    />
  );
}

function histogramRows(bins: Bins | null): Row[] {
  if (!bins) return [];
  const totals = bins.counts.map((counts) => Array.from(counts).reduce((a, b) => a + b, 0) || 1);
  return Array.from({ length: bins.counts[0]?.length ?? 0 }, (_, bin) => {
    const row: Row = { x: bins.from + (bin + 0.5) * bins.width };
    bins.counts.forEach((counts, arm) => {
      row[`a${arm}`] = (counts[bin] as number) / (totals[arm] as number);
    });
    return row;
  });
}
