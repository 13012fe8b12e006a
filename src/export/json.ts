import type { LabResult } from "../labs/types";
import type { RunRecord } from "../record/record";

/**
 * A record as a JSON document, one line per learner's column so that it stays readable and diffable. Only lists of numbers
 * are joined: a line break never stands inside a JSON string.
 */
export function recordToJson(record: RunRecord | LabResult): string {
  return `${JSON.stringify(record, null, 1).replace(/\[\n[^[\]{}"]+\]/g, (list) => list.replace(/\s+/g, " "))}\n`;
}
