import type { PyTorchLoss } from "./types";

/** Losses of an anchor that are functions of v = log xi, and their neighbors. */

export const infoNce: PyTorchLoss = {
  helpers: ["log_xi"],
  body: "return F.softplus(log_xi(positive, negatives)).mean()",
};

/** As everyone writes it; below xi = 3e-8 the positive's gradient p - 1 is 0 in float32. */
export const infoNceCe: PyTorchLoss = {
  body: "return (torch.logsumexp(torch.cat([positive, negatives], 1), 1, keepdim=True) - positive).mean()",
};

export const flatNce: PyTorchLoss = {
  helpers: ["log_xi"],
  body: `v = log_xi(positive, negatives)
return torch.exp(v - v.detach()).mean()`,
};

export const dual: PyTorchLoss = {
  helpers: ["log_xi"],
  body: `v = log_xi(positive, negatives)
return torch.logaddexp(v, torch.full_like(v, c).log()).mean()`,
};

export const xi: PyTorchLoss = {
  helpers: ["log_xi"],
  body: "return torch.exp(log_xi(positive, negatives)).mean()",
};

export const dcl: PyTorchLoss = {
  helpers: ["log_xi"],
  body: "return log_xi(positive, negatives).mean()",
};

export const dclw: PyTorchLoss = {
  asks: ["tau"],
  helpers: ["log_xi"],
  body: `w = 2 - len(positive) * torch.softmax(positive.detach() * tau / sigma, 0)
return (log_xi(positive, negatives) + (1 - w) * positive).mean()`,
};

/** The value is u; the gradient is that of e^(v - u) with u held fixed. */
export const sogClr: PyTorchLoss = {
  asks: ["batch"],
  helpers: ["log_xi", "log_average"],
  body: `v, log_count = log_xi(positive, negatives), math.log(negatives.shape[1])
batch.memory = log_average(batch.memory, v.detach() - log_count, memory_rate)
u = batch.memory + log_count
scale = torch.exp(v - u)
return (u + scale - scale.detach()).mean()`,
};

export const flo: PyTorchLoss = {
  asks: ["learned"],
  helpers: ["log_xi"],
  body: `u = learned[0] - learned[1] * positive.detach()
return (u + torch.exp(log_xi(positive, negatives) - u - math.log(negatives.shape[1])) - 1).mean()`,
};

export const debiased: PyTorchLoss = {
  asks: ["tau"],
  helpers: ["log_xi", "debiased_ratio"],
  body: `v = log_xi(positive, negatives)
return F.softplus(debiased_ratio(v, positive, negatives.shape[1], tau, class_prior)).mean()`,
};

export const hardNegative: PyTorchLoss = {
  asks: ["tau"],
  helpers: ["debiased_ratio"],
  body: `d, count = negatives - positive, negatives.shape[1]
sharp, mild = (torch.logsumexp(beta * d, 1, keepdim=True) for beta in (1 + concentration, concentration))
v = sharp - mild + math.log(count)
return F.softplus(debiased_ratio(v, positive, count, tau, class_prior)).mean()`,
};

export const triplet: PyTorchLoss = {
  body: "return F.relu(negatives - positive + margin).mean()",
};

/** Its body is the arm's own formula (phi.ts). */
export const custom: PyTorchLoss = { helpers: ["log_xi"], body: "" };

export const supervised: PyTorchLoss = { body: "return F.cross_entropy(scores, labels)" };
