import type { Tensor } from "@tensorflow/tfjs";

/**
 * Which views an anchor is compared with, beside its positive. Of N = 2B views, first views in front:
 * `allViews`: the 2B - 2 others (NT-Xent); `bothWays`: the B - 1 others among the second views for a first view, and the
 * other way round (CLIP); `oneWay`: the same, but only first views are anchors; `sameView`: the B - 1 others of its own
 * half (DHEL).
 */
export type Pairing = "allViews" | "bothWays" | "oneWay" | "sameView";

/** Rounds a float32 tensor to numbers that another format holds: to nearest, ties to even. */
export type Rounding = (x: Tensor) => Tensor;

/** A number, or a tensor that broadcasts against [..., N, N], such as [L, 1, 1]. */
export type Temperature = number | Tensor;

/**
 * One batch of logits as an objective sees it: N anchors (second-last axis), K candidates (last axis). p(i) is the positive
 * of anchor i, N(i) its M negatives. In a batch, N = K = 2B views; with a queue, the candidates are its K keys. Any number
 * of leading axes is allowed: an objective works on the last two and knows nothing of learners.
 */
export interface Contrasts {
  /** s_ip, logit of the positive: [..., N, 1]. */
  positive: Tensor;
  /** s_in, logits of the negatives: [..., N, K], -1e9 where the candidate is none. */
  negatives: Tensor;
  /** v_i = log xi_i = logsumexp over N(i) of (s_in - s_ip): [..., N, 1]. */
  logXi: Tensor;
  /** w_in = softmax over N(i) of s_in: [..., N, K], exactly 0 outside N(i). */
  weights: Tensor;
  /** M, the number of negatives of an anchor. */
  count: number;
  /** What the similarities were divided by; broadcasts against [..., N, 1]. */
  temperature: Temperature;
  /** To the precision in which the loss is worked out; for what an objective computes from the logits itself. */
  round: Rounding;
}

/** Value of an objective and its gradient with respect to the logits, per anchor (not yet averaged over anchors). */
export interface LogitGradient {
  /** The objective's own value: [..., N, 1]. */
  value: Tensor;
  /** Derivative with respect to s_ip: [..., N, 1]. */
  positive: Tensor;
  /** Derivative with respect to s_in: [..., N, K], 0 outside N(i). */
  negatives: Tensor;
}
