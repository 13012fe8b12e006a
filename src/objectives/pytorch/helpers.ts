import type { HelperId } from "./types";

/** Functions that losses call. */
export const HELPERS: Readonly<Record<HelperId, string>> = {
  log_xi: `
def log_xi(positive, negatives):
    """v_i = log xi_i: over the negatives alone. With the positive among them, FlatNCE would be InfoNCE."""
    return torch.logsumexp(negatives - positive, 1, keepdim=True)`,
  off_diagonal: `
def off_diagonal(f):
    """The negatives among the pairs, [B (B - 1)]."""
    return f[~torch.eye(len(f), dtype=torch.bool, device=f.device)]`,
  log_average: `
def log_average(memory, value, rate):
    """log((1 - rate) e^memory + rate e^value); the value itself where nothing was kept before (-1e9)."""
    if rate == 1:
        return value
    return torch.where(memory > -1e8, torch.logaddexp(memory + math.log(1 - rate), value + math.log(rate)), value)`,
  debiased_ratio: `
def debiased_ratio(v, positive, count, tau, class_prior):
    """log r, r = max{(xi - t M) / (1 - t), M e^(-1/tau - s_ip)} with t the class prior, on logarithms."""
    share = class_prior * count * torch.exp(-v)
    ratio = torch.log1p(-share.clamp(max=1 - 1e-6)) + v - math.log(1 - class_prior)
    least = math.log(count) - positive - 1 / tau
    return torch.where((share >= 1) | (ratio < least), least, ratio)`,
};
