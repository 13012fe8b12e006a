import { anchorWeightOf, type ObjectiveSettings } from "../../objectives";
import { negativesOf } from "../anchors/negatives";
import { pairingOf, softmax } from "../anchors/reading";
import type { ArmTrace } from "../events";
import { directionIn, type Plane, placeIn } from "./plane";

/** What an update did in one learner, from the embeddings of its batch alone. */

interface Traced {
  arm: number;
  settings: ObjectiveSettings;
  temperature: number;
  /** Embeddings of the whole batch as unit rows [2B, size], first views in front: before the update, and after it. */
  before: Float32Array;
  after: Float32Array;
  size: number;
  /** Samples that are drawn, n: the first of the B. */
  samples: number;
  plane: Plane;
  /** Whether an anchor's negatives are keys of a queue, which are not known here. */
  hasQueue: boolean;
}

export function traceArm(traced: Traced): ArmTrace {
  const { arm, temperature, plane, before, after } = traced;
  const views = drawnViews(traced);
  const rows = (of: Float32Array) => views.map((view) => rowOf(of, view, traced.size));
  const drawn = rows(before);
  return {
    arm,
    temperature,
    circle: plane.circle,
    explained: plane.explained,
    before: flat(drawn.map((row) => placeIn(plane, row))),
    after: flat(rows(after).map((row) => placeIn(plane, row))),
    similarity: flat(drawn.map((a) => drawn.map((b) => dot(a, b)))),
    ...traceAnchors(traced),
  };
}

/** Places of the drawn views in the batch: first views, then second views. */
function drawnViews({ before, size, samples }: Traced): number[] {
  const pairs = before.length / size / 2;
  return Array.from({ length: 2 * samples }, (_, i) => (i < samples ? i : i - samples + pairs));
}

function traceAnchors(traced: Traced): Pick<ArmTrace, "logXi" | "weight" | "pull" | "push"> {
  const { settings, plane, hasQueue } = traced;
  const anchors = Array.from({ length: traced.samples }, (_, anchor) => forcesOnAnchor(traced, anchor));
  const weigh = hasQueue ? null : anchorWeightOf(settings);
  const inPlane = (of: (forces: UnitForces) => Float64Array) =>
    flat(anchors.map((forces) => directionIn(plane, of(forces))));
  return {
    logXi: Float32Array.from(anchors, ({ logXi }) => logXi),
    weight: weigh && Float32Array.from(anchors, ({ logXi }) => weigh(logXi)),
    pull: inPlane(({ pull }) => pull),
    push: inPlane(({ push }) => push),
  };
}

interface UnitForces {
  logXi: number;
  /** On the anchor's embedding, tangential to the sphere. */
  pull: Float64Array;
  push: Float64Array;
}

/** Log xi of an anchor among the whole batch, and the forces of its own loss at weight 1. */
function forcesOnAnchor({ before, size, settings, temperature }: Traced, anchor: number): UnitForces {
  const pairs = before.length / size / 2;
  const row = (view: number) => rowOf(before, view, size);
  const own = row(anchor);
  const positive = row(anchor + pairs);
  const negatives = negativesOf(pairingOf(settings), anchor, pairs).map(row);
  const closeness = dot(own, positive);
  const { logSum, shares } = softmax(negatives.map((negative) => (dot(own, negative) - closeness) / temperature));
  const centroid = new Float64Array(size);
  negatives.forEach((negative, n) => {
    const share = shares[n] as number;
    for (let d = 0; d < size; d++) centroid[d]! += share * (negative[d] as number);
  });
  return {
    logXi: logSum,
    pull: tangential(positive, own, 1 / temperature),
    push: tangential(centroid, own, -1 / temperature),
  };
}

/** The part of a vector that moves `at` along the sphere, times a factor. */
function tangential(vector: ArrayLike<number>, at: ArrayLike<number>, factor: number): Float64Array {
  const radial = dot(vector, at);
  return Float64Array.from(vector, (value, d) => factor * (value - radial * (at[d] as number)));
}

function rowOf(rows: Float32Array, row: number, size: number): Float32Array {
  return rows.subarray(row * size, (row + 1) * size);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}

function flat(rows: number[][]): Float32Array {
  return Float32Array.from(rows.flat());
}
