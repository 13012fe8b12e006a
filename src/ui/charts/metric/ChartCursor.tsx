import { useMemo } from "react";
import type { ArmLook } from "../../config/arms";
import { formatCount, formatNumber } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { pin, zoomTo } from "../../session/reading/changes";
import { usePlayground } from "../context";
import { useTexts } from "../language/useTexts";
import { type Box, nearestCurve } from "./overlay/paths";
import type { OverlayCurve } from "./overlay/useOverlayCurves";
import { Cursor } from "./plot/Cursor";
import type { Frame } from "./plot/frame";
import type { Across } from "./plot/geometry";
import type { ChartReader } from "./plot/reader";
import { type ChartRow, rowAt } from "./plot/rows";
import type { Charted } from "./series/useChartData";
import { texts } from "./texts";
import { useEnlarging } from "./useEnlarging";

interface ChartCursorProps {
  name: string;
  title: string;
  height: number;
  frame: Frame;
  across: Across;
  isSparse: boolean;
  charted: Charted;
  /** The y axis. */
  yScale: Box["y"];
  /** How many points the y axis does not hold. */
  beyond: number;
}

/** The cursor of a chart of a metric: what it reads, pins and zooms, and what the chart says in words. */
export function ChartCursor({
  name,
  title,
  height,
  frame,
  across,
  isSparse,
  charted,
  yScale,
  beyond,
}: ChartCursorProps) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { toggle } = useEnlarging(name);
  const { data, looks, axis, all, zoom, pinned, beside } = charted;
  const { rows } = data;
  const box = useMemo<Box>(
    () => ({ across, top: frame.top, bottom: height - frame.bottom, y: yScale }),
    [across, frame, height, yScale],
  );
  const reader = useMemo<ChartReader>(
    () => ({
      pinned: pinned.step,
      pinnedX: pinned.x,
      pin: (step) => pin(playground, step),
      stepAt: (x) => rowAt(rows, x, isSparse)?.step ?? null,
      isZoomed: zoom !== null,
      all: { domain: all.domain, log: axis.log, whole: axis.whole },
      zoomTo: (next) => zoomTo(playground, name, next),
      enlarge: toggle,
      point: beside.length === 0 ? null : (at) => playground.overlay.mark(at && pointedRun(beside, at, box)),
    }),
    [playground, pinned.step, pinned.x, rows, isSparse, zoom, all, axis, name, toggle, beside, box],
  );
  const xs = useMemo(
    () => rows.map(({ x }) => x).filter((x) => x >= across.domain[0] && x <= across.domain[1]),
    [rows, across],
  );
  const description = [describe(rows, looks), ...(beyond > 0 ? [t.beyondAxis({ n: beyond })] : [])].join("; ");
  return (
    <Cursor
      {...{ height, across, xs, reader, description }}
      top={frame.top}
      bottom={frame.bottom}
      label={t.region({ title })}
    />
  );
}

/** Pixels from a curve within which it is pointed at. */
const REACH = 10;

function pointedRun(curves: readonly OverlayCurve[], at: { x: number; y: number }, box: Box): string | null {
  return nearestCurve(curves, at, REACH, box)?.run.id ?? null;
}

/** What the chart says, in words: the latest value of each line. */
function describe(rows: ChartRow[], looks: ArmLook[]): string {
  const t = translateAll(texts);
  const row = rowAt(rows, null, false);
  if (!row) return "";
  const values = looks.map((look, i) => {
    const value = row[`m${i}`];
    return `${look.label} ${typeof value === "number" ? formatNumber(value) : "\u2013"}`;
  });
  return `${t.atStep({ step: formatCount(row.step) })}: ${values.join(", ")}`;
}
