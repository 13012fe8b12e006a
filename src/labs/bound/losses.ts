import * as tf from "@tensorflow/tfjs";
import type { Judgment } from "./critic";
import type { BoundObjective } from "./schema";

/** Stands for -infinity: exp is exactly 0 there. */
const EXCLUDED = -1e9;

/** A batch's scores as the losses need them. */
interface Parts {
  /** f_ij, [K, K]. */
  all: tf.Tensor;
  /** f_ii, [K, 1]. */
  pairs: tf.Tensor;
  /** f_ij, hugely negative on the diagonal. */
  others: tf.Tensor;
  /** log sum_{j != i} e^{f_ij - f_ii}, [K, 1]. */
  v: tf.Tensor;
  /** K - 1. */
  count: number;
  u: tf.Tensor | null;
}

/**
 * What each objective minimizes, as a mean over the pairs; the bounds of estimators.ts with their sign changed. FlatNCE
 * stands for its gradient: that of v (arXiv 2107.01152, section 3). JSD: arXiv 1606.00709, table 6.
 */
const LOSSES: Record<BoundObjective, (parts: Parts) => tf.Tensor> = {
  infoNce: ({ all, pairs }) => all.logSumExp(1, true).sub(pairs),
  flatNce: ({ v }) => v,
  flo: ({ v, u, count }) => {
    if (!u) throw new Error("FLO needs a critic with a dual.");
    return u.add(v.sub(u).exp().div(count));
  },
  nwj: ({ others, pairs, count }) => others.sub(1).exp().sum(1, true).div(count).sub(pairs),
  dv: ({ others, pairs, count }) =>
    others
      .logSumExp()
      .sub(Math.log(count * (count + 1)))
      .sub(pairs),
  jsd: ({ others, pairs, count }) => pairs.neg().softplus().add(others.softplus().sum(1, true).div(count)),
};

/** The loss of a batch, []. */
export function criticLoss(objective: BoundObjective, { scores, u }: Judgment): tf.Scalar {
  const [size] = scores.shape;
  const diagonal = tf.eye(size);
  const pairs = scores.mul(diagonal).sum(1, true);
  const others = scores.add(diagonal.mul(EXCLUDED));
  const v = others.sub(pairs).logSumExp(1, true);
  return LOSSES[objective]({ all: scores, pairs, others, v, count: size - 1, u })
    .mean()
    .asScalar();
}
