import type { ArmConfig, ExperimentConfig } from "../../config/schema";

/** An arm's learning rate before any schedule. */
export function rateOf({ optimizer }: ExperimentConfig, arm: ArmConfig | undefined): number {
  return arm?.learningRate ?? optimizer.learningRate;
}
