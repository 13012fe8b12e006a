import type { OptimizerOptions } from "./types";

/** An optimizer as PyTorch has it. */
export interface PyTorchOptimizer {
  /** A class of its own, where PyTorch has none. */
  definition: string | null;
  /** Makes it of `groups`, each of which says its weight decay, and whether it `adapts`: false of the losses' own numbers. */
  expression: string;
  /** What it carries beside a parameter, by PyTorch's names. */
  slots: readonly string[];
}

/** The chains of reference.ts. */
export function pytorchOptimizer(options: OptimizerOptions): PyTorchOptimizer {
  const velocity = options.momentum > 0 ? ["momentum_buffer"] : [];
  switch (options.id) {
    case "adam": {
      const { beta1, beta2, epsilon } = options;
      return {
        definition: null,
        expression: `torch.optim.AdamW(groups, lr=0.0, betas=(${beta1}, ${beta2}), eps=${epsilon})`,
        slots: ["exp_avg", "exp_avg_sq"],
      };
    }
    case "sgd":
      return {
        definition: null,
        expression: `torch.optim.SGD(groups, lr=0.0, momentum=${options.momentum})`,
        slots: velocity,
      };
    case "lars":
      return {
        definition: lars(options),
        expression: "LARS(groups, {})",
        slots: velocity,
      };
  }
}

function lars({ momentum, trustCoefficient }: OptimizerOptions): string {
  const update =
    momentum > 0
      ? `velocity = self.state[p]["momentum_buffer"]
                velocity.mul_(${momentum}).add_(update, alpha=group["lr"])
                p.sub_(velocity)`
      : `p.sub_(update, alpha=group["lr"])`;
  return `
class LARS(torch.optim.Optimizer):
    """You et al., arXiv 1708.03888, section 4. Biases, scales, offsets and a loss's own numbers are left out."""

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                update = p.grad
                if p.dim() > 1 and group["adapts"]:
                    update = update + group["weight_decay"] * p
                    length, change = p.norm(), update.norm()
                    update = update * (${trustCoefficient} * length / change if length > 0 and change > 0 else 1.0)
                ${update}
`;
}
