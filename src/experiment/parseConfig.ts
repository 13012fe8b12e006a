import { type ConfigResult, type ExperimentConfig, experimentSchema } from "./config";
import { contradictions } from "./contradictions";
import { parseSchema } from "./parseSchema";

/** The config that `{}` stands for. */
export function defaults(): ExperimentConfig {
  return experimentSchema.parse({});
}

/**
 * The door through which every config comes: URL, file, console, command line.
 *
 * @param input anything; missing fields take their defaults
 * @returns the complete config, or every error found, each with the path of its field and what is allowed there
 */
export function parseConfig(input: unknown): ConfigResult {
  const parsed = parseSchema(experimentSchema, input);
  if (!parsed.ok) return parsed;
  const errors = contradictions(parsed.config);
  return errors.length > 0 ? { ok: false, errors } : parsed;
}
