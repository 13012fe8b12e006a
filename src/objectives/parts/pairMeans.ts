import type { Tensor } from "@tensorflow/tfjs";
import { EXCLUDED } from "./sentinels";

/** Mean similarity of the B positives, the diagonal of f [..., B, B]: [..., 1, 1]. */
export function positiveMean(f: Tensor, diagonal: Tensor): Tensor {
  return sumOfPairs(f.mul(diagonal)).div(sideOf(f));
}

/** Sum over all pairs, [..., 1, 1]. */
export function sumOfPairs(f: Tensor): Tensor {
  return f.sum([-2, -1], true);
}

/** 1/B on the diagonal: the gradient of `positiveMean`. */
export function positiveShares(diagonal: Tensor): Tensor {
  return diagonal.div(sideOf(diagonal));
}

/** 1/(B (B - 1)) off the diagonal: the weight of a negative in a mean over all of them. */
export function negativeShares(diagonal: Tensor): Tensor {
  return diagonal.neg().add(1).div(negativeCount(diagonal));
}

/**
 * The partition that the bounds on mutual information estimate from the negatives f_ij, i != j.
 *
 * @returns log mean e^{f_ij}, [..., 1, 1], and its gradient, the softmax over the negatives, [..., B, B]
 */
export function partition(f: Tensor, diagonal: Tensor): { logMean: Tensor; weights: Tensor } {
  const negatives = f.add(diagonal.mul(EXCLUDED));
  const largest = negatives.max([-2, -1], true);
  const terms = negatives.sub(largest).exp();
  const total = sumOfPairs(terms);
  return { logMean: largest.add(total.log()).sub(Math.log(negativeCount(f))), weights: terms.div(total) };
}

/** B. */
function sideOf(f: Tensor): number {
  return f.shape[f.rank - 1] ?? 0;
}

function negativeCount(f: Tensor): number {
  const side = sideOf(f);
  return side * (side - 1);
}
