/**
 * An objective as the body of a Python function of PyTorch tensors, which autograd differentiates. What the function is given
 * follows from the kind of the objective:
 *
 *     anchor       positive [A, 1], negatives [A, M]: logits of every anchor, as in contrasts.ts
 *     pairs        f [B, B]: similarities of first and second views
 *     embeddings   first, second [B, D]
 *     labels       scores [2B, C], labels [2B]
 *
 * then what it asks for besides, then the objective's options by their names in snake case. In the module are `torch`, `F`,
 * `math` and the helpers (helpers.ts). An anchor's logsumexp is `torch.logsumexp(x, 1, keepdim=True)`: in low precision another
 * function takes its place.
 */
export interface PyTorchLoss {
  /** Statements, the last of which returns the mean over the anchors. */
  body: string;
  /**
   * `tau`: what the cosines were divided by, without a gradient. `learned`: the objective's trained numbers. `batch`: whose `memory`
   * is what the objective has kept of each anchor, logarithms, and becomes what it keeps.
   */
  asks?: readonly ("tau" | "learned" | "batch")[];
  helpers?: readonly HelperId[];
}

/** The same formula as another objective's, of other anchors and negatives. */
export interface SameFormula<I extends string> {
  sameAs: I;
}

/** What several objectives have in common, by its name in Python. */
export type HelperId = "log_xi" | "off_diagonal" | "log_average" | "debiased_ratio";
