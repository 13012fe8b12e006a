import { fineTunedMetric } from "./define";
import { allFinite } from "./math/vectors";

export const fineTunedAccuracy = fineTunedMetric({
  id: "fineTunedAccuracy",
  label: "Fine-tuned accuracy",
  short: "Fine-tuned",
  formula: String.raw`\operatorname{mean}\bigl[\arg\max_c\, (W^\top h_{\theta'} + b)_c = y\bigr],\quad (\theta', W, b) \leftarrow \min\ \mathrm{CE}\ \text{from}\ (\theta, 0, 0)`,
  guide:
    "Share of held-out samples that a copy of the encoder gets right after being trained on with a few labels, at the end of the run.",
  source: "Fine-tuning on few labels: SimCLR, arXiv 2002.05709, section 6 (semi-supervised learning)",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: "higher",
  small: { group: "embedding", place: 80 },
  requires: { labels: true, setting: ({ evaluation }) => evaluation.fineTune.steps > 0 },
  differenceIn: "points",
  measure: (scores, labels) => {
    if (!allFinite(scores)) return Number.NaN;
    const classes = scores.length / labels.length;
    const right = labels.filter((label, row) => {
      const own = scores.subarray(row * classes, (row + 1) * classes);
      return own.indexOf(Math.max(...own)) === label;
    });
    return right.length / labels.length;
  },
});
