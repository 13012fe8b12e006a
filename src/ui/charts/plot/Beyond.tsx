import { memo } from "react";
import { DefaultZIndexes, ZIndexLayer } from "recharts";
import type { ArmLook } from "../../../config/arms";
import { useTexts } from "../../language/useTexts";
import { TYPE } from "../../typeScale";
import { texts } from "../texts";
import type { Frame } from "./frame";
import { type Across, offsetOf } from "./geometry";
import type { PointBeyond } from "./pointsBeyond";

interface BeyondProps {
  points: readonly PointBeyond[];
  looks: Pick<ArmLook, "color">[];
  across: Across;
  frame: Frame;
  height: number;
}

/** Arrows nearer to each other than this are one. */
const APART = 6;
const SIZE = 4;
const HALO = { stroke: "var(--surface)", strokeWidth: 3, paintOrder: "stroke" } as const;

/** Says what lies beyond the y axis: an arrow where it does, and how many points there are. */
export const Beyond = memo(function Beyond(props: BeyondProps) {
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <Side {...props} side="above" />
      <Side {...props} side="below" />
    </ZIndexLayer>
  );
});

function Side({ points, looks, across, frame, height, side }: BeyondProps & Pick<PointBeyond, "side">) {
  const t = useTexts(texts);
  const own = points.filter((point) => point.side === side);
  if (own.length === 0) return null;
  const [edge, inward] = side === "above" ? [frame.top, 1] : [height - frame.bottom, -1];
  const baseline = edge + inward * 6 + (side === "above" ? TYPE.caption : 0);
  const say = frame.small ? t.beyondShort[side] : t.beyond[side];
  return (
    <g>
      {arrowsOf(own, across).map(({ at, line }) => (
        <path
          key={`${line} ${at}`}
          d={`M ${at - SIZE} ${edge + inward * (SIZE + 3)} h ${2 * SIZE} L ${at} ${edge + inward} Z`}
          fill={looks[line]?.color ?? "currentColor"}
        />
      ))}
      <text x={frame.left + 8} y={baseline} fontSize={TYPE.caption} fill="var(--chart-text)" {...HALO}>
        {say({ n: own.length })}
      </text>
    </g>
  );
}

function arrowsOf(points: readonly PointBeyond[], across: Across): { at: number; line: number }[] {
  const arrows: { at: number; line: number }[] = [];
  const last = new Map<number, number>();
  for (const { x, line } of points) {
    const at = Math.round(offsetOf(x, across) ?? Number.NaN);
    if (!(at - (last.get(line) ?? Number.NEGATIVE_INFINITY) >= APART)) continue;
    last.set(line, at);
    arrows.push({ at, line });
  }
  return arrows;
}
