import { useMemo } from "react";
import { readAt } from "../overlay/paths";
import type { OverlayCurve } from "../overlay/useOverlayCurves";
import { type BesideColumn, ChartTable } from "../plot/ChartTable";
import type { Curve, PlotRow } from "../plot/rows";
import type { MetricDrawing } from "./useMetricDrawing";

/** The chart of a metric as a table: the run that is shown, and those behind it at the same places. */
export function MetricTable({ title, drawing }: { title: string; drawing: MetricDrawing }) {
  const { height, charted, isSparse } = drawing;
  const { data, looks, beside, axis } = charted;
  const columns = useMemo(() => besideColumns(beside, isSparse), [beside, isSparse]);
  if (data.rows.length > 0) return <ChartTable {...{ title, looks, height }} rows={data.rows} beside={columns} />;
  return (
    <ChartTable
      {...{ title, looks, height }}
      rows={rowsOf(beside)}
      beside={columns}
      xKey="x"
      xName={axis.name}
      formatX={axis.write}
    />
  );
}

/** A column for each curve of another run. */
function besideColumns(curves: readonly OverlayCurve[], isSparse: boolean): BesideColumn[] {
  return curves.map((curve) => ({
    label: `${curve.run.number} ${curve.look.label}`,
    at: ({ x }) => valueIn(curve, Number(x), isSparse || curve.run.isReference),
  }));
}

/** What is measured now and then has values where it was measured alone. */
function valueIn(curve: Curve, x: number, isSparse: boolean): number {
  const at = readAt(curve, x, isSparse);
  return isSparse && curve.xs[at] !== x ? Number.NaN : (curve.ys[at] ?? Number.NaN);
}

/** The places of the longest curve, where the run that is shown has none. */
function rowsOf(curves: readonly Curve[]): PlotRow[] {
  const longest = curves.reduce<Curve | null>(
    (best, one) => (best && best.xs.length >= one.xs.length ? best : one),
    null,
  );
  return Array.from(longest?.xs ?? [], (x) => ({ x }));
}
