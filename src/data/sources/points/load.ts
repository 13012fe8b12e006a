import { PART, type Part, RandomStream } from "../../../engine/randomStream";
import { say } from "../../../i18n/message";
import { heldOutCount } from "../../split";
import type { Dataset, Split } from "../../types";
import type { PointsOptions } from ".";
import { texts } from "./texts";

type Point = [x: number, y: number];
/** Draws one point of a class. */
type Sampler = (label: number, random: RandomStream) => Point;

const LAYOUTS = { rings, moons, gaussians } as const;

/**
 * Classes of points in the plane. The training points have mean 0 on each axis and mean square 1 over both axes
 * together: one scale, so that circles stay round. Point i is drawn from (seed, i) alone; its class is i mod classes.
 * A view is a point plus noise, so what there is to learn is which points are neighbors.
 */
export function loadPoints(options: PointsOptions, seed: number): Dataset {
  const { layout, classes, samples } = options;
  const sampler = LAYOUTS[layout](classes, new RandomStream(seed, PART.layout));
  const train = drawSplit(sampler, classes, samples, seed, PART.train);
  const test = drawSplit(sampler, classes, heldOutCount(samples), seed, PART.test);
  standardize(train.values, [train.values, test.values]);
  return {
    id: "points",
    title: say(texts.title, { layout: texts.layouts[layout], classes }),
    shape: [2],
    classNames: Array.from({ length: classes }, (_, label) => String(label + 1)),
    train,
    test,
  };
}

/** Up to four concentric rings, each cut into as many arcs as it has classes, with gaps between. */
function rings(classes: number, places: RandomStream): Sampler {
  const count = Math.min(4, classes);
  const turns = Array.from({ length: count }, () => places.uniform());
  return (label, random) => {
    const ring = label % count;
    const arcs = Math.ceil((classes - ring) / count);
    const arc = Math.floor(label / count);
    const share = arcs === 1 ? random.uniform() : random.uniform(0.1, 0.9);
    const radius = 0.6 * (ring + 1) + 0.06 * random.normal();
    return polar(radius, turns[ring]! + (arc + share) / arcs);
  };
}

/** Pairs of interleaved half circles, the pairs side by side on a grid. */
function moons(classes: number): Sampler {
  const columns = Math.ceil(Math.sqrt(classes / 2));
  return (label, random) => {
    const pair = Math.floor(label / 2);
    const [x, y] = polar(1, random.uniform(0, 0.5));
    const [moonX, moonY] = label % 2 === 0 ? [x - 0.5, y - 0.25] : [0.5 - x, 0.25 - y];
    return [
      4 * (pair % columns) + moonX + 0.08 * random.normal(),
      3 * Math.floor(pair / columns) + moonY + 0.08 * random.normal(),
    ];
  };
}

/** Stretched clusters at random places, each new one the farthest from the others of some candidates. */
function gaussians(classes: number, places: RandomStream): Sampler {
  const centers: Point[] = [];
  for (let label = 0; label < classes; label++) centers.push(farthest(centers, places));
  const spread = 0.3 / Math.sqrt(classes);
  const shapes = centers.map(() => ({ turn: places.uniform(), stretch: places.uniform(0.6, 1.4) }));
  return (label, random) => {
    const { turn, stretch } = shapes[label]!;
    const [cos, sin] = polar(spread, turn);
    const [along, across] = [stretch * random.normal(), random.normal()];
    const [x, y] = centers[label]!;
    return [x + cos * along - sin * across, y + sin * along + cos * across];
  };
}

/** Mitchell's best candidate: of 30 even draws from the square of side 2, the one farthest from what is there. */
function farthest(centers: Point[], places: RandomStream): Point {
  let best: Point = [0, 0];
  let bestGap = -1;
  for (let candidate = 0; candidate < 30; candidate++) {
    const [x, y]: Point = [places.uniform(-1, 1), places.uniform(-1, 1)];
    const gap = Math.min(...centers.map(([cx, cy]) => (x - cx) ** 2 + (y - cy) ** 2));
    if (gap > bestGap) [best, bestGap] = [[x, y], gap];
  }
  return best;
}

function polar(radius: number, turn: number): Point {
  const angle = 2 * Math.PI * turn;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function drawSplit(
  sampler: Sampler,
  classes: number,
  count: number,
  seed: number,
  part: Part,
): Split & { values: Float32Array } {
  const values = new Float32Array(2 * count);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % classes);
  for (let i = 0; i < count; i++) values.set(sampler(labels[i]!, new RandomStream(seed, part, i)), 2 * i);
  return { count, values, labels };
}

/** Shifts and scales all of `targets`, in place, by the mean and the common deviation of `reference`. */
function standardize(reference: Float32Array, targets: Float32Array[]): void {
  const count = reference.length / 2;
  const mean = [0, 0];
  for (const [i, value] of reference.entries()) mean[i % 2]! += value / count;
  let variance = 0;
  for (const [i, value] of reference.entries()) variance += (value - mean[i % 2]!) ** 2 / reference.length;
  const scale = 1 / Math.sqrt(variance);
  for (const target of targets) {
    for (let i = 0; i < target.length; i++) target[i] = (target[i]! - mean[i % 2]!) * scale;
  }
}
