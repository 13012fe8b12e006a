import { parseSchema, type SchemaResult } from "../config/parseSchema";
import { isRecord } from "../config/paths";
import { withRenamed } from "../config/renamed";
import { LABS, type LabId } from ".";

/** Where a lab's settings hold an experiment of its own, if they do. */
export const EXPERIMENT = "base";

/**
 * The door through which a lab's settings come: address, controls, console. Fields of its experiment are found under
 * their old names as well.
 *
 * @param input anything; missing fields take their defaults
 * @returns the complete settings, or every error found
 */
export function parseLab(id: LabId, input: unknown): SchemaResult<unknown> {
  return parseSchema<unknown>(LABS[id].schema, withRenamedExperiment(input));
}

function withRenamedExperiment(input: unknown): unknown {
  if (!isRecord(input) || input[EXPERIMENT] === undefined) return input;
  return { ...input, [EXPERIMENT]: withRenamed(input[EXPERIMENT]) };
}
