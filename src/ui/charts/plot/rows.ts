import { fullRange, type Range, robustRange } from "../../../record/drawn/range";
import type { ReducedDifference, ReducedSeries } from "../../../record/drawn/reduce";
import type { Placing } from "../../../record/drawn/xAxis";

/** A row as Recharts takes it: its place, `m0` the first line there, `b0` its band, `r0` the extent behind. */
export interface PlotRow {
  [key: string]: number | [number, number] | null;
}

/** A point of a chart over steps: `m0` the line of arm 0, `b0` its band over seeds, `r0` the raw extent behind. */
export interface ChartRow extends PlotRow {
  step: number;
  /** Where the step lies on the x axis. */
  x: number;
}

/** What a chart draws, the same for arms and for their difference. */
export interface ChartData {
  rows: ChartRow[];
  lines: number;
  /** What the axis has to hold. */
  range: Range;
}

/** A curve that is no line of the rows: places on the x axis in order, and a value at each. */
export interface Curve {
  xs: Float64Array;
  ys: Float64Array;
}

/** How rows are drawn. */
export interface Drawn {
  place: Placing;
  /** Of the x axis, in its units: values beyond are not asked how high the y axis is. */
  within: readonly [number, number];
  xLog: boolean;
  /** Of the y axis: what is not positive cannot be drawn. */
  log: boolean;
  /** Whether the raw line is drawn behind: then the axis must hold it as well. */
  raw: boolean;
  /** Whether values far from all others may lie beyond the axis. */
  cut: boolean;
  /** Lines that are switched off. */
  hidden: ReadonlySet<number>;
  /** Curves of other runs, which the axis must hold as well. */
  beside: readonly Curve[];
  /** Those of the run before: the axis is made for them where there is nothing else. */
  ghost: readonly Curve[];
}

/** Rows for all arms. */
export function seriesRows(series: ReducedSeries, drawn: Drawn): ChartData {
  const canDraw = (value: number) => Number.isFinite(value) && (!drawn.log || value > 0);
  const values = new DrawnValues(drawn, canDraw);
  const rows = placed(series.steps, drawn).map(({ step, x, i }) => {
    const row: ChartRow = { step, x };
    series.arms.forEach((arm, a) => {
      if (drawn.hidden.has(a)) return;
      const [mean, low, high] = [arm.mean[i] as number, arm.low[i] as number, arm.high[i] as number];
      const behind: [number, number] = drawn.raw ? [arm.rawLow[i] as number, arm.rawHigh[i] as number] : NOTHING;
      row[`m${a}`] = canDraw(mean) ? mean : null;
      row[`b${a}`] = pair(low, high, canDraw);
      row[`r${a}`] = pair(...behind, canDraw);
      values.add(x, [mean, low, high, ...behind]);
    });
    return row;
  });
  for (const curve of drawn.beside) values.addCurve(curve);
  if (values.isEmpty) for (const curve of drawn.ghost) values.addCurve(curve);
  return { rows, lines: series.arms.length, range: values.range() };
}

/** Rows for a paired difference, drawn as one line with its interval. */
export function differenceRows(difference: ReducedDifference, drawn: Drawn): ChartData {
  const values = new DrawnValues({ ...drawn, log: false }, Number.isFinite);
  const rows = placed(difference.steps, drawn).map(({ step, x, i }) => {
    const [mean, low, high] = [difference.mean[i], difference.low[i], difference.high[i]] as [number, number, number];
    values.add(x, [mean, low, high]);
    return { step, x, m0: Number.isFinite(mean) ? mean : null, b0: pair(low, high, Number.isFinite), r0: null };
  });
  const { low, high } = values.range();
  return { rows, lines: 1, range: { low: Math.min(0, low), high: Math.max(0, high) } };
}

const NOTHING: [number, number] = [Number.NaN, Number.NaN];

/** The steps that have a place on the axis, with their place in the series. */
function placed(steps: readonly number[], { place, xLog }: Drawn): { step: number; x: number; i: number }[] {
  return steps.map((step, i) => ({ step, x: place(step), i })).filter(({ x }) => (xLog ? x > 0 : x >= 0));
}

function pair(low: number, high: number, canDraw: (value: number) => boolean): [number, number] | null {
  return canDraw(low) && canDraw(high) ? [low, high] : null;
}

/** Gathers what is drawn, for the axis to hold it. */
class DrawnValues {
  private readonly values: number[] = [];
  private readonly drawn: Drawn;
  private readonly canDraw: (value: number) => boolean;

  constructor(drawn: Drawn, canDraw: (value: number) => boolean) {
    this.drawn = drawn;
    this.canDraw = canDraw;
  }

  add(x: number, values: readonly number[]): void {
    const [from, to] = this.drawn.within;
    if (x < from || x > to) return;
    for (const value of values) if (this.canDraw(value)) this.values.push(value);
  }

  /** Asked of every curve at every redraw: it makes no lists. */
  addCurve({ xs, ys }: Curve): void {
    const [from, to] = this.drawn.within;
    for (let i = 0; i < xs.length; i++) {
      const [x, y] = [xs[i] as number, ys[i] as number];
      if (x >= from && x <= to && this.canDraw(y)) this.values.push(y);
    }
  }

  get isEmpty(): boolean {
    return this.values.length === 0;
  }

  range(): Range {
    return this.drawn.cut ? robustRange(this.values, this.drawn.log) : fullRange(this.values);
  }
}

/**
 * What is read at a place of the common cursor: of what was measured at every step, the row of the bucket that it is in, and none
 * beyond the last; of what is measured now and then, the nearest, whose own step is then to be said. The last row where the
 * cursor is elsewhere.
 */
export function rowAt<Row extends { x: number }>(
  rows: readonly Row[],
  x: number | null,
  isSparse: boolean,
): Row | undefined {
  if (x === null) return rows.at(-1);
  if (!isSparse) return rows.find((row) => row.x >= x);
  const distance = (row: Row) => Math.abs(row.x - x);
  return rows.reduce<Row | undefined>((best, row) => (best && distance(best) <= distance(row) ? best : row), undefined);
}
