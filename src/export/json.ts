import type { RunRecord } from "../experiment/record";

/** A record as a JSON document, one line per learner's column so that it stays readable and diffable. */
export function recordToJson(record: RunRecord): string {
  return `${JSON.stringify(record, null, 1).replace(/\[\s+(?:[^[\]{}"]+)\]/g, (list) => list.replace(/\s+/g, " "))}\n`;
}
