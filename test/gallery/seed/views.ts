import type { ExperimentConfig } from "../../../src/config/schema";
import type { DatasetSummary } from "../../../src/data/types";
import type { AnchorBatch, ViewsSnapshot } from "../../../src/record/events";
import { pairsOf } from "./data";
import { normal } from "./draws";

const EMBEDDED = 240;
const BATCH = 12;
const PAIRS = 6;

/** Held-out samples as the learners of a run place them: clusters, which the later arms tell apart better. */
export function viewsOf(config: ExperimentConfig, dataset: DatasetSummary, step: number): ViewsSnapshot {
  const classes = Math.max(1, dataset.classNames.length);
  const circle = config.encoder.projection === 2;
  return {
    step,
    arms: config.arms.map((_, arm) => ({
      arm,
      seed: 0,
      embedding: circle ? onCircle(arm, classes) : inPlane(arm, classes),
      circle,
      explained: circle ? 1 : 0.42 - 0.06 * arm,
      similarity: similarityOf(arm),
      similarityCount: 2 * BATCH,
      temperature: config.arms[arm]?.temperature ?? config.temperature,
    })),
    labels: dataset.labeled ? Uint8Array.from({ length: EMBEDDED }, (_, i) => i % classes) : null,
    pairs: pairsOf(dataset, PAIRS),
  };
}

/** The first samples of the embedding. */
export function anchorsOf(dataset: DatasetSummary): AnchorBatch {
  return { pairs: pairsOf(dataset, BATCH), samples: Int32Array.from({ length: BATCH }, (_, i) => i) };
}

function onCircle(arm: number, classes: number): Float32Array {
  return pointsOf((i) => {
    const turn = (2 * Math.PI * (i % classes)) / classes + (0.45 - 0.25 * arm) * normal("views", arm, 1, i);
    return [Math.cos(turn), Math.sin(turn)];
  });
}

function inPlane(arm: number, classes: number): Float32Array {
  const spread = 0.42 - 0.2 * arm;
  return pointsOf((i) => {
    const turn = (2 * Math.PI * (i % classes)) / classes;
    const radius = 1 + 0.5 * (i % 2);
    return [
      radius * Math.cos(turn) + spread * normal("views", arm, 2, i),
      radius * Math.sin(turn) + spread * normal("views", arm, 3, i),
    ];
  });
}

function pointsOf(place: (i: number) => [number, number]): Float32Array {
  return Float32Array.from(Array.from({ length: EMBEDDED }, (_, i) => place(i)).flat());
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
