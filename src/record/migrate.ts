import { parseSchema, type SchemaResult } from "../config/parseSchema";
import { isRecord } from "../config/paths";
import { RENAMED, type Renamed, withRenamed } from "../config/renamed";
import { type RunRecord, recordSchema } from "./record";

/** Records that were written by an earlier version: migrated on reading, never refused. */

/** Makes a record of one schema into one of the next. */
type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

/** The migration at index n begins with a record of schema n + 1. */
const MIGRATIONS: readonly Migration[] = [
  // Runs of schema 1 could not be changed while they went on.
  (record) => record,
];

/** What is read by; a test has its own. */
export interface Migrations {
  steps: readonly Migration[];
  renamed: Renamed;
}

/**
 * A record as this version writes it, out of one of any schema up to this one.
 *
 * @param input anything, such as the content of a file
 * @returns the record, or every error found
 */
export function readRecord(input: unknown): SchemaResult<RunRecord> {
  return parseSchema(recordSchema, migrateRecord(input));
}

/** The input under the names and in the shape of today, not yet checked. */
export function migrateRecord(
  input: unknown,
  { steps, renamed }: Migrations = { steps: MIGRATIONS, renamed: RENAMED },
): unknown {
  if (!isRecord(input)) return input;
  const latest = steps.length + 1;
  let record = input;
  const first = Number.isInteger(input.schema) ? Number(input.schema) : latest;
  for (let schema = first; schema >= 1 && schema < latest; schema++)
    record = { ...(steps[schema - 1] as Migration)(record), schema: schema + 1 };
  return { ...record, config: withRenamed(record.config, renamed) };
}
