import type { Classification, Classifier, LabeledBank, Predictions } from "../types";
import { allFinite } from "./vectors";

/** What kNN and the linear probe have in common. */

/** Of all classes, for one sample. */
export interface ClassScores {
  values: Float64Array;
  /** What the values are counted in. */
  unit: number;
}

/**
 * A classifier that takes the class of the highest score, the first among equals.
 * @param scoresOf for one of the queries [m, dimension]
 */
export function classifierOf(
  { bank, dimension }: LabeledBank,
  scoresOf: (queries: Float32Array, query: number) => ClassScores,
): Classifier {
  const isSound = allFinite(bank);
  return (queries) => {
    const count = queries.length / dimension;
    const predictions: Predictions = {
      classes: new Int32Array(count).fill(-1),
      scores: new Float32Array(count).fill(Number.NaN),
    };
    for (let query = 0; query < count; query++) {
      if (!isSound || !allFinite(queries.subarray(query * dimension, (query + 1) * dimension))) continue;
      const { values, unit } = scoresOf(queries, query);
      const best = Math.max(...values);
      predictions.classes[query] = values.indexOf(best);
      predictions.scores[query] = best / unit;
    }
    return predictions;
  };
}

/** Fraction of queries that are of the class that they are taken for; NaN when a feature is not finite. */
export function shareCorrect(classify: Classifier, { queries, queryLabels }: Classification): number {
  const { classes } = classify(queries);
  if (classes.includes(-1)) return Number.NaN;
  return classes.reduce((sum, label, i) => sum + (label === queryLabels[i] ? 1 : 0), 0) / classes.length;
}
