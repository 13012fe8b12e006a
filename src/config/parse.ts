import { DEFAULT_ENCODER } from "../models";
import { contradictions } from "./crossFieldRules";
import { parseSchema } from "./parseSchema";
import { isRecord } from "./paths";
import { withRenamed } from "./renamed";
import { type ConfigResult, type ExperimentConfig, experimentSchema } from "./schema";

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
  const parsed = parseSchema(experimentSchema, withKinds(withRenamed(input)));
  if (!parsed.ok) return parsed;
  const errors = contradictions(parsed.config);
  return errors.length > 0 ? { ok: false, errors } : parsed;
}

/** What is of one kind among several, where it does not say which. */
const FIRST_KINDS: Record<string, string> = { dataset: "points", encoder: DEFAULT_ENCODER };

/** The input with the kinds that it leaves open filled in, so that every other field can be given by itself. */
function withKinds(input: unknown): unknown {
  if (!isRecord(input)) return input;
  const open = Object.entries(FIRST_KINDS).filter(([key]) => isRecord(input[key]) && input[key].id === undefined);
  return { ...input, ...Object.fromEntries(open.map(([key, id]) => [key, { ...(input[key] as object), id }])) };
}
