import { labelObjective } from "./define";

/** Softmax cross-entropy of a linear classifier on the features: what the same encoder reaches with labels. */
export const supervised = labelObjective({
  id: "supervised",
  label: "Supervised",
  formula: String.raw`-\log \frac{e^{a_{i y_i}}}{\sum_c e^{a_{ic}}},\quad a_i = W^\top h_i + b`,
  summary:
    "The ceiling: the same encoder trained with the labels of the whole training split. The loss sees h alone, so what is measured of z is that of an untrained projection head.",
  source: "Softmax cross-entropy; the supervised baseline of SimCLR, arXiv 2002.05709, section 6",
  group: { id: "ceiling", place: 10 },
  classify: (scores, targets) => {
    const ofOwnClass = scores.mul(targets).sum(-1, true);
    return {
      value: scores.sub(ofOwnClass).logSumExp(-1, true),
      gradient: scores
        .softmax()
        .sub(targets)
        .div(scores.shape.at(-2) ?? 1),
    };
  },
  wgsl: () => ({
    form: "classes",
    view: /* wgsl */ `
      var largest = score(view, 0u);
      var own = 0.0;
      for (var c = 0u; c < CLASSES; c++) {
        largest = max(largest, score(view, c));
        own += target_of(view, c) * score(view, c);
      }
      var total = 0.0;
      for (var c = 0u; c < CLASSES; c++) { total += exp(score(view, c) - largest); }
      for (var c = 0u; c < CLASSES; c++) { put(view, c, exp(score(view, c) - largest) / total - target_of(view, c)); }
      return largest + log(total) - own;`,
    kernel: "crossEntropy",
  }),
});
