import type { Pairing } from "./contrasts";

/**
 * What an objective says to the fused head (ops/head): WGSL that stands beside its TensorFlow.js form. The head itself
 * knows none of them by name. WebAssembly's kernels read the bodies of rows and pairs from the same text (engine/wasm/formulas.ts).
 *
 * At hand in every body: `memory`, what the objective has kept (NEVER where nothing was), and `learned`, its first two
 * trained numbers. A body that keeps something sets `kept`; one that trains numbers adds to `of_learned`.
 */

/** An objective on the GPU, by the form that the gradient of its negatives has. */
export type ObjectiveWgsl = SoftmaxWgsl | PairwiseWgsl | ClassesWgsl | StandardizedWgsl;

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
   * `positive`, s_ip; `tau`, what the cosines were divided by; `count`, the number M of negatives; `x` and `mean` where
   * anchors are seen together.
   */
  row: string;
  /** Of an embedding objective, which views an anchor is compared with; the others say it themselves. */
  pairing?: Pairing;
  /** What stands in the exponent of a negative in place of `s`, its similarity, and its derivative: expressions of `s`. */
  exponent?: { value: string; slope: string };
  /** The weights are the derivatives of log sum e^{(1 + c) d} - log mean e^{c d}, which is then `v`. */
  concentration?: number;
  /**
   * An anchor's gradient depends on the others: on `mean`, log mean e^x over all anchors or over those of the same side.
   * `x` is this expression of `v`, `positive` and `tau`.
   */
  together?: { among: "all" | "side"; x: string };
}

/** The loss of an anchor is a function of s_ip, plus the mean over its negatives of a function of s_in and s_ip. */
export interface PairwiseWgsl {
  form: "pairwise";
  /** Body of a function of `p` = s_ip that returns the first function's value and derivative as a vec2f; `count` as above. */
  positive: string;
  /** Body of a function of `s` = s_in, `p` = s_ip and `count` that returns `Pair(value, by s, by p)` of the second one. */
  pair: string;
}

/** A loss of class scores, by itself for every view. */
export interface ClassesWgsl {
  form: "classes";
  /**
   * Body of a function of `view` that returns the view's loss and hands its gradient with respect to every score to
   * `put(view, c, gradient)`. At hand: `score(view, c)`, `target_of(view, c)` and the constant CLASSES.
   */
  view: string;
  /** The WebAssembly kernel that works the same out: a body with loops is no formula. */
  kernel: "crossEntropy";
}

/**
 * A loss of embeddings y that are centered over the batch: the sum over both sides of w sum_ij K_ij K'_ij and of a part of each
 * dimension. K_ij = y_i . y_j are products of rows within a side: |Y^T Y|^2 = |Y Y^T|^2, so that no matrix of D x D is needed.
 */
export interface StandardizedWgsl {
  form: "standardized";
  /** Where y is divided by its dimension's deviation, as in batch normalization: what is added to the variance. Null: it is not. */
  epsilon: number | null;
  /** Whose products K' are: of the side itself, or of the other one. */
  products: "own" | "other";
  /** w, an expression of BATCH and SIZE. */
  weight: string;
  /**
   * Body of a function of a dimension of a side that returns `Dimension(value, of_own, of_other, of_raw)`: its part of the
   * value, and the factors of y, of the other side's y' and of z - z' in the gradient with respect to y. At hand: `variance`,
   * biased; `agreement`, mean y y' over the batch; `distance`, mean (z - z')^2; BATCH and SIZE, as numbers.
   */
  dimension: string;
}
