import Papa from "papaparse";
import { dialectOf } from "../csv/dialect";
import { classesOfObjects, isObjectList } from "./objectList";

/** Columns of records that are looked at. */
const MOST_COLUMNS = 256;

/** A text as rows of cells, whose columns may have names. */
export interface Cells {
  /** Null where the first row may be a row like the others. */
  head: string[] | null;
  rows: string[][];
}

/**
 * Cuts a text into cells: JSON, one record a line or all in a list (or names and classes as the two sides of an object), else a table
 * in whatever dialect. Numbers stay as they are written, since `007` may be the name of a picture.
 *
 * @returns null where it is JSON of another kind, or damaged
 */
export function cellsOf(text: string, path: string): Cells | null {
  const isJson = /\.(json|jsonl|ndjson)$/i.test(path);
  if (isJson || /^\s*(\{\s*"|\[\s*[{[])/.test(text)) return cellsOfJson(text);
  const { body, delimiter, comment } = dialectOf(text, /\.(tsv|tab)$/i.test(path) ? "\t" : null);
  const { data } = Papa.parse<string[]>(body, { delimiter, comments: comment ?? false, skipEmptyLines: "greedy" });
  return { head: null, rows: data.map((row) => row.map((cell) => cell.trim())) };
}

function cellsOfJson(text: string): Cells | null {
  const content = parsed(text) ?? parsedLines(text);
  if (isObjectList(content)) {
    const rows = classesOfObjects(content);
    return rows && { head: ["file_name", "label"], rows };
  }
  if (Array.isArray(content)) return cellsOfRecords(content.filter(isRecord));
  return isRecord(content)
    ? { head: null, rows: Object.entries(content).map(([name, value]) => [name, cellOf(value)]) }
    : null;
}

function cellsOfRecords(records: Record<string, unknown>[]): Cells | null {
  const head = [...new Set(records.flatMap((record) => Object.keys(record)))].slice(0, MOST_COLUMNS);
  if (head.length === 0) return null;
  return { head, rows: records.map((record) => head.map((name) => cellOf(record[name]))) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON as a whole; its lines may be.
    return undefined;
  }
}

/** A value a line; undefined where one of them is none. */
function parsedLines(text: string): unknown[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values = lines.map(parsed);
  return values.includes(undefined) ? undefined : values;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Lists and records are no cells. */
function cellOf(value: unknown): string {
  return typeof value === "object" || value === undefined ? "" : String(value).trim();
}
