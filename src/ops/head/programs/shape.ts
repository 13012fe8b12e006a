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
}

/**
 * @param shape of the embeddings, [L, N, D]
 * @throws when a batch has fewer than two samples
 */
export function headShape([learners, views, size]: [number, number, number]): HeadShape {
  assertPairs(views);
  return { learners, views, size, rows: 4 * Math.ceil(views / 4), vectors: Math.ceil(size / 4) };
}

/** The sizes as WGSL constants. */
export function shapeConstants({ learners, views, size, rows, vectors }: HeadShape): Record<string, number> {
  return { LEARNERS: learners, VIEWS: views, SAMPLES: views / 2, SIZE: size, ROWS: rows, VECTORS: vectors };
}
