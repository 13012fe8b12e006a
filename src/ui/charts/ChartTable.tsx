import type { ArmLook } from "../../store/arms";
import { formatCount, formatNumber } from "../format";
import { words } from "../words";
import { DataTable } from "./DataTable";
import type { ChartRow } from "./rows";

/** Rows of a chart's table: enough to follow a curve by ear. */
const ROWS = 24;

interface ChartTableProps {
  title: string;
  rows: ChartRow[];
  looks: ArmLook[];
  height: number;
}

/** A chart as a table: mean, lowest and highest seed of each arm at some of the steps. */
export function ChartTable({ title, rows, looks, height }: ChartTableProps) {
  const stride = Math.max(1, Math.ceil(rows.length / ROWS));
  const shown = rows.filter((_, i) => (rows.length - 1 - i) % stride === 0);
  return (
    <DataTable
      title={title}
      height={height}
      columns={[words.charts.step, ...looks.map(({ label }) => label)]}
      rows={shown.map((row) => ({ name: formatCount(row.step), cells: looks.map((_, arm) => cellOf(row, arm)) }))}
    />
  );
}

function cellOf(row: ChartRow, arm: number): string {
  const mean = row[`m${arm}`];
  const band = row[`b${arm}`];
  return typeof mean !== "number" ? "\u2013" : rangeText(mean, Array.isArray(band) ? band : [mean, mean]);
}

/** A mean with the range that it stands for, where there is one. */
export function rangeText(mean: number, [low, high]: [number, number]): string {
  return formatNumber(mean) + (low === high ? "" : ` [${formatNumber(low)}, ${formatNumber(high)}]`);
}
