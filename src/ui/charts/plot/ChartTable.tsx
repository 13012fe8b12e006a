import type { ArmLook } from "../../../config/arms";
import { formatCount, formatNumber } from "../../../i18n/format";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import { DataTable } from "./DataTable";
import type { PlotRow } from "./rows";

/** Rows of a chart's table: enough to follow a curve by ear. */
const ROWS = 24;

interface ChartTableProps {
  title: string;
  rows: PlotRow[];
  looks: Pick<ArmLook, "label">[];
  height: number;
  /** Field of a row that is its place, its name, and how it is written. */
  xKey?: string;
  xName?: string;
  formatX?: (x: number) => string;
  /** Columns for what is in none of the rows. */
  beside?: readonly BesideColumn[];
}

export interface BesideColumn {
  label: string;
  /** NaN where it has none. */
  at: (row: PlotRow) => number;
}

const NONE: readonly BesideColumn[] = [];

/** A chart as a table: each line with its band (for arms: the lowest and highest seed) at some of the places. */
export function ChartTable(props: ChartTableProps) {
  const t = useTexts(texts);
  const { title, rows, looks, height, xKey = "step", xName = t.step, formatX = formatCount, beside = NONE } = props;
  const stride = Math.max(1, Math.ceil(rows.length / ROWS));
  const shown = rows.filter((_, i) => (rows.length - 1 - i) % stride === 0);
  return (
    <DataTable
      title={title}
      height={height}
      columns={[xName, ...looks.map(({ label }) => label), ...beside.map(({ label }) => label)]}
      rows={shown.map((row) => ({
        name: formatX(Number(row[xKey])),
        cells: [...looks.map((_, line) => cellOf(row, line)), ...beside.map(({ at }) => besideCell(at(row)))],
      }))}
    />
  );
}

function cellOf(row: PlotRow, arm: number): string {
  const mean = row[`m${arm}`];
  const band = row[`b${arm}`];
  return typeof mean !== "number" ? "\u2013" : rangeText(mean, Array.isArray(band) ? band : [mean, mean]);
}

function besideCell(value: number): string {
  return Number.isFinite(value) ? formatNumber(value) : "\u2013";
}

/** A mean with the range that it stands for, where there is one. */
export function rangeText(mean: number, [low, high]: [number, number]): string {
  return formatNumber(mean) + (low === high ? "" : ` [${formatNumber(low)}, ${formatNumber(high)}]`);
}
