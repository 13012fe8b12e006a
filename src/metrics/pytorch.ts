import type { MetricIdFrom } from "./index";

/**
 * Metrics of a training step as expressions of PyTorch, of what the script has at hand: `batch` with u [2, B, D] and the loss, `positive`
 * [2B, 1] and `negatives` [2B, M] of every view against all others, `v` = log xi [2B]. Those that follow from these are left out.
 */
export const PYTORCH_METRICS = {
  objective: "batch.loss.detach()",
  infoNce: "F.softplus(v).mean()",
  logXi: "v.mean()",
  vanishingFactor: "torch.sigmoid(v).mean()",
  ess: "(1 / torch.softmax(negatives, 1).square().sum(1)).mean() / negatives.shape[1]",
  contrastiveAccuracy: "(negatives.max(1).values < positive[:, 0]).float().mean()",
  alignment: "(batch.u[0] - batch.u[1]).square().sum(1).mean()",
  collapseStd: "batch.u.flatten(0, 1).std(0, unbiased=False).mean()",
  temperature: "batch.tau.detach()",
} satisfies Partial<Record<MetricIdFrom<"step">, string>>;
