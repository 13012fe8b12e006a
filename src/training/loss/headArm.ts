import type { ArmConfig } from "../../config/schema";
import { objectiveOf, settingsOf } from "../../objectives";
import type { HeadArm } from "../../ops/head/types";

/** The learners of a config's arm, as the head sees them. */
export function headArm(arm: Omit<ArmConfig, "label" | "colour" | "batchSize">, learners: number): HeadArm {
  return { objective: objectiveOf(arm.objective), ...settingsOf(arm), learners, precision: arm.precision };
}
