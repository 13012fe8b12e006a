import { useMemo } from "react";
import type { ArmLook } from "../../../config/arms";
import type { MetricId } from "../../../metrics";
import type { Zoom } from "../../../session/reading/state";
import { useSelect } from "../../context";
import type { ChosenXAxis } from "../axis/useXAxis";
import type { Curve } from "../plot/rows";
import { curvesOf } from "./curves";
import type { DrawnCurves } from "./drawnCurves";
import { useDrawnCurves, usePlacings } from "./useOverlaid";

/** A curve of another run. */
export interface OverlayCurve extends Curve {
  run: Pick<DrawnCurves, "id" | "number" | "called" | "isGhost" | "isReference">;
  arm: number;
  look: ArmLook;
}

interface OverlayRequest {
  metric: MetricId;
  points: number;
  axis: Pick<ChosenXAxis, "id" | "log">;
  zoom: Zoom | null;
  smoothing: number;
  /** Whether arms are drawn, and not their difference. */
  areArms: boolean;
  /** Of the y axis. */
  log: boolean;
}

const NONE: readonly OverlayCurve[] = [];

/** The curves of the other runs in a chart. What a run lacks is not drawn; neither is what is switched off. */
export function useOverlayCurves({
  metric,
  points,
  axis,
  zoom,
  areArms,
  log,
  smoothing,
}: OverlayRequest): readonly OverlayCurve[] {
  const runs = useDrawnCurves();
  const places = usePlacings(axis.id, runs);
  const hidden = useSelect((state) => state.reading.hidden);
  return useMemo(() => {
    if (!areArms) return NONE;
    return runs.flatMap((run, i) => {
      const place = places[i];
      if (!place) return [];
      const stretch = { place, zoom, log: axis.log };
      const request = { metric, seeds: run.seeds, points, stretch, axis: axis.id };
      const { xs, arms } = curvesOf(run.columns, { ...request, smoothing: run.isReference ? 0 : smoothing });
      return arms.flatMap((ys, arm): OverlayCurve[] => {
        const look = run.looks[arm];
        const isDrawn = look && !hidden.includes(look.label) && ys.some((y) => Number.isFinite(y) && (!log || y > 0));
        return isDrawn ? [{ run, arm, look, xs, ys }] : [];
      });
    });
  }, [runs, places, metric, points, axis.id, axis.log, zoom, areArms, log, smoothing, hidden]);
}
