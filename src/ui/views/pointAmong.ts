import type { Pen } from "./canvas";
import { planePoint } from "./pointPairs";

/** Points, [n, dimensions], row after row. */
interface Points {
  values: ArrayLike<number>;
  dimensions: number;
}

/** A point, large, among others, small, in a square picture around the origin. */
export function drawPointAmong({ context, width, color }: Pen, point: Points, others: Points): void {
  const [x, y] = planePoint(point.values, 0, point.dimensions);
  const count = others.values.length / others.dimensions;
  const all = Array.from({ length: count }, (_, i) =>
    planePoint(others.values, i * others.dimensions, others.dimensions),
  );
  const scale = (width / 2 - 4) / (Math.max(...[...all, [x, y]].flat().map(Math.abs)) || 1);
  const dot = (at: readonly [number, number], radius: number) => {
    context.beginPath();
    context.arc(width / 2 + at[0] * scale, width / 2 - at[1] * scale, radius, 0, 2 * Math.PI);
    context.fill();
  };
  context.fillStyle = color("--raised");
  context.fillRect(0, 0, width, width);
  context.fillStyle = color("--chart-mark");
  for (const at of all) dot(at, 1);
  context.fillStyle = color("--ink");
  dot([x, y], 3.5);
}
