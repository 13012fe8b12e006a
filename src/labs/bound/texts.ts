import { defineTexts } from "../../i18n/message";
import { wordsOf } from "../names";
import { ESTIMATOR_IDS, ESTIMATORS, type EstimatorId } from "./estimators";

/** What the table may show, as the settings name it. */
export const STATISTICS = {
  mean: "Mean",
  median: "Median",
  bias: "Bias",
  sd: "Deviation",
  mse: "Mean squared error",
} as const;

/** Names of the lines of medians, of the estimators that have one. */
const MEDIANS: Partial<Record<EstimatorId, string>> = Object.fromEntries(
  ESTIMATOR_IDS.flatMap((id) => (ESTIMATORS[id].medianLine === null ? [] : [[id, ESTIMATORS[id].medianLine]])),
);

/** What the bound lab says. */
export const texts = defineTexts("bound", {
  title: "Bound: the log K curse",
  units: { oracle: "cells of the table", trained: "updates" },
  question:
    "InfoNCE is a lower bound of the mutual information between two views, and it can never exceed log K, the logarithm of the number of candidates. If the truth is larger, a small batch cannot tell. Is that the fault of the critic, of the training, or of the bound? Here the truth is known: two Gaussians whose coordinates correlate. Take the true density ratio as the critic (oracle), and everything that is left is the estimator's own; or train a critic, live, while the truth climbs.",
  lookFor: [
    "InfoNCE bends away from the truth towards its ceiling log K, oracle or not: the bound is at fault, not the critic. Near the ceiling its deviation vanishes too, so it is wrong with great confidence.",
    "FLO with the best u, and \u2212u alone, are right on average at every K. What they pay is deviation: FLO's left tail is so heavy that its mean jumps about and its median reads high; that of \u2212u is sqrt(d \u03c1\u00b2 / K) at the oracle.",
    "DV and SMILE read high where K is small: the logarithm of a mean of few samples is biased.",
    "Trained: FlatNCE needs bounded scores. Unbounded, it can always win by scaling them, and the readings run away.",
  ],
  falsified: [
    "An InfoNCE above log K, ever.",
    "At the oracle: a mean of \u2212u that differs from the truth by more than a few of its deviations over the root of the number of batches.",
    "A read-out log(K\u22121) \u2212 DCL that follows the truth at every K.",
  ],
  readOutNote:
    "log(K\u22121) \u2212 DCL, which FlatNCE's logits offer at no cost, is shown as a read-out and not as a bound: it is DV with the partition function of K\u22121 samples, E[\u2212log \u1e90] \u2265 0 biases it up, at a truth of 10 and K = 128 to about 15. It never saturates, and never follows the truth either: what FlatNCE repairs is the gradient.",
  lines: { ...wordsOf(ESTIMATORS, "line"), truth: "truth", ceiling: "log K" },
  medians: MEDIANS,
  columns: wordsOf(ESTIMATORS, "label"),
  statistics: STATISTICS,
  chartAtMi: "MI {mi}",
  chartAtK: "K {k}",
  k: "K, number of candidates",
  step: "step",
  about: {
    name: "Estimates of the mutual information",
    guide:
      "How much one half of a pair says about the other, by each way of estimating it. In nats, means over fresh batches; bands are \u00b1 one deviation of a batch, of InfoNCE and \u2212u. What lies beyond the axis is in the table.",
    unit: "nats",
  },
  table: {
    title: "Estimators against the truth",
    mi: "MI",
    waiting: "Fills in as cells are measured.",
    batches: "Of {n} batches each.",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    bound: typeof texts;
  }
}
