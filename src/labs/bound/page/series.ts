import type { PlotRow } from "../../../ui/charts/plot/rows";
import type { BoundRow, Estimator, Statistic } from "../schema";

/** The lines of a chart, in the order of their numbers: the estimators, FLO a second time, the truth and the ceiling. */
export const LINES = [
  "infoNce",
  "flo",
  "floMedian",
  "minusU",
  "nwj",
  "dv",
  "smile",
  "readOut",
  "truth",
  "ceiling",
] as const;
export type Line = (typeof LINES)[number];

/** Estimators whose deviation is drawn: that of the others has tails too heavy for a band to say anything. */
const BANDS: readonly Estimator[] = ["infoNce", "minusU"];

/** Estimates over K (of one MI) or over the steps (of one K): `xKey` says which. */
export function estimateRows(rows: readonly BoundRow[], xKey: "k" | "step"): PlotRow[] {
  const points = new Map<number, PlotRow>();
  for (const row of rows) {
    const x = row[xKey];
    const point = points.get(x) ?? { [xKey]: x };
    put(point, "truth", row.mi);
    put(point, "ceiling", Math.log(row.k));
    put(point, row.estimator, row.mean);
    if (row.estimator === "flo") put(point, "floMedian", row.median);
    if (BANDS.includes(row.estimator) && row.mean !== null && row.sd !== null)
      point[`b${LINES.indexOf(row.estimator)}`] = [row.mean - row.sd, row.mean + row.sd];
    points.set(x, point);
  }
  return [...points.values()].sort((a, b) => Number(a[xKey]) - Number(b[xKey]));
}

function put(point: PlotRow, line: Line, value: number | null): void {
  point[`m${LINES.indexOf(line)}`] = value;
}

/** One line of the table: what the estimators say of an MI at a K. */
export interface TableCell {
  mi: number;
  k: number;
  rows: Partial<Record<Estimator, BoundRow>>;
}

/** The latest rows of every MI and K, in their order. */
export function tableCells(rows: readonly BoundRow[]): TableCell[] {
  const cells = new Map<string, TableCell>();
  for (const row of rows) {
    const key = `${row.mi} ${row.k}`;
    const cell = cells.get(key) ?? { mi: row.mi, k: row.k, rows: {} };
    if (row.step >= (cell.rows[row.estimator]?.step ?? 0)) cell.rows[row.estimator] = row;
    cells.set(key, cell);
  }
  return [...cells.values()].sort((a, b) => a.mi - b.mi || a.k - b.k);
}

/** A statistic of an estimate; null where it diverged or was not measured. */
export function statisticOf(row: BoundRow | undefined, statistic: Statistic): number | null {
  if (!row || row.mean === null) return null;
  const bias = row.mean - row.mi;
  switch (statistic) {
    case "bias":
      return bias;
    case "mse":
      return row.sd === null ? null : bias ** 2 + row.sd ** 2;
    default:
      return row[statistic];
  }
}
