import type { PlotRow } from "../../../ui/charts/plot/rows";
import { ESTIMATOR_IDS, ESTIMATORS, type EstimatorId } from "../estimators";
import type { BoundRow, Statistic } from "../schema";

/** A line of a chart: an estimator's mean or median, the truth or the ceiling. */
export type Line =
  | { kind: "mean" | "median"; estimator: EstimatorId }
  | { kind: "truth" | "ceiling"; estimator?: undefined };

/** The lines of a chart, in the order of their numbers: the estimators, some a second time, the truth and the ceiling. */
export const LINES: readonly Line[] = [
  ...ESTIMATOR_IDS.flatMap((estimator): Line[] =>
    ESTIMATORS[estimator].medianLine === null
      ? [{ kind: "mean", estimator }]
      : [
          { kind: "mean", estimator },
          { kind: "median", estimator },
        ],
  ),
  { kind: "truth" },
  { kind: "ceiling" },
];

/** The number of a line; -1 for one that there is not. */
export function lineOf(kind: Line["kind"], estimator?: EstimatorId): number {
  return LINES.findIndex((line) => line.kind === kind && line.estimator === estimator);
}

/** Estimates over K (of one MI) or over the steps (of one K): `xKey` says which. */
export function estimateRows(rows: readonly BoundRow[], xKey: "k" | "step"): PlotRow[] {
  const points = new Map<number, PlotRow>();
  for (const row of rows) {
    const x = row[xKey];
    const point = points.get(x) ?? { [xKey]: x };
    put(point, lineOf("truth"), row.mi);
    put(point, lineOf("ceiling"), Math.log(row.k));
    putEstimate(point, row);
    points.set(x, point);
  }
  return [...points.values()].sort((a, b) => Number(a[xKey]) - Number(b[xKey]));
}

function putEstimate(point: PlotRow, { estimator, mean, median, sd }: BoundRow): void {
  const { medianLine, hasBand } = ESTIMATORS[estimator];
  const line = lineOf("mean", estimator);
  put(point, line, mean);
  if (medianLine !== null) put(point, lineOf("median", estimator), median);
  if (hasBand && mean !== null && sd !== null) point[`b${line}`] = [mean - sd, mean + sd];
}

function put(point: PlotRow, line: number, value: number | null): void {
  point[`m${line}`] = value;
}

/** One line of the table: what the estimators say of an MI at a K. */
export interface TableCell {
  mi: number;
  k: number;
  rows: Partial<Record<EstimatorId, BoundRow>>;
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
