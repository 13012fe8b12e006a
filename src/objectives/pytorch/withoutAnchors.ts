import type { PyTorchLoss } from "./types";

/** Losses of all pairs, and of the embeddings themselves. */

export const sigLip: PyTorchLoss = {
  asks: ["learned"],
  body: `y = 2 * torch.eye(len(f), device=f.device) - 1
logits = initial_scale * torch.exp(learned[0]) * f + initial_bias + learned[1]
return F.softplus(-y * logits).sum() / len(f)`,
};

export const nwj: PyTorchLoss = {
  helpers: ["off_diagonal"],
  body: "return torch.exp(off_diagonal(f) - 1).mean() - f.diagonal().mean()",
};

/** The gradient divides by the average in place of the batch's own mean. */
export const dv: PyTorchLoss = {
  asks: ["batch"],
  helpers: ["off_diagonal", "log_average"],
  body: `negatives = off_diagonal(f)
log_mean = torch.logsumexp(negatives, 0) - math.log(len(negatives))
batch.memory = log_average(batch.memory, log_mean.detach(), 1 - partition_average)
scale = torch.exp(log_mean - batch.memory)
return log_mean.detach() + scale - scale.detach() - f.diagonal().mean()`,
};

export const jsd: PyTorchLoss = {
  helpers: ["off_diagonal"],
  body: "return F.softplus(-f.diagonal()).mean() + F.softplus(off_diagonal(f)).mean()",
};

export const smile: PyTorchLoss = {
  helpers: ["off_diagonal"],
  body: `negatives = off_diagonal(f).clamp(-clip_at, clip_at)
return torch.logsumexp(negatives, 0) - math.log(len(negatives)) - f.diagonal().mean()`,
};

export const spectral: PyTorchLoss = {
  helpers: ["off_diagonal"],
  body: "return off_diagonal(f).square().mean() - 2 * f.diagonal().mean()",
};

export const barlowTwins: PyTorchLoss = {
  body: `def standardized(z):
    z = z - z.mean(0)
    return z / (z.square().mean(0) + 1e-6).sqrt()

correlations = standardized(first).T @ standardized(second) / len(first)
own = correlations.diagonal()
return (1 - own).square().sum() + redundancy * (correlations.square().sum() - own.square().sum())`,
};

export const vicReg: PyTorchLoss = {
  body: `def spread(z):
    z = z - z.mean(0)
    covariances = z.T @ z / (len(z) - 1)
    own = covariances.diagonal()
    hinge = F.relu(1 - (own + 1e-4).sqrt()).mean()
    return variance / 2 * hinge + covariance * (covariances.square().sum() - own.square().sum()) / len(own)

return invariance * F.mse_loss(first, second) + spread(first) + spread(second)`,
};

export const alignUniform: PyTorchLoss = {
  helpers: ["off_diagonal"],
  body: `def uniformity(u):
    exponents = 2 * uniformity_temperature * (off_diagonal(u @ u.T) - 1)
    return torch.logsumexp(exponents, 0) - math.log(len(exponents))

alignment = (first - second).square().sum(1).mean()
return alignment + uniformity_weight / 2 * (uniformity(first) + uniformity(second))`,
};
