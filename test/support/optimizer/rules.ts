import type { OptimizerOptions } from "../../../src/optim";

/** One step on one learner's parameter, in float64, as PyTorch's documentation (AdamW, SGD) and the papers (LARS) write it. */
export type Rule = (
  parameter: number[],
  gradient: number[],
  state: { rate: number; memory: number[][]; step: number; isExempt: boolean; decay: number },
) => number[];

export const adamW: (options: OptimizerOptions) => Rule =
  (o) =>
  (parameter, gradient, { rate, memory, step, decay }) =>
    parameter.map((p, i) => {
      const [own, g] = [memory[i]!, gradient[i]!];
      own[0] = o.beta1 * (own[0] ?? 0) + (1 - o.beta1) * g;
      own[1] = o.beta2 * (own[1] ?? 0) + (1 - o.beta2) * g * g;
      const m = own[0] / (1 - o.beta1 ** (step + 1));
      const v = own[1] / (1 - o.beta2 ** (step + 1));
      return p * (1 - rate * decay) - (rate * m) / (Math.sqrt(v) + o.epsilon);
    });

export const sgd: (options: OptimizerOptions) => Rule =
  (o) =>
  (parameter, gradient, { rate, memory, decay }) =>
    parameter.map((p, i) => {
      const own = memory[i]!;
      own[0] = o.momentum * (own[0] ?? 0) + gradient[i]! + decay * p;
      return p - rate * own[0];
    });

export const lars: (options: OptimizerOptions) => Rule =
  (o) =>
  (parameter, gradient, { rate, memory, isExempt }) => {
    const decayed = parameter.map((p, i) => gradient[i]! + (isExempt ? 0 : o.weightDecay * p));
    const trust = isExempt ? 1 : (o.trustCoefficient * Math.hypot(...parameter)) / Math.hypot(...decayed);
    return parameter.map((p, i) => {
      const own = memory[i]!;
      own[0] = o.momentum * (own[0] ?? 0) + rate * trust * decayed[i]!;
      return p - own[0];
    });
  };
