import type { ScriptPlan } from "../plan";
import { joined } from "../python";

/** What a learner goes by at its step: its temperature, and its learning rate. */

export function temperature({ rules, config }: ScriptPlan): string {
  const base = `self.options.get("temperature", CONFIG["temperature"])`;
  if (rules.size === 1 && rules.has("fixed"))
    return `def temperature(self):\n    return torch.tensor(float(${base}), device=DEVICE)`;
  const { end } = config.temperatureRule;
  const isLive = rules.has("learned") || rules.has("ess");
  return joined([
    `def base(self):
    tau = float(${base})`,
    rules.has("scheduled") &&
      `    if self.rule == "scheduled":  # in equal ratios
        tau *= (${end} / tau) ** min(1, self.step / max(1, CONFIG["steps"] - 1))`,
    `    return tau

def temperature(self):`,
    !isLive && "    return torch.tensor(self.base(), device=DEVICE)",
    isLive && "    tau = torch.tensor(self.base(), device=DEVICE)",
    rules.has("learned") &&
      `    if self.rule == "learned":  # tau = base e^-l
        tau = tau * torch.exp(-self.net.loss.learned[0])`,
    rules.has("ess") &&
      `    if self.rule == "ess":
        tau = tau / self.carried["temperature_factor"]`,
    isLive && "    return tau",
  ]);
}

export function learningRate({ config }: ScriptPlan): string {
  const { rateRule, referenceBatch, schedule } = config.optimizer;
  const factors = {
    fixed: "",
    linear: ` * self.batch_size / ${referenceBatch}`,
    squareRoot: ` * math.sqrt(self.batch_size / ${referenceBatch})`,
  };
  const { id, warmupSteps } = schedule;
  const base = `self.options.get("learningRate", CONFIG["optimizer"]["learningRate"])${factors[rateRule]}`;
  if (id === "constant" && warmupSteps === 0) return `def learning_rate(self):\n    return ${base}`;
  return joined([
    `def learning_rate(self):
    rate = ${base}`,
    warmupSteps > 0 &&
      `    if self.step < ${warmupSteps}:
        return rate * (self.step + 1) / ${warmupSteps}`,
    id === "constant"
      ? "    return rate"
      : `    progress = min(1, (self.step - ${warmupSteps}) / max(1, CONFIG["steps"] - ${warmupSteps}))
    return rate * (1 + math.cos(math.pi * progress)) / 2`,
  ]);
}
