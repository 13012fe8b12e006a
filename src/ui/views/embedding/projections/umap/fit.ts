import { UMAP } from "umap-js";
import { PART, RandomStream } from "../../../../../engine/randomStream";
import { nearestSamples } from "../../../../../record/embedding/neighbors";
import { NEIGHBORS } from "./neighbors";

/** UMAP of embeddings on the sphere: by exact neighbors in cosine, from a layout that is given, with seeded random numbers. */

export interface UmapRequest {
  /** Rows of unit length, [count, size]. */
  embedding: Float32Array;
  size: number;
  /** Places to begin from, [count, 2]. */
  start: Float32Array;
  /** Whether the start is a layout of nearly the same embedding, which then needs less. */
  isNear: boolean;
}

const SEED = 1;
/** Passes over all pairs, and how far a point goes in the first of them, which falls to 0. */
const FRESH = { nEpochs: 300, learningRate: 1 };
const NEAR = { nEpochs: 100, learningRate: 0.4 };
/** How far to either side the places to begin from lie: the scale that UMAP lays out to. */
const SPREAD = 10;
/** Passes between two reports. */
const PART_OF_RUN = 10;

export interface UmapStep {
  /** Share of the work that is done, 0..1. */
  share: number;
  /** Places so far, [count, 2]. */
  layout: Float32Array;
}

/** Lays the samples out a part at a time; the last step has the layout. The same request has the same layouts. */
export function* umapSteps({ embedding, size, start, isNear }: UmapRequest): Generator<UmapStep> {
  const random = new RandomStream(SEED, PART.layout);
  const umap = new UMAP({ nNeighbors: NEIGHBORS, random: () => random.uniform(), ...(isNear ? NEAR : FRESH) });
  const rows = Array.from({ length: embedding.length / size }, (_, row) => [
    ...embedding.subarray(row * size, (row + 1) * size),
  ]);
  const neighbors = rows.map((_, row) => neighborsOf(embedding, size, row));
  umap.setPrecomputedKNN(
    neighbors.map((own) => own.map(({ sample }) => sample)),
    neighbors.map((own) => own.map(({ distance }) => distance)),
  );
  const epochs = umap.initializeFit(rows);
  // The library begins at random places. Its list of them is the one that it works on.
  putAt(umap.getEmbedding(), start);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    umap.step();
    if (epoch % PART_OF_RUN === 0 || epoch === epochs)
      yield { share: epoch / epochs, layout: Float32Array.from(umap.getEmbedding().flat()) };
  }
}

/** The nearest samples by cosine distance, itself in front, as the library wants them. */
function neighborsOf(embedding: Float32Array, size: number, row: number): { sample: number; distance: number }[] {
  const others = nearestSamples({ embedding, size }, row, NEIGHBORS - 1);
  const distances = others.map(({ sample, similarity }) => ({ sample, distance: Math.max(0, 1 - similarity) }));
  return [{ sample: row, distance: 0 }, ...distances];
}

function putAt(places: number[][], start: Float32Array): void {
  const scale = SPREAD / (start.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1);
  places.forEach((place, sample) => {
    place[0] = (start[2 * sample] as number) * scale;
    place[1] = (start[2 * sample + 1] as number) * scale;
  });
}
