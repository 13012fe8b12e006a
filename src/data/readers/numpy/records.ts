import { type Said, say } from "../../../i18n/message";
import { DataError } from "../../errors";
import type { Table, TableColumn } from "../../interpretation/table";
import { texts as tableTexts } from "../../interpretation/texts";
import { GrowingColumn, Room } from "../tables/column";
import { addNumber, GrowingVector } from "../tables/vector";
import { fromHalf, textIn } from "./array";
import { texts } from "./errors";
import { type NpyType, parseRecordHeader, type RecordField, type RecordHeader } from "./header";

/** Most numbers of a field, and most fields. */
const LONGEST = 65_536;

/** Reads one value of a field, at a place. */
type Get = (view: DataView, at: number) => number;

/**
 * Reads an array of records as a table: a column for each field, or for each number of a field of several.
 *
 * @returns null where the array is none of records
 * @throws DataError when it is damaged or too large
 */
export function readRecords(bytes: Uint8Array<ArrayBuffer>, name: string): Table | null {
  const header = parseRecordHeader(bytes, name);
  if (!header) return null;
  const { fields, count } = header;
  if (fields.length > LONGEST || fields.some(({ shape }) => sizeOf(shape) > LONGEST))
    throw new DataError(say(texts.wideRecords, { name, most: LONGEST }));
  const room = new Room(name);
  const aside = fields.flatMap((field) => {
    const why = whyNot(field);
    return why ? [{ name: field.name, why }] : [];
  });
  const columns = fields.flatMap((field) =>
    field.type ? columnsOf(bytes, header, { ...field, type: field.type }, room) : [],
  );
  return { name, columns, count, hasHeader: true, firstLine: 1, aside };
}

/** Why a field is no column; null where it is one, or is nothing but room between others. */
function whyNot({ type, kind, shape }: RecordField): Said | null {
  if (type === null) return kind === "V" ? null : say(tableTexts.noCells, { kind });
  return isText(type) && shape.length > 0 ? tableTexts.noNumbers : null;
}

function isText({ kind }: NpyType): boolean {
  return kind === "U" || kind === "S";
}

type KnownField = RecordField & { type: NpyType };

function columnsOf(bytes: Uint8Array, header: RecordHeader, field: KnownField, room: Room): TableColumn[] {
  if (isText(field.type)) return textColumns(bytes, header, field, room);
  return field.shape.length > 0
    ? vectorColumns(bytes, header, field, room)
    : [numberColumn(bytes, header, field, room)];
}

function textColumns(
  bytes: Uint8Array,
  header: RecordHeader,
  { name, type, shape, offset }: KnownField,
  room: Room,
): TableColumn[] {
  if (shape.length > 0) return [];
  const column = new GrowingColumn(room);
  for (const start of starts(header)) {
    const at = start + offset;
    column.add(Number.NaN, textIn(bytes.subarray(at, at + type.size), type));
  }
  return [column.finish(name)];
}

function numberColumn(
  bytes: Uint8Array,
  header: RecordHeader,
  { name, type, offset }: KnownField,
  room: Room,
): TableColumn {
  const [column, get, view] = [new GrowingColumn(room), getterOf(type), viewOf(bytes)];
  for (const start of starts(header)) addNumber(column, get(view, start + offset));
  return column.finish(name);
}

function vectorColumns(
  bytes: Uint8Array,
  header: RecordHeader,
  { name, type, shape, offset }: KnownField,
  room: Room,
): TableColumn[] {
  const [vector, get, view] = [new GrowingVector(room), getterOf(type), viewOf(bytes)];
  const levels = levelsOf(shape);
  const values = new Float64Array(levels.length);
  for (const start of starts(header)) {
    for (let i = 0; i < values.length; i++) values[i] = get(view, start + offset + i * type.size);
    vector.add(values, levels);
  }
  return vector.finish(name);
}

function* starts({ headerSize, count, size }: RecordHeader): Generator<number> {
  for (let row = 0; row < count; row++) yield headerSize + row * size;
}

/** Of each number, the list that it goes on with (tables/vector.ts). */
function levelsOf(shape: readonly number[]): number[] {
  return Array.from({ length: sizeOf(shape) }, (_, at) => {
    const steps = shape.map((_side, axis) => sizeOf(shape.slice(axis)));
    const begun = steps.findIndex((step) => at % step === 0);
    return begun < 0 ? shape.length : begun;
  });
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function getterOf({ kind, size, littleEndian: little }: NpyType): Get {
  const getters: Record<string, Get> = {
    b1: (view, at) => view.getUint8(at),
    u1: (view, at) => view.getUint8(at),
    i1: (view, at) => view.getInt8(at),
    u2: (view, at) => view.getUint16(at, little),
    i2: (view, at) => view.getInt16(at, little),
    f2: (view, at) => fromHalf(view.getUint16(at, little)),
    u4: (view, at) => view.getUint32(at, little),
    i4: (view, at) => view.getInt32(at, little),
    f4: (view, at) => view.getFloat32(at, little),
    u8: (view, at) => Number(view.getBigUint64(at, little)),
    i8: (view, at) => Number(view.getBigInt64(at, little)),
    f8: (view, at) => view.getFloat64(at, little),
  };
  return getters[`${kind}${size}`]!;
}
