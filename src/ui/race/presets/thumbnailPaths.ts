import type { Thumbnail, ThumbnailLine } from "../../../config/presets/thumbnail";

/** The curves of a thumbnail as SVG paths in a box of 1000 x 1000, which its picture stretches. */

export interface ThumbnailPaths {
  /** Least and greatest value, at the lower and the upper edge. */
  low: number;
  high: number;
  /** One per arm: its mean, and the band of its seeds. */
  arms: { line: string; band: string }[];
}

const SIZE = 1000;

type Point = [x: number, y: number];

/** @param log whether the height is logarithmic in the value */
export function thumbnailPaths({ steps, arms }: Pick<Thumbnail, "steps" | "arms">, log: boolean): ThumbnailPaths {
  const values = arms.flatMap(({ low, high }) => [...low, ...high]).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first = 0, last = 1] = [steps[0], steps.at(-1)];
  const scale = log ? Math.log : (value: number) => value;
  const span = scale(high) - scale(low) || 1;
  const place = (step: number, value: number): Point => [
    Math.round((SIZE * (step - first)) / (last - first || 1)),
    Math.round(SIZE * (1 - (scale(value) - scale(low)) / span)),
  ];
  const pointsOf = (line: ThumbnailLine[keyof ThumbnailLine]) =>
    steps.flatMap((step, i) => (typeof line[i] === "number" ? [place(step, line[i])] : []));
  return {
    low,
    high,
    arms: arms.map((arm) => ({
      line: path(pointsOf(arm.mean)),
      band: `${path([...pointsOf(arm.high), ...pointsOf(arm.low).reverse()])}Z`,
    })),
  };
}

function path(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
}
