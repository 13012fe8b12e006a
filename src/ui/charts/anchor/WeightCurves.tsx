import { memo } from "react";
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import type { ArmLook } from "../../../config/arms";
import type { ArmConfig } from "../../../config/schema";
import { formatTick } from "../../../i18n/format";
import { anchorWeightOf } from "../../../objectives";
import type { Axis } from "../../../record/drawn/scales";
import { useLocale } from "../../language/useTexts";
import { surface, X_AXIS, Y_AXIS } from "../plot/axes";
import { drawUnmeasured } from "../plot/curve";
import type { Room } from "../plot/frame";

type Row = { x: number; [arm: string]: number };

const CURVE_POINTS = 97;
/** Losses that let an anchor count more than FlatNCE does are cut off here. */
const HIGHEST = 2;
/** Height of the line below the curves. */
export const CURVES_AXIS = 6;

function pointsOf({ domain: [from, to] }: Axis): number[] {
  return Array.from({ length: CURVE_POINTS }, (_, i) => from + ((to - from) * i) / (CURVE_POINTS - 1));
}

/** Where the axis of the weights ends, over an axis of log xi. */
export function topOfWeights(arms: ArmConfig[], axis: Axis): number {
  const weights = arms.map(anchorWeightOf);
  return pointsOf(axis).some((x) => weights.some((weight) => weight && weight(x) > 1)) ? HIGHEST : 1.05;
}

interface CurvesProps {
  width: number;
  height: number;
  looks: ArmLook[];
  arms: ArmConfig[];
  /** Of log xi. */
  axis: Axis;
  frame: Room;
  /** Where the axis of the weights ends. */
  top: number;
}

/** How much each arm's loss lets an anchor count, over its log xi. */
export const WeightCurves = memo(function WeightCurves(props: CurvesProps) {
  const { id } = useLocale();
  const weights = props.arms.map(anchorWeightOf);
  const rows = pointsOf(props.axis).map((x) => {
    const row: Row = { x };
    weights.forEach((weight, arm) => {
      if (weight) row[`a${arm}`] = weight(x);
    });
    return row;
  });
  return (
    <ComposedChart key={id} width={props.width} height={props.height} data={rows} {...surface(props.frame)}>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis {...X_AXIS} {...props.axis} dataKey="x" tick={false} height={CURVES_AXIS} />
      <YAxis
        {...Y_AXIS}
        domain={[0, props.top]}
        ticks={props.top > 1.5 ? [0, 1, 2] : [0, 0.5, 1]}
        tickFormatter={formatTick}
        width={props.frame.left}
        allowDataOverflow
      />
      <ReferenceLine x={0} stroke="var(--chart-axis)" />
      {weights.map((_, arm) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place.
          key={arm}
          dataKey={`a${arm}`}
          stroke={props.looks[arm]?.color ?? "currentColor"}
          strokeDasharray={props.looks[arm]?.dash ?? ""}
          strokeWidth={2}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          shape={drawUnmeasured}
        />
      ))}
    </ComposedChart>
  );
});
