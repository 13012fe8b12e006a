import { getIn } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";

/** What an axis calls the two values of a setting that is on or off. */
export const SWITCH_VALUES = ["false", "true"];

/** The value that a setting takes at a place of its axis. */
export function axisValue(base: ExperimentConfig, path: string, value: unknown): unknown {
  const isSwitch = typeof getIn(base, path) === "boolean" && SWITCH_VALUES.includes(String(value));
  return isSwitch ? value === "true" : value;
}
