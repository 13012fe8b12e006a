import type { Classification, Classifier, LabeledBank } from "../types";
import { type ClassScores, classifierOf, shareCorrect } from "./classifier";
import { dot } from "./vectors";

/** The nearest samples so far, most similar first. */
interface Neighbors {
  similarities: Float64Array;
  labels: Int32Array;
  count: number;
}

/** How neighbors vote: so many of them, each with weight e^{cos / temperature}. */
interface Votes {
  k: number;
  temperature: number;
}

/** @returns fraction of queries whose class the vote of their neighbors names (`knnClassifier`); NaN when a feature is not finite */
export function knnAccuracy(task: Classification & Votes): number {
  return shareCorrect(knnClassifier(task, task), task);
}

/**
 * Weighted k nearest neighbors: the k bank samples of the largest cosine vote with weight e^{cos / T}.
 * Ties go to the lower index, so that the result is a function of the features alone. The score of a class is its share of
 * all votes, 0..1.
 */
export function knnClassifier(known: LabeledBank, { k, temperature }: Votes): Classifier {
  const { dimension, classes, bankLabels } = known;
  const bank = unitRows(known.bank, dimension);
  return classifierOf(known, (queries, query) => {
    const own = unitRows(queries.subarray(query * dimension, (query + 1) * dimension), dimension);
    return vote(nearest(own, bank, { k, dimension, bankLabels }), classes, temperature);
  });
}

function unitRows(rows: Float32Array, size: number): Float64Array {
  const unit = Float64Array.from(rows);
  for (let row = 0; row < unit.length; row += size) {
    const length = Math.sqrt(dot(unit, row, unit, row, size)) || 1;
    for (let i = row; i < row + size; i++) unit[i] = (unit[i] as number) / length;
  }
  return unit;
}

function nearest(
  query: Float64Array,
  bank: Float64Array,
  { k, dimension, bankLabels }: { k: number; dimension: number; bankLabels: ArrayLike<number> },
): Neighbors {
  const found: Neighbors = { similarities: new Float64Array(k), labels: new Int32Array(k), count: 0 };
  for (let sample = 0; sample < bank.length / dimension; sample++) {
    insert(found, dot(query, 0, bank, sample * dimension, dimension), bankLabels[sample] as number);
  }
  return found;
}

/** Keeps the list sorted; what falls off its end is forgotten. */
function insert(found: Neighbors, similarity: number, label: number): void {
  const { similarities, labels } = found;
  const full = found.count === labels.length;
  if (full && similarity <= (similarities[found.count - 1] as number)) return;
  let place = full ? found.count - 1 : found.count++;
  for (; place > 0 && (similarities[place - 1] as number) < similarity; place--) {
    similarities[place] = similarities[place - 1] as number;
    labels[place] = labels[place - 1] as number;
  }
  similarities[place] = similarity;
  labels[place] = label;
}

/** Weights relative to the nearest, which changes no vote and cannot overflow. */
function vote({ similarities, labels, count }: Neighbors, classes: number, temperature: number): ClassScores {
  const votes = new Float64Array(classes);
  let unit = 0;
  for (let i = 0; i < count; i++) {
    const label = labels[i] as number;
    const weight = Math.exp(((similarities[i] as number) - (similarities[0] as number)) / temperature);
    votes[label] = (votes[label] as number) + weight;
    unit += weight;
  }
  return { values: votes, unit };
}
