import type { SchemaTree } from "hyparquet";
import { type Said, say } from "../../../i18n/message";
import { DataError } from "../../errors";
import type { Table, TableColumn } from "../../interpretation/table";
import { texts as tableTexts } from "../../interpretation/texts";
import type { LoadTools } from "../../types";
import { GrowingColumn, Room } from "../tables/column";
import { distinct } from "../tables/names";
import { GrowingVector } from "../tables/vector";
import { addCell, eachCell, ListRows } from "./cells";
import type { Leaf } from "./chunk";
import { texts } from "./errors";
import type { ParquetFile } from "./file";
import { classNamesIn } from "./schema";

/** Most columns of a table. */
const MOST_COLUMNS = 65_536;
/** Fields in each other that are looked into. */
const DEEPEST = 32;
/** Kinds of values that say nothing in a cell. */
const NO_CELLS = ["BSON", "INTERVAL", "MAP", "MAP_KEY_VALUE"];

/** A column as it is stored: one value in a row, or a list of them. */
interface StoredColumn {
  name: string;
  leaf: Leaf;
  isList: boolean;
  /** Why it is not read. */
  why: Said | null;
}

/**
 * Reads the columns of a file as those of a table: lists of numbers become a column for each place.
 *
 * @throws DataError when the file is damaged, has no rows, or more than fits into memory
 */
export async function readTable(file: ParquetFile, { signal, onProgress }: LoadTools): Promise<Table> {
  const { name } = file;
  if (file.rows === 0) throw new DataError(say(texts.noRows, { name }));
  const stored = columnsOf(file.schema);
  if (stored.length > MOST_COLUMNS) throw new DataError(say(texts.tooWide, { name, most: MOST_COLUMNS }));
  const room = new Room(name);
  const classes = classNamesIn(file);
  const columns: TableColumn[] = [];
  const aside = stored.flatMap((column) => (column.why ? [{ name: column.name, why: column.why }] : []));
  for (const [i, column] of stored.entries()) {
    signal?.throwIfAborted();
    if (column.why) continue;
    const read = column.isList
      ? await readLists(file, column, room)
      : [await readCells(file, column, room, classes.get(column.name) ?? [])];
    if (read.length === 0) aside.push({ name: column.name, why: tableTexts.ragged });
    for (const one of read) columns.push(one);
    onProgress?.((i + 1) / stored.length);
  }
  return { name, columns, count: file.rows, hasHeader: true, firstLine: 1, aside };
}

/** @param classes what numbers stand for */
async function readCells(
  file: ParquetFile,
  { name, leaf }: StoredColumn,
  room: Room,
  classes: readonly string[],
): Promise<TableColumn> {
  const column = new GrowingColumn(room);
  const meaningOf = (value: unknown) =>
    classes.length > 0 && value !== null ? (classes[Number(value)] ?? null) : value;
  for (const group of file.groups)
    await file.read(group, leaf, (page) => eachCell(page, leaf, (value) => addCell(column, meaningOf(value))));
  return column.finish(name);
}

async function readLists(file: ParquetFile, { name, leaf }: StoredColumn, room: Room): Promise<TableColumn[]> {
  const vector = new GrowingVector(room);
  for (const group of file.groups) {
    const rows = new ListRows(vector, leaf);
    await file.read(group, leaf, (page) => rows.add(page));
    const count = rows.finish();
    if (count !== group.end - group.start)
      throw new DataError(say(texts.damaged, { name: file.name, reason: `${name}: ${count} rows` }));
    if (vector.isRagged) return [];
  }
  return vector.finish(name);
}

function columnsOf(schema: SchemaTree): StoredColumn[] {
  const columns = schema.children.flatMap((child) => leavesOf([schema, child])).map((path) => columnOf(path));
  const names = distinct(columns.map(({ name }) => name));
  return columns.map((column, i) => ({ ...column, name: names[i]! }));
}

function leavesOf(path: SchemaTree[]): SchemaTree[][] {
  const { children } = path.at(-1)!;
  return children.length === 0 || path.length > DEEPEST
    ? [path]
    : children.flatMap((child) => leavesOf([...path, child]));
}

/** The fields that only say that there is a list are no part of its name. */
function columnOf(schemaPath: SchemaTree[]): StoredColumn {
  const fields = schemaPath.slice(1);
  const repeated = fields.findIndex(({ element }) => element.repetition_type === "REPEATED");
  const isList = repeated >= 0;
  const named = isList ? fields.slice(0, Math.max(1, repeated)) : fields;
  const leaf = { schemaPath, utf8: true };
  return { name: named.map(({ element }) => element.name).join("."), leaf, isList, why: whyNot(fields, repeated) };
}

function whyNot(fields: SchemaTree[], repeated: number): Said | null {
  const { element } = fields.at(-1)!;
  const kinds = fields.map((field) => field.element.converted_type ?? "");
  const kind = kinds.find((one) => NO_CELLS.includes(one));
  if (kind) return say(tableTexts.noCells, { kind: kind.toLowerCase() });
  if (repeated < 0 && fields.at(-1)!.children.length === 0) return null;
  const isRecord = fields.slice(Math.max(0, repeated)).some(({ children }) => children.length > 1);
  return isRecord || !isNumber(element) ? tableTexts.noNumbers : null;
}

function isNumber({ type, converted_type: converted, logical_type: logical }: SchemaTree["element"]): boolean {
  if (type === "BYTE_ARRAY" || type === "FIXED_LEN_BYTE_ARRAY")
    return converted === "DECIMAL" || logical?.type === "FLOAT16";
  return type !== "INT96" && converted !== "DATE" && !converted?.startsWith("TIME") && logical?.type !== "TIMESTAMP";
}
