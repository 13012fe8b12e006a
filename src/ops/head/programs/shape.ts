import { lookupWgsl } from "../../../engine/wgsl/lookup";
import { assertPairs } from "../contrasts";

/**
 * Sizes of the fused head. Its own tensors are padded with zeros to whole vectors of four, in the views as well as in the
 * dimensions, so that no inner loop has a remainder: unit [L, ROWS, VECTORS] of vec4f, matrices [L, ROWS, ROWS].
 */
export interface HeadShape {
  learners: number;
  /** N = 2B. */
  views: number;
  /** D. */
  size: number;
  /** N rounded up to a multiple of 4. */
  rows: number;
  /** Vectors of four in D, rounded up. */
  vectors: number;
  /** Samples of each learner's own batch, the first rows of each half; null where all have as many as there are rows. */
  own: readonly number[] | null;
}

/**
 * @param shape of the embeddings, [L, N, D]
 * @throws when a batch has fewer than two samples
 */
export function headShape([learners, views, size]: [number, number, number], own: HeadShape["own"] = null): HeadShape {
  assertPairs(views);
  return { learners, views, size, rows: 4 * Math.ceil(views / 4), vectors: Math.ceil(size / 4), own };
}

/** The sizes as WGSL constants, where all learners have as many rows. */
export function shapeConstants({ learners, views, size, rows, vectors }: HeadShape) {
  return { LEARNERS: learners, VIEWS: views, SAMPLES: views / 2, SIZE: size, ROWS: rows, VECTORS: vectors };
}

/**
 * The sizes for programs that learners of different batch sizes may have. VIEWS and SAMPLES are the own ones of the learner that
 * was named to `see_learner` last: a program counts a learner's views from 0 to VIEWS, first views in front, as if there were no
 * others. Tensors of the batch [L, N, ...], ALL_VIEWS by constant, are read and written at `row_of(i)`; what lies beyond VIEWS
 * has the rows that are nobody's.
 */
export function shapeSource(shape: HeadShape): { constants: Record<string, number>; wgsl: string } {
  const { VIEWS, SAMPLES, ...others } = shapeConstants(shape);
  const all = { ...others, ALL_VIEWS: VIEWS, ALL_SAMPLES: SAMPLES };
  if (!shape.own) return { constants: { VIEWS, SAMPLES, ...all }, wgsl: ALL_ROWS_WGSL };
  return { constants: all, wgsl: lookupWgsl("own_samples", shape.own) + OWN_ROWS_WGSL };
}

const ALL_ROWS_WGSL = /* wgsl */ `
fn see_learner(learner: u32) {}
fn row_of(i: u32) -> u32 { return i; }`;

// No constants, but named like those that they stand for: the bodies of metrics and objectives are the same for both.
const OWN_ROWS_WGSL = /* wgsl */ `
var<private> VIEWS: u32;
var<private> SAMPLES: u32;
fn see_learner(learner: u32) {
  SAMPLES = own_samples(learner);
  VIEWS = 2u * SAMPLES;
}
fn row_of(i: u32) -> u32 {
  if (i < SAMPLES) { return i; }
  if (i < VIEWS) { return i + ALL_SAMPLES - SAMPLES; }
  return select(i, i - SAMPLES, i < ALL_SAMPLES + SAMPLES);
}`;
