import type { MetricColumn } from "../columns";
import { firstPlace } from "../search";
import type { Placing } from "./xAxis";

/** Which rows of a column are drawn, and which of them make one point. */

/** The part of the x axis that is drawn. */
export interface Stretch {
  place: Placing;
  /** In units of the axis; null: all of it. */
  zoom: readonly [number, number] | null;
  /** Whether the axis is logarithmic: then so are the buckets. */
  log: boolean;
}

/** First row of each bucket, and the end; buckets differ by one row at most. */
export function bucketEdges(length: number, points: number): Int32Array {
  const buckets = Math.max(1, Math.min(length, Math.floor(points)));
  return Int32Array.from({ length: buckets + 1 }, (_, i) => Math.round((i * length) / buckets));
}

/** First row of each bucket of what is drawn of a column, and the end; empty where nothing is. */
export function edgesOf(column: MetricColumn, points: number, stretch?: Stretch): Int32Array {
  const [from, to] = stretch?.zoom ? rowsWithin(column, stretch.place, stretch.zoom) : [0, column.length];
  if (from >= to) return new Int32Array(0);
  if (stretch?.log) return logEdges(column, stretch.place, [from, to], points);
  return bucketEdges(to - from, points).map((edge) => edge + from);
}

/** The rows within a stretch, and one before and after it, so that lines run through its ends; none where none is within. */
function rowsWithin(column: MetricColumn, place: Placing, [low, high]: readonly [number, number]): [number, number] {
  const at = (row: number) => place(column.steps[row] as number);
  const first = firstPlace(0, column.length, (row) => at(row) >= low);
  const end = firstPlace(first, column.length, (row) => at(row) > high);
  return first === end ? [0, 0] : [Math.max(0, first - 1), Math.min(column.length, end + 1)];
}

/** Buckets that are equally wide on a logarithmic axis; those without a row are left out. */
function logEdges({ steps }: MetricColumn, place: Placing, [from, to]: [number, number], points: number): Int32Array {
  const at = (row: number) => Math.log(place(steps[row] as number));
  const first = firstPlace(from, to, (row) => at(row) > Number.NEGATIVE_INFINITY);
  if (first === to) return new Int32Array(0);
  const [low, high] = [at(first), at(to - 1)];
  const edges = [first];
  for (let i = 1; i < points; i++) {
    const edge = firstPlace(first, to, (row) => at(row) > low + (i / points) * (high - low));
    if (edge > (edges.at(-1) as number) && edge < to) edges.push(edge);
  }
  return Int32Array.from([...edges, to]);
}
