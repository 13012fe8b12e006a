/** Bytes at the beginning of a file that are looked at. */
export const LOOKED_AT = 32 * 1024;

const KEY = '"(?:[^"\\\\]|\\\\.)*"';
/** Lists of objects or of rows. */
const LIST = /^\s*\[\s*[[{]/;
/** Columns by their names, as lists or by the numbers of rows; rows by their numbers; the schema of a table before it. */
const COLUMNS = new RegExp(`^\\s*\\{\\s*${KEY}\\s*:\\s*(\\[|\\{\\s*"\\d+"\\s*:)`);
const INDEX = /^\s*\{\s*"\d+"\s*:\s*\{/;
const SCHEMA = /^\s*\{\s*"schema"\s*:\s*\{\s*"fields"\s*:/;
/** Notebooks, maps and lists of packages are JSON as well. */
const OTHERS = /\.(ipynb|geojson|webmanifest)$/i;

const LINES = /\.(jsonl|ndjson)$/i;

/** Whether a file of JSON is data, and no document of another kind. */
export async function isJsonTable(file: File): Promise<boolean> {
  return looksLikeRecords(await file.slice(0, LOOKED_AT).text(), file.name);
}

/**
 * Whether a text of JSON holds a table, by how it begins: settings do so otherwise.
 *
 * @param start the first `LOOKED_AT` bytes, decoded
 */
export function looksLikeRecords(start: string, name: string): boolean {
  if (OTHERS.test(name)) return false;
  if (LINES.test(name) && /^\s*[[{]/.test(start)) return true;
  return [LIST, COLUMNS, INDEX, SCHEMA].some((shape) => shape.test(start)) || areLines(start);
}

/** Whether a text is a list or an object a line. */
function areLines(start: string): boolean {
  const [first, second] = start.split("\n").filter((line) => line.trim() !== "");
  return second !== undefined && isWhole(first!) && /^\s*[[{]/.test(second);
}

function isWhole(line: string): boolean {
  return /^\s*(\{.*\}|\[.*\])\s*$/.test(line);
}
