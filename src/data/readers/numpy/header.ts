import { type Said, say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { texts } from "./errors";

/** A sound array of another kind than data sets are made of: beside others it is left aside. */
export class ForeignArrayError extends DataError {
  override name = "ForeignArrayError";
  /** In a few words. */
  readonly why: Said;

  constructor(said: Said, why: Said = texts.left.foreign) {
    super(said);
    this.why = why;
  }
}

/**
 * Type of what an array holds: `b`ool, signed `i`nteger, `u`nsigned integer, `f`loat, text of `U`nicode or of byte`S` (each text
 * takes up as much as the longest).
 */
export interface NpyType {
  kind: "b" | "i" | "u" | "f" | "U" | "S";
  /** Bytes of a number, or of a text. */
  size: number;
  littleEndian: boolean;
}

export interface NpyHeader {
  type: NpyType;
  /** Whether the first index runs fastest (Fortran, column-major) rather than the last (C). */
  fortran: boolean;
  shape: number[];
  /** Bytes before the numbers. */
  headerSize: number;
}

/** How every array begins. */
export const MAGIC = "\x93NUMPY";
const LONGEST_HEADER = 64 * 1024;
/** Images in color have four axes; nothing here has more. */
const MOST_AXES = 4;

/**
 * Reads the header of an array (NEP 1, "A simple file format for NumPy arrays", versions 1.0 to 3.0), and holds its promise
 * against the length of the file.
 *
 * @throws DataError naming what was found and what is read
 */
export function parseNpyHeader(bytes: Uint8Array, name: string): NpyHeader {
  if (bytes.length < 10 || latin1(bytes.subarray(0, 6)) !== MAGIC) throw new DataError(say(texts.noArray, { name }));
  const [text, headerSize] = dictionary(bytes, name);
  const header = {
    type: typeOf(match(text, /'descr'\s*:\s*'([^']*)'/, name), name),
    fortran: match(text, /'fortran_order'\s*:\s*(True|False)/, name) === "True",
    shape: shapeOf(match(text, /'shape'\s*:\s*\(([\d,\sL]*)\)/, name)),
    headerSize,
  };
  checkSize(header, bytes.length, name);
  return header;
}

/** A field of an array of records. */
export interface RecordField {
  name: string;
  /** Null where such values are not read. */
  type: NpyType | null;
  /** The letter of its type. */
  kind: string;
  /** Of its own numbers; empty for one. */
  shape: number[];
  /** Bytes from the start of a record. */
  offset: number;
}

/** Records that lie one after the other. */
export interface RecordHeader {
  fields: RecordField[];
  count: number;
  /** Bytes of a record. */
  size: number;
  headerSize: number;
}

/** `('x', '<f4')`, or `('x', '<f4', (16,))`. */
const FIELD = /\(\s*'([^'\\]*)'\s*,\s*'([^']*)'\s*(?:,\s*\(([\d,\s]*)\)\s*)?\)/g;

/**
 * Reads the header of an array of records.
 *
 * @returns null where it is no such array
 * @throws DataError as above
 */
export function parseRecordHeader(bytes: Uint8Array, name: string): RecordHeader | null {
  if (bytes.length < 10 || latin1(bytes.subarray(0, 6)) !== MAGIC) return null;
  const [text, headerSize] = dictionary(bytes, name);
  const descr = /'descr'\s*:\s*\[(.*)\]\s*,\s*'fortran_order'/s.exec(text)?.[1];
  if (descr === undefined) return null;
  if (!/^[\s,]*$/.test(descr.replace(FIELD, "")))
    throw new ForeignArrayError(say(texts.noPlainArray, { name, header: text.trim().slice(0, 120) }));
  let size = 0;
  const fields = [...descr.matchAll(FIELD)].map(([, own = "", type = "", axes = ""]): RecordField => {
    const shape = shapeOf(axes);
    const [known, bytesEach] = fieldType(type, name);
    const offset = size;
    size += shape.reduce((product, side) => product * side, bytesEach);
    return { name: own, type: known, kind: /[a-z]/i.exec(type)?.[0] ?? type, shape, offset };
  });
  const shape = shapeOf(match(text, /'shape'\s*:\s*\(([\d,\sL]*)\)/, name));
  const isEmpty = size === 0 || shape[0] === 0 || fields.some((field) => field.shape.includes(0));
  if (shape.length !== 1 || isEmpty)
    throw new ForeignArrayError(say(texts.wrongAxes, { name, shape: shape.join(", "), most: 1 }));
  assertLength({ shape, size, headerSize }, bytes.length, name);
  return { fields, count: shape[0]!, size, headerSize };
}

function fieldType(descr: string, name: string): [type: NpyType | null, size: number] {
  const [, kind, digits] = /^[<>|=]?([VMmc])(\d{1,6})/.exec(descr) ?? [];
  if (kind) return [null, Number(digits)];
  const type = typeOf(descr, name);
  return [type, type.size];
}

/** The Python dictionary that describes the array, and where it ends. */
function dictionary(bytes: Uint8Array, name: string): [text: string, end: number] {
  const major = bytes[6]!;
  if (major < 1 || major > 3) throw new DataError(say(texts.unknownVersion, { name, major, minor: bytes[7]! }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = major === 1 ? 10 : 12;
  const length = major === 1 ? view.getUint16(8, true) : bytes.length < 12 ? 0 : view.getUint32(8, true);
  if (length > LONGEST_HEADER || start + length > bytes.length)
    throw new DataError(say(texts.headerCutShort, { name, size: length }));
  return [latin1(bytes.subarray(start, start + length)), start + length];
}

function match(text: string, pattern: RegExp, name: string): string {
  const found = pattern.exec(text)?.[1];
  if (found !== undefined) return found;
  throw new ForeignArrayError(say(texts.noPlainArray, { name, header: text.trim().slice(0, 120) }));
}

/** Bytes of a number, by what it is. */
const SIZES: Readonly<Record<string, readonly number[]>> = { b: [1], i: [1, 2, 4, 8], u: [1, 2, 4, 8], f: [2, 4, 8] };
/** A letter of Unicode text. */
const LETTER = 4;
/** Texts of an array: as many as a data set has labels, and more. */
const MOST_TEXTS = 2 ** 21;

function typeOf(descr: string, name: string): NpyType {
  const [, order, kind = "", digits] = /^([<>|=])([biufUS])(\d{1,6})$/.exec(descr) ?? [];
  const size = Number(digits) * (kind === "U" ? LETTER : 1);
  const isKnown = SIZES[kind]?.includes(size) ?? ((kind === "U" || kind === "S") && size > 0);
  if (/^[<>|=]?O/.test(descr)) throw new ForeignArrayError(say(texts.objects, { name }), texts.left.objects);
  if (isKnown) return { kind: kind as NpyType["kind"], size, littleEndian: order !== ">" };
  throw new ForeignArrayError(say(texts.unknownType, { name, type: descr }));
}

function shapeOf(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function checkSize({ shape, type, headerSize }: NpyHeader, found: number, name: string): void {
  if (shape.length === 0 || shape.length > MOST_AXES || shape.includes(0))
    throw new ForeignArrayError(say(texts.wrongAxes, { name, shape: shape.join(", "), most: MOST_AXES }));
  const count = shape.reduce((product, side) => product * side, 1);
  if ((type.kind === "U" || type.kind === "S") && count > MOST_TEXTS)
    throw new ForeignArrayError(say(texts.tooManyTexts, { name, count, most: MOST_TEXTS }));
  assertLength({ shape, size: type.size, headerSize }, found, name);
}

interface Extent {
  shape: number[];
  /** Bytes of one number or record. */
  size: number;
  headerSize: number;
}

function assertLength({ shape, size: each, headerSize }: Extent, found: number, name: string): void {
  const size = shape.reduce((product, side) => product * side, each);
  if (size > LARGEST_PART)
    throw new DataError(say(texts.tooLarge, { name, shape: shape.join(", "), size, most: LARGEST_PART }));
  const expected = headerSize + size;
  if (expected !== found)
    throw new DataError(
      say(found < expected ? texts.cutShort : texts.tooLong, { name, found, shape: shape.join(", "), expected }),
    );
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
