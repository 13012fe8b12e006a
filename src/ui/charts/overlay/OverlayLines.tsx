import { memo, useId, useMemo } from "react";
import { DefaultZIndexes, ZIndexLayer } from "recharts";
import { useSelect } from "../../context";
import { TYPE } from "../../typeScale";
import { numberPlaces } from "./numbers";
import { type Box, pathOf } from "./paths";
import type { OverlayCurve } from "./useOverlayCurves";

interface OverlayLinesProps {
  curves: readonly OverlayCurve[];
  box: Box;
  /** Without numbers on the curves. */
  small: boolean;
}

/** Behind the lines of the run that is shown, and in front of their bands. */
const ABOVE_BANDS = DefaultZIndexes.line - 1;

/** Opacity of what is not marked, while something is. */
const BEHIND = 0.2;
const WIDTH = { usual: 1.4, marked: 2.4 };
const NUMBER = {
  dy: "0.35em",
  textAnchor: "middle",
  fontSize: TYPE.caption,
  fontWeight: 600,
  fill: "var(--ink)",
  stroke: "var(--surface)",
  strokeWidth: 3,
  paintOrder: "stroke",
} as const;

/**
 * The curves of other runs. Recharts wants all lines in the same rows; these have steps of their own, so they are paths over the same
 * axes. A run that is marked stands out.
 */
export const OverlayLines = memo(function OverlayLines({ curves, box, small }: OverlayLinesProps) {
  const clip = useId();
  const marked = useSelect(({ overlay }) =>
    curves.some(({ run }) => run.id === overlay.marked) ? overlay.marked : null,
  );
  const places = useMemo(() => (small ? [] : numberPlaces(curves, box)), [curves, box, small]);
  const paths = useMemo(() => curves.map((curve) => pathOf(curve, box)), [curves, box]);
  const { width, frame } = box.across;
  const room = { width: width - frame.left - frame.right, height: box.bottom - box.top };
  return (
    <>
      <ZIndexLayer zIndex={ABOVE_BANDS}>
        <clipPath id={clip}>
          <rect x={frame.left} y={box.top} {...room} />
        </clipPath>
        {curves.map(({ run, arm, look }, i) => (
          <path
            key={`${run.id} ${arm}`}
            d={paths[i]}
            fill="none"
            stroke={look.color}
            strokeWidth={run.id === marked ? WIDTH.marked : WIDTH.usual}
            strokeDasharray={look.dash}
            opacity={marked === null || run.id === marked ? 1 : BEHIND}
            clipPath={`url(#${clip})`}
          />
        ))}
      </ZIndexLayer>
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        {places
          .map((place) => ({ ...place, run: (curves[place.i] as OverlayCurve).run }))
          .filter(({ run }) => marked === null || run.id === marked)
          .map(({ i, x, y, run }) => (
            <text key={i} {...{ x, y }} {...NUMBER}>
              {run.number}
            </text>
          ))}
      </ZIndexLayer>
    </>
  );
});
