import { heldOutMetric } from "./define";

export const probeAccuracy = heldOutMetric({
  id: "probeAccuracy",
  label: "Linear probe accuracy",
  formula: String.raw`W = (X^\top X + \lambda n I)^{-1} X^\top Y,\quad \operatorname{mean}[\arg\max_c (xW + b)_c = y]`,
  guide:
    "How many held-out samples a simple classifier gets right from what the encoder has learned. To find twins one need not know the classes, so this share, linear on the frozen features h, shows what was learned beyond that.",
  source:
    "Ridge regression on standardised features; the linear evaluation protocol of arXiv 2002.05709 in closed form",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: "higher",
  headline: {
    chart: "accuracy",
    name: "probe",
    place: 10,
    says: "The test: can a simple classifier tell the classes?",
  },
  requires: { labels: true },
  differenceIn: "points",
  measure: ({ linearProbe }, { linearProbe: { search, ridge } }) =>
    search ? linearProbe.searched(ridge) : linearProbe.accuracy(ridge),
});
