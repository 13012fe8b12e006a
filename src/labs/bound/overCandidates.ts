import { describe } from "../../record/statistics/describe";
import { softplus } from "./batchSums";
import { correlation, drawPairs, logRatios } from "./gaussians";

/**
 * What InfoNCE reads of a known mutual information, and what it lets an anchor count, by the number of candidates K: all K
 * from the same draws, each K being a part of the next. The critic is the true log ratio, so what is left is the bound's own.
 */

/** Each power of two and the middle on the way to the next: 2, 3, 4, 6, ... 4096. */
export const CANDIDATES: readonly number[] = Array.from({ length: 12 }, (_, i) => 2 ** (i + 1)).flatMap((power) =>
  power < 4096 ? [power, 1.5 * power] : [power],
);
/** Dimensions of the two vectors, as in the Bound lab. */
const DIMENSIONS = 20;
/** Anchors of a batch that are looked at; the mean over them has the mean over all. */
const ANCHORS = 32;
/** Its own stream of random numbers, apart from the lab's, whose streams are its K. */
const DRAW = { seed: 1, stream: 0 };

/** Means over the batches so far, with the standard error of each mean. */
export interface AtCandidates {
  k: number;
  /** InfoNCE's estimate: mean of log K - log(1 + xi), in nats. */
  estimate: number;
  estimateError: number;
  /** Vanishing factor: mean of xi / (1 + xi). */
  factor: number;
  factorError: number;
}

/** The two means of one batch at each K. */
interface BatchMeans {
  estimate: number[];
  factor: number[];
}

/** @param mi the true mutual information, in nats @param index which batch; a batch is a function of both */
export function measureBatch(mi: number, index: number): BatchMeans {
  const count = CANDIDATES.at(-1) as number;
  const rho = correlation(mi, DIMENSIONS);
  const pairs = drawPairs(count, DIMENSIONS, rho, { ...DRAW, index });
  const scores = logRatios(pairs, rho, ANCHORS);
  const estimate = CANDIDATES.map(() => 0);
  const factor = CANDIDATES.map(() => 0);
  for (let i = 0; i < ANCHORS; i++)
    logXiOf(scores.subarray(i * count, (i + 1) * count), i).forEach((v, at) => {
      estimate[at] = (estimate[at] as number) + (Math.log(CANDIDATES[at] as number) - softplus(v)) / ANCHORS;
      factor[at] = (factor[at] as number) + Math.exp(-softplus(-v)) / ANCHORS;
    });
  return { estimate, factor };
}

/**
 * v = log xi of an anchor at each K: log sum over the first K - 1 others of e^(f_ij - f_ii), as a running sum that is scaled
 * by its largest term.
 *
 * @param scores of the anchor with all candidates @param own place of its positive
 */
function logXiOf(scores: Float64Array, own: number): number[] {
  const positive = scores[own] as number;
  const values: number[] = [];
  let [largest, sum, others] = [Number.NEGATIVE_INFINITY, 0, 0];
  scores.forEach((score, j) => {
    if (j === own) return;
    if (score > largest) {
      sum = sum * Math.exp(largest - score) + 1;
      largest = score;
    } else sum += Math.exp(score - largest);
    if (++others === (CANDIDATES[values.length] as number) - 1) values.push(largest + Math.log(sum) - positive);
  });
  return values;
}

/** @param batches at least two, of one mutual information */
export function summarize(batches: readonly BatchMeans[]): AtCandidates[] {
  const of = (values: number[]) => {
    const { mean, sd } = describe(values);
    return { mean: mean ?? Number.NaN, error: (sd ?? Number.NaN) / Math.sqrt(values.length) };
  };
  return CANDIDATES.map((k, at) => {
    const estimate = of(batches.map((batch) => batch.estimate[at] as number));
    const factor = of(batches.map((batch) => batch.factor[at] as number));
    return {
      k,
      estimate: estimate.mean,
      estimateError: estimate.error,
      factor: factor.mean,
      factorError: factor.error,
    };
  });
}
