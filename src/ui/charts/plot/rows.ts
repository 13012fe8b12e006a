import type { ReducedDifference, ReducedSeries } from "../series/reduce";

/** A row as Recharts takes it: its place, `m0` the first line there, `b0` its band, `r0` the extent behind. */
export interface PlotRow {
  [key: string]: number | [number, number] | null;
}

/** A point of a chart over steps: `m0` the line of arm 0, `b0` its band over seeds, `r0` the raw extent behind. */
export interface ChartRow extends PlotRow {
  step: number;
}

/** What a chart draws, the same for arms and for their difference. */
export interface ChartData {
  rows: ChartRow[];
  lines: number;
  /** Extent of everything that must be on the axis. */
  low: number;
  high: number;
}

/**
 * Rows for all arms. On a logarithmic axis values that are not positive cannot be drawn.
 *
 * @param raw whether the raw line is drawn behind: then the axis must hold it as well
 */
export function seriesRows(series: ReducedSeries, log: boolean, raw: boolean): ChartData {
  const canDraw = (value: number) => Number.isFinite(value) && (!log || value > 0);
  const extent = new Extent(canDraw);
  const rows = series.steps.map((step, i) => {
    const row: ChartRow = { step };
    series.arms.forEach((arm, a) => {
      const [mean, low, high] = [arm.mean[i] as number, arm.low[i] as number, arm.high[i] as number];
      row[`m${a}`] = canDraw(mean) ? mean : null;
      row[`b${a}`] = canDraw(low) && canDraw(high) ? [low, high] : null;
      const behind: [number, number] = raw ? [arm.rawLow[i] as number, arm.rawHigh[i] as number] : NOTHING;
      row[`r${a}`] = pair(...behind, canDraw);
      for (const value of [mean, low, high, ...behind]) extent.add(value);
    });
    return row;
  });
  return { rows, lines: series.arms.length, low: extent.low, high: extent.high };
}

/** Rows for a paired difference, drawn as one line with its interval. */
export function differenceRows(difference: ReducedDifference): ChartData {
  const extent = new Extent(Number.isFinite);
  extent.add(0);
  const rows = difference.steps.map((step, i) => {
    const [mean, low, high] = [difference.mean[i], difference.low[i], difference.high[i]] as [number, number, number];
    for (const value of [mean, low, high]) extent.add(value);
    return { step, m0: Number.isFinite(mean) ? mean : null, b0: pair(low, high, Number.isFinite), r0: null };
  });
  return { rows, lines: 1, low: extent.low, high: extent.high };
}

const NOTHING: [number, number] = [Number.NaN, Number.NaN];

function pair(low: number, high: number, canDraw: (value: number) => boolean): [number, number] | null {
  return canDraw(low) && canDraw(high) ? [low, high] : null;
}

class Extent {
  low = Number.POSITIVE_INFINITY;
  high = Number.NEGATIVE_INFINITY;
  private readonly canDraw: (value: number) => boolean;

  constructor(canDraw: (value: number) => boolean) {
    this.canDraw = canDraw;
  }

  add(value: number): void {
    if (!this.canDraw(value)) return;
    this.low = Math.min(this.low, value);
    this.high = Math.max(this.high, value);
  }
}

/**
 * What is read at a step of the common cursor: of what was measured at every step, the row of the bucket that the step is in, and none
 * beyond the last; of what is measured now and then, the nearest, whose own step is then to be said. The last row where the
 * cursor is elsewhere.
 */
export function rowAt(rows: ChartRow[], step: number | null, isSparse: boolean): ChartRow | undefined {
  if (step === null) return rows.at(-1);
  if (!isSparse) return rows.find((row) => row.step >= step);
  const distance = (row: ChartRow) => Math.abs(row.step - step);
  return rows.reduce<ChartRow | undefined>(
    (best, row) => (best && distance(best) <= distance(row) ? best : row),
    undefined,
  );
}
