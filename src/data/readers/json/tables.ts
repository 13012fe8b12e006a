import { saidOf } from "../../../i18n/errors";
import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import type { Table } from "../../interpretation/table";
import { isRecord, RecordTable } from "./builder";
import { texts } from "./errors";
import { endOfValue, type Part, parseValue, partsOf, skipBlanks } from "./scan";

/**
 * Reads the tables in a text of JSON: records in a list, a line each, or by their numbers; columns by their names; what pandas writes
 * (columns and data, schema and data); several lists of records by their names.
 *
 * @throws DataError naming the record that cannot be read
 */
export function parseTables(text: string, name: string): Table[] {
  try {
    return tablesOf(text, name);
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(say(texts.broken, { name, reason: saidOf(error) }));
  }
}

function tablesOf(text: string, name: string): Table[] {
  const start = skipBlanks(text, 0);
  if (!/[[{]/.test(text[start] ?? "")) throw new DataError(say(texts.noRecords, { name }));
  const rest = skipBlanks(text, endOfValue(text, start));
  if (rest < text.length) return [rowsTable(name, linesOf(text))];
  if (text[start] === "[") return [rowsTable(name, valuesOf(text, start))];
  return objectTables(text, name, [...partsOf(text, start)]);
}

function objectTables(text: string, name: string, parts: readonly Part[]): Table[] {
  const lists = parts.filter(({ start }) => /^\[\s*\{/.test(text.slice(start, start + 64)));
  if (lists.length > 0)
    return lists.map(({ key, start }) => rowsTable(lists.length > 1 ? `${name}/${key}` : name, valuesOf(text, start)));
  const [columns, data] = ["columns", "data"].map((wanted) => parts.find(({ key }) => key === wanted));
  if (columns && data) return [rowsTable(name, valuesOf(text, data.start), namesOf(text, columns))];
  if (parts.length > 0 && parts.every(({ key }) => /^\d+$/.test(key!)))
    return [rowsTable(name, partValues(text, parts))];
  return [columnsTable(text, name, parts)];
}

function namesOf(text: string, { start, end }: Part): string[] {
  const names = parseValue(text.slice(start, end));
  return Array.isArray(names) ? names.map(String) : [];
}

/** A column at a time. */
function columnsTable(text: string, name: string, parts: readonly Part[]): Table {
  const table = new RecordTable(name);
  for (const { key, start, end } of parts) {
    if (!/[[{]/.test(text[start]!)) continue;
    const column = parseValue(text.slice(start, end));
    table.addColumn(key!, Array.isArray(column) ? column : Object.values(column as object));
  }
  return table.finish();
}

/** Rows as objects, or as lists in the order of the columns. */
function rowsTable(name: string, values: Iterable<() => unknown>, names: string[] | null = null): Table {
  const table = new RecordTable(name);
  let [row, head, isFirst] = [0, names, true];
  for (const parse of values) {
    row++;
    const value = parsed(parse, name, row);
    if (isRecord(value)) table.addRecord(value);
    else if (!Array.isArray(value)) throw new DataError(say(texts.noRecords, { name }));
    else if (isFirst && names === null && isHead(value)) head = value.map(String);
    else if (value.some(Array.isArray) && value.every(Array.isArray)) table.addRow([value], ["values"]);
    else table.addRow(value, head);
    isFirst = false;
  }
  return table.finish();
}

function parsed(parse: () => unknown, name: string, row: number): unknown {
  try {
    return parse();
  } catch (error) {
    throw new DataError(say(texts.brokenRecord, { name, row, reason: saidOf(error) }));
  }
}

/** Names stand before numbers. */
function isHead(row: readonly unknown[]): boolean {
  return row.length > 0 && row.every((cell) => typeof cell === "string" && Number.isNaN(Number(cell)));
}

function* linesOf(text: string): Generator<() => unknown> {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).trim();
    if (line !== "") yield () => parseValue(line);
    start = end + 1;
  }
}

function* valuesOf(text: string, at: number): Generator<() => unknown> {
  yield* partValues(text, partsOf(text, at));
}

function* partValues(text: string, parts: Iterable<Part>): Generator<() => unknown> {
  for (const { start, end } of parts) yield () => parseValue(text.slice(start, end));
}
