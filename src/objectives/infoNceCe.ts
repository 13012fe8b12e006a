import { anchorObjective } from "./define";

/**
 * InfoNCE as everyone writes it: softmax cross-entropy on the raw logits with the positive as the label. Equal to
 * `infoNce` on paper. In float32 the positive's gradient p - 1 cancels: it loses digits as xi falls, and is
 * exactly 0 below xi = 3e-8, while the negatives keep pushing.
 */
export const infoNceCe = anchorObjective({
  id: "infoNceCe",
  label: "InfoNCE (cross-entropy)",
  formula: String.raw`-\log \frac{e^{s_{ip}}}{e^{s_{ip}} + \sum_{n \in N(i)} e^{s_{in}}}`,
  summary: "InfoNCE through softmax cross-entropy, with the rounding that this form has. It is worked out in float32.",
  source: "van den Oord et al., arXiv 1807.03748, equation 4",
  group: { id: "subject", place: 20 },
  rows: ({ positive, negatives, round }) => {
    const largest = negatives.max(-1, true).maximum(positive);
    const argument = round(positive.sub(largest));
    const ofPositive = round(argument.exp());
    const ofNegatives = round(round(negatives.sub(largest)).exp());
    const total = round(ofNegatives.sum(-1, true).add(ofPositive));
    const p = round(ofPositive.div(total));
    return { value: total.log().sub(argument), positive: p.sub(1), negatives: round(ofNegatives.div(total)) };
  },
  wgsl: () => ({ form: "softmax", over: "candidates", row: "return LogitGradient(-log_p, p - 1.0, 1.0);" }),
  /** Of the positive, in float32: the weight whose digits the cross-entropy loses. */
  anchorWeight: (logXi) => 1 - Math.fround(1 / Math.fround(1 + Math.exp(logXi))),
});
