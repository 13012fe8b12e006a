import type { Tensor } from "@tensorflow/tfjs";
import type { Rounding } from "./precision";

/**
 * One batch of logits as an objective sees it. N = 2B views are the anchors (second-last axis) and the
 * candidates (last axis); p(i) is the other view of anchor i, N(i) the M = 2B - 2 remaining views. Any number
 * of leading axes is allowed: an objective works on the last two and knows nothing of learners.
 */
export interface Contrasts {
  /** s_ip, logit of the positive: [..., N, 1]. */
  positive: Tensor;
  /** s_in, logits of the negatives: [..., N, N], -1e9 where the candidate is the anchor or its positive. */
  negatives: Tensor;
  /** v_i = log xi_i = logsumexp over N(i) of (s_in - s_ip): [..., N, 1]. */
  logXi: Tensor;
  /** w_in = softmax over N(i) of s_in: [..., N, N], exactly 0 outside N(i). */
  weights: Tensor;
  /** To the precision in which the loss is worked out; for what an objective computes from the logits itself. */
  round: Rounding;
}

/** Value of an objective and its gradient with respect to the logits, per anchor (not yet averaged over anchors). */
export interface LogitGradient {
  /** The objective's own value: [..., N, 1]. */
  value: Tensor;
  /** Derivative with respect to s_ip: [..., N, 1]. */
  positive: Tensor;
  /** Derivative with respect to s_in: [..., N, N], 0 outside N(i). */
  negatives: Tensor;
}
