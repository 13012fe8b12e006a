import type * as tf from "@tensorflow/tfjs";

/**
 * All parameters of a cohort as one flat tensor, so that one dispatch can go over all of them: one parameter after the
 * other, each as [L, size]. Gradients and optimizer states lie in flat tensors of the same layout.
 */

/** What a parameter is to an optimizer. */
export const ROLE = {
  weights: 0,
  /** A bias or the like: LARS neither decays nor scales it. */
  exempt: 1,
  /** A number of an arm's loss: nothing decays it, LARS does not scale it, and norms that are matched are without it. */
  ofLoss: 2,
} as const;

/** One parameter's place, in elements. */
interface FlatPart {
  offset: number;
  /** Elements of one learner. */
  size: number;
  role: (typeof ROLE)[keyof typeof ROLE];
}

export interface FlatLayout {
  learners: number;
  parts: FlatPart[];
  /** Elements of the flat tensor; those between the parts are 0 and stay so. */
  length: number;
}

/** int32 [chunks, 4]: first element, number of elements, learner, role. No chunk holds two learners. */
export interface Chunks {
  tensor: tf.TensorInfo;
  count: number;
}

/** Rows of a chunk table, sorted by part, then learner: chunks of at most `most` numbers, or whole parts of a learner. */
export function chunkRows(layout: FlatLayout, most = Number.MAX_SAFE_INTEGER): number[][] {
  return layout.parts.flatMap(({ offset, size, role }) =>
    Array.from({ length: layout.learners }, (_, learner) => {
      const start = offset + learner * size;
      return Array.from({ length: Math.ceil(size / most) }, (_, piece) => {
        const numbers = Math.min(most, size - piece * most);
        return [start + piece * most, numbers, learner, role];
      });
    }).flat(),
  );
}
