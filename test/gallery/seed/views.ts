import type { ExperimentConfig } from "../../../src/config/schema";
import type { DatasetSummary } from "../../../src/data/types";
import { normalizeRows, principalPlane } from "../../../src/metrics/math/pca";
import type { AnchorBatch, SamplePictures, ViewsSnapshot } from "../../../src/record/events";
import { pairsOf } from "./data";
import { normal } from "./draws";

const EMBEDDED = 240;
const BATCH = 12;
const PAIRS = 6;
const MOST_DIMENSIONS = 8;

/** Held-out samples as the learners of a run place them: clusters, which the later arms, and later steps, tell apart better. */
export function viewsOf(config: ExperimentConfig, dataset: DatasetSummary, step: number): ViewsSnapshot {
  const classes = Math.max(1, dataset.classNames.length);
  const size = Math.min(MOST_DIMENSIONS, config.encoder.projection);
  const untrained = 1 - step / config.steps;
  return {
    step,
    arms: config.arms.map((_, arm) => ({
      arm,
      seed: 0,
      ...embeddedBy(arm, { classes, size, spread: 0.45 - 0.25 * arm + 0.6 * untrained }),
      similarity: similarityOf(arm),
      similarityCount: 2 * BATCH,
      temperature: config.arms[arm]?.temperature ?? config.temperature,
    })),
    labels: dataset.labeled ? Uint8Array.from({ length: EMBEDDED }, (_, i) => i % classes) : null,
    pairs: pairsOf(dataset, PAIRS),
  };
}

/** Pictures by the samples they are of: their noise takes longer to draw than most exhibits. */
const drawn = new WeakMap<object, SamplePictures>();

/** The samples of the embedding: those of the data that the page shows, by their classes. */
export function picturesOf(dataset: DatasetSummary): SamplePictures {
  const known = drawn.get(dataset.samples.values);
  if (known) return known;
  const pictures = drawPictures(dataset);
  drawn.set(dataset.samples.values, pictures);
  return pictures;
}

function drawPictures(dataset: DatasetSummary): SamplePictures {
  const { shape, samples } = dataset;
  const length = shape.reduce((a, b) => a * b, 1);
  // Classes come in turn, here as there.
  const values = new (samples.values.constructor as typeof Float32Array)(EMBEDDED * length);
  values.forEach((_, i) => {
    values[i] = samples.values[i % samples.values.length] as number;
  });
  const scale = shape.length === 3 ? 255 : 1;
  const pairs = pairsOf({ ...dataset, samples: { ...samples, values } }, EMBEDDED);
  const views = new (values.constructor as typeof Float32Array)(pairs.values.map((value) => value * scale));
  return { values, views, count: EMBEDDED, shape };
}

/** The first samples of the embedding. */
export function anchorsOf(dataset: DatasetSummary): AnchorBatch {
  return { pairs: pairsOf(dataset, BATCH), samples: Int32Array.from({ length: BATCH }, (_, i) => i) };
}

interface Clusters {
  classes: number;
  size: number;
  /** How far samples lie from the middle of their class. */
  spread: number;
}

/** Two dimensions: classes around the circle; more: around it in the first two, and close together in the others. */
function embeddedBy(arm: number, { classes, size, spread }: Clusters) {
  const rows = Array.from({ length: EMBEDDED }, (_, i) => {
    const noise = (axis: number) => normal("views", arm, axis + 1, i);
    const turn = (2 * Math.PI * (i % classes)) / classes + (size === 2 ? spread * noise(0) : 0);
    const center = [Math.cos(turn), Math.sin(turn), (i % 3) - 1];
    return Array.from(
      { length: size },
      (_, axis) => (center[axis] ?? 0) + (size === 2 ? 0 : 0.6 * spread * noise(axis)),
    );
  });
  const embedding = normalizeRows(Float32Array.from(rows.flat()), size);
  if (size === 2) return { embedding, size, plane: embedding, explained: 1 };
  const { coordinates, explained } = principalPlane(embedding, size);
  return { embedding, size, plane: coordinates, explained };
}

/** Positives close to 1, negatives around 0. */
function similarityOf(arm: number): Float32Array {
  const size = 2 * BATCH;
  const matrix = new Float32Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const noise = normal("similarity", arm, i, j);
      const cosine = i === j ? 1 : i - j === BATCH ? 0.85 + 0.05 * noise : 0.3 - 0.25 * arm + 0.2 * noise;
      matrix[i * size + j] = Math.max(-1, Math.min(1, cosine));
      matrix[j * size + i] = matrix[i * size + j] as number;
    }
  return matrix;
}
