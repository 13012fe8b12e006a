import type { ViewsPreview } from "../../worker/protocol";
import { planePoint } from "../views/pointPairs";

/** Where samples that are points, and their views, lie in a square picture. */

type Place = readonly [x: number, y: number];

export interface PointPlaces {
  samples: Place[];
  /** Both views of each sample. */
  views: [Place, Place][];
  /** How many times as far from their sample as they are the views are drawn. */
  enlarged: number;
}

/** From this distance to its sample on, as a share of the side, a view can be told apart. */
const APART = 0.045;
/** Far apart, so that the factor is the same for most steps. */
const FACTORS = [1, 3, 10, 30, 100];
const EDGE = 0.06;

/** @param side of the picture */
export function placePoints({ samples, pairs }: ViewsPreview, side: number): PointPlaces {
  const dimensions = pairs.shape[0] ?? 2;
  const numbers = Array.from({ length: pairs.count }, (_, sample) => sample);
  const own = numbers.map((sample) => planePoint(samples, sample * dimensions, dimensions));
  const viewOf = (sample: number, view: number) =>
    planePoint(pairs.values, (2 * sample + view) * dimensions, dimensions);
  const apart = (factor: number) =>
    numbers.map((sample): [Place, Place] => [
      away(own[sample]!, viewOf(sample, 0), factor),
      away(own[sample]!, viewOf(sample, 1), factor),
    ]);
  const room = side * (0.5 - EDGE);
  const enlarged = enlargement(own, apart(1), room / reachOf([...own, ...apart(1).flat()])) ?? 1;
  const moved = apart(enlarged);
  const scale = room / reachOf([...own, ...moved.flat()]);
  const place = ([x, y]: Place): Place => [side / 2 + x * scale, side / 2 - y * scale];
  return { samples: own.map(place), views: moved.map(([a, b]) => [place(a), place(b)]), enlarged };

  function enlargement(from: Place[], to: [Place, Place][], unit: number): number | undefined {
    const distances = to.flatMap((views, i) =>
      views.map(([x, y]) => Math.hypot(x - from[i]![0], y - from[i]![1]) * unit),
    );
    const median = distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
    return FACTORS.find((factor) => factor * median >= APART * side);
  }
}

function away(from: Place, to: Place, factor: number): Place {
  return [from[0] + factor * (to[0] - from[0]), from[1] + factor * (to[1] - from[1])];
}

function reachOf(places: Place[]): number {
  return Math.max(0, ...places.flat().map(Math.abs)) || 1;
}
