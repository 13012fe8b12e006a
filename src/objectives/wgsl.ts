/**
 * What an objective says to the fused head (ops/head): WGSL that stands beside its TensorFlow.js form. The head itself
 * knows none of them by name.
 */

/** An objective on the GPU, by the form that the gradient of its negatives has. */
export type ObjectiveWgsl = SoftmaxWgsl | PairwiseWgsl;

/** The gradient of the negatives is a multiple of softmax weights. */
export interface SoftmaxWgsl {
  form: "softmax";
  /**
   * What the softmax is over. `negatives`: the contrasts s_in - s_ip of the M negatives, as in log xi. `candidates`: the
   * raw logits of the negatives and of the positive, as in a cross-entropy.
   */
  over: "negatives" | "candidates";
  /**
   * Body of a function that returns `LogitGradient(value, positive, negatives)` of one anchor: its value, dL/ds_ip, and
   * the factor that turns the softmax weights into dL/ds_in. At hand: `v`, the logarithm of the softmax's denominator,
   * which is log xi over the negatives; over the candidates also `p` and `log_p`, the positive's weight and its logarithm;
   * `positive`, s_ip; `tau`, what the cosines were divided by; `count`, the number M of negatives.
   */
  row: string;
}

/** The loss of an anchor is a function of s_ip, plus the mean over its negatives of a function of s_in and s_ip. */
export interface PairwiseWgsl {
  form: "pairwise";
  /** Body of a function of `p` = s_ip that returns the first function's value and derivative as a vec2f. */
  positive: string;
  /** Body of a function of `s` = s_in and `p` = s_ip that returns `Pair(value, by s, by p)` of the second one. */
  pair: string;
}
