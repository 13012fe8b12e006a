import { heldOutMetric } from "./define";
import { knnAccuracy as accuracyOf } from "./math/knn";

export const knnAccuracy = heldOutMetric({
  id: "knnAccuracy",
  label: "kNN accuracy",
  formula: String.raw`\operatorname{mean}\Bigl[\arg\max_c \sum_{j \in \mathrm{kNN},\, y_j = c} e^{\cos(h, h_j)/T} = y\Bigr]`,
  guide:
    "How many held-out samples are among their own kind: their nearest labelled neighbours name the right class. A share; nearest by cosine of the features h.",
  source: "Wu et al., arXiv 1805.01978, section 3.4",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: "higher",
  small: { group: "embedding", place: 70 },
  headline: { chart: "accuracy", name: "kNN", place: 20, says: "The test: do nearest neighbours share a class?" },
  requires: { labels: true },
  differenceIn: "points",
  measure: ({ task }, { knn }) => (task ? accuracyOf({ ...task, ...knn }) : Number.NaN),
});
