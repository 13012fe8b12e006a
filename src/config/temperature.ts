import type { ArmConfig, ExperimentConfig, TemperatureRuleId } from "./schema";

/** The rule of an arm: its own, or everybody's. */
export function ruleOf(config: ExperimentConfig, arm: ArmConfig): TemperatureRuleId {
  return arm.temperatureRule ?? config.temperatureRule.id;
}

/** The temperature that the config says for a step, before anything learned or measured changes it. */
export function temperatureAt(config: ExperimentConfig, arm: ArmConfig, step: number): number {
  const base = arm.temperature ?? config.temperature;
  if (ruleOf(config, arm) !== "scheduled") return base;
  const progress = Math.min(1, step / Math.max(1, config.steps - 1));
  return base * (config.temperatureRule.end / base) ** progress;
}
