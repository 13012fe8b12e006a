import { defineTexts } from "../../i18n/message";

/** What the figure of the ceiling says. */
export const texts = defineTexts("ceiling", {
  title: "The ceiling of a small batch",
  guide:
    "How much does one view say about the other? Here the answer is known, as the pairs are made for it, and the critic is the best that there can be; what InfoNCE misses is the fault of the batch alone. Drag the dot along the curve to change K, and the line to change the truth. Below: the vanishing factor of the same batches.",
  source:
    "Correlated Gaussians of 20 dimensions: Poole et al., arXiv 1905.06922, section 3; the bound: arXiv 1807.03748, section 2.3",
  measured: "Worked out on this page in float64, {batches} batches; bands: 95% of the means",
  unit: "nats",
  lead: "Why does InfoNCE stop? log K minus its loss estimates how much two views share, and can never exceed log K; in the run above K is {k}: all views of the batch but the sample's own, its twin among them. The dot begins at {nearest}, the nearest K that is drawn. Once the estimate is near its ceiling, f is small and little is left to learn from. The pairs drawn here are made so that the truth is known, unlike those of the run. Drag the dot, or the line of the truth.",
  /** Between the two plots. */
  below: "vanishing factor f of the same batches: the share of the force that InfoNCE leaves",
  x: "K, candidates: the twin and the negatives",
  lines: { estimate: "InfoNCE's estimate", truth: "truth", ceiling: "ceiling log K", factor: "vanishing factor f" },
  sliders: { k: "Number of candidates K", truth: "True information, in nats" },
  atK: "K = {k}: the estimate is {estimate} nats",
  atTruth: "{truth} nats",
  waiting: "Being worked out.",
  /** What the figure shows at the chosen K. */
  capped:
    "At K = {k} the estimate cannot pass {ceiling} nats; the truth is {truth} nats. It reads {estimate} \u00b1 {error} nats, and the vanishing factor leaves the gradient {factor} of its weight.",
  free: "At K = {k} the ceiling is {ceiling} nats, above the truth of {truth} nats. The estimate reads {estimate} \u00b1 {error} nats, and the vanishing factor leaves the gradient {factor} of its weight.",
  lab: "The Bound lab has other estimators, and critics that are trained.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    ceiling: typeof texts;
  }
}
