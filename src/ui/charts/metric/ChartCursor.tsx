import { useMemo, useState } from "react";
import type { ArmLook } from "../../../config/arms";
import { formatCount, formatNumber } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import type { Playground } from "../../../session/playground";
import { pin, zoomTo } from "../../../session/reading/changes";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { type Box, nearestCurve } from "../overlay/paths";
import type { OverlayCurve } from "../overlay/useOverlayCurves";
import { Cursor } from "../plot/Cursor";
import { hoverX } from "../plot/hover";
import type { ChartReader } from "../plot/reader";
import { type ChartRow, rowAt } from "../plot/rows";
import { texts } from "../texts";
import { useEnlarging } from "../useEnlarging";
import { Refused } from "./Refused";
import type { MetricDrawing } from "./useMetricDrawing";

interface ChartCursorProps {
  name: string;
  title: string;
  drawing: MetricDrawing;
}

/** The cursor of a chart of a metric: what it reads, pins and zooms, and what the chart says in words. */
export function ChartCursor({ name, title, drawing }: ChartCursorProps) {
  const t = useTexts(texts);
  const { height, frame, across, charted, beyond } = drawing;
  const { rows } = charted.data;
  const [refused, setRefused] = useState<number | null>(null);
  const reader = useReader(name, drawing, setRefused);
  const xs = useMemo(
    () => rows.map(({ x }) => x).filter((x) => x >= across.domain[0] && x <= across.domain[1]),
    [rows, across],
  );
  const outside = beyond.length > 0 ? [t.beyondAxis({ n: beyond.length })] : [];
  return (
    <>
      <Cursor
        {...{ height, across, xs, reader }}
        top={frame.top}
        bottom={frame.bottom}
        label={t.region({ title })}
        description={[describe(rows, charted.looks), ...outside].join("; ")}
      />
      <Refused at={refused} />
    </>
  );
}

/** @param refuse told where somebody wanted to pin, and the run that is shown has no value */
function useReader(
  name: string,
  { charted, isSparse, plot }: MetricDrawing,
  refuse: (at: number | null) => void,
): ChartReader {
  const playground = usePlayground();
  const { toggle } = useEnlarging(name);
  const { data, axis, all, zoom, pinned, beside } = charted;
  const { rows } = data;
  return useMemo<ChartReader>(
    () => ({
      name,
      pinned: pinned.step,
      pinnedX: pinned.x,
      pin: (step) => pin(playground, step),
      pinAt: (x) => refuse(pinRead(playground, rowAt(rows, x, isSparse)?.step) ? null : hoverX()),
      isZoomed: zoom !== null,
      all: { domain: all.domain, log: axis.log, whole: axis.whole },
      zoomTo: (next) => zoomTo(playground, name, next),
      enlarge: toggle,
      point: beside.length === 0 ? null : (at) => playground.overlay.mark(at && pointedRun(beside, at, plot)),
    }),
    [playground, pinned.step, pinned.x, rows, isSparse, zoom, all, axis, name, toggle, beside, plot, refuse],
  );
}

/** Pins a step, or unpins it. @returns whether there is one */
function pinRead(playground: Playground, step: number | undefined): boolean {
  if (step === undefined) return false;
  pin(playground, step === playground.state.reading.pinned ? null : step);
  return true;
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
