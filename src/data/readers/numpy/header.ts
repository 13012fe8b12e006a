import { LARGEST_PART } from "../../assembly/labelled";
import { DataError } from "../../types";

/** Type of the numbers of an array: `b`ool, signed `i`nteger, `u`nsigned integer or `f`loat. */
export interface NpyType {
  kind: "b" | "i" | "u" | "f";
  /** Bytes of a number. */
  size: 1 | 2 | 4 | 8;
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
/** Images in colour have four axes; nothing here has more. */
const MOST_AXES = 4;

/**
 * Reads the header of an array (NEP 1, "A simple file format for NumPy arrays", versions 1.0 to 3.0), and holds its promise
 * against the length of the file.
 *
 * @throws DataError naming what was found and what is read
 */
export function parseNpyHeader(bytes: Uint8Array, name: string): NpyHeader {
  if (bytes.length < 10 || latin1(bytes.subarray(0, 6)) !== MAGIC)
    throw new DataError(`${name} is not a NumPy array: it does not begin with \\x93NUMPY.`);
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

/** The Python dictionary that describes the array, and where it ends. */
function dictionary(bytes: Uint8Array, name: string): [text: string, end: number] {
  const major = bytes[6]!;
  if (major < 1 || major > 3)
    throw new DataError(`${name} is of version ${major}.${bytes[7]} of the NumPy format; 1.0 to 3.0 are read.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = major === 1 ? 10 : 12;
  const length = major === 1 ? view.getUint16(8, true) : bytes.length < 12 ? 0 : view.getUint32(8, true);
  if (length > LONGEST_HEADER || start + length > bytes.length)
    throw new DataError(`${name} is cut short: its header would have ${length} bytes.`);
  return [latin1(bytes.subarray(start, start + length)), start + length];
}

function match(text: string, pattern: RegExp, name: string): string {
  const found = pattern.exec(text)?.[1];
  if (found !== undefined) return found;
  throw new DataError(`${name} is not a plain NumPy array: its header reads ${text.trim().slice(0, 120)}`);
}

function typeOf(descr: string, name: string): NpyType {
  const [, order, kind, digit] = /^([<>|=])([biuf])([1248])$/.exec(descr) ?? [];
  const size = Number(digit) as NpyType["size"];
  const known = kind === "b" ? size === 1 : kind === "f" ? size >= 4 : kind !== undefined;
  if (known) return { kind: kind as NpyType["kind"], size, littleEndian: order !== ">" };
  throw new DataError(`${name} holds numbers of type "${descr}"; integers, booleans, float32 and float64 are read.`);
}

function shapeOf(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function checkSize({ shape, type, headerSize }: NpyHeader, found: number, name: string): void {
  if (shape.length === 0 || shape.length > MOST_AXES || shape.includes(0))
    throw new DataError(
      `${name} has the shape (${shape.join(", ")}); arrays of 1 to ${MOST_AXES} axes without a 0 are read.`,
    );
  const size = shape.reduce((product, side) => product * side, type.size);
  if (size > LARGEST_PART)
    throw new DataError(
      `${name} says that its shape is (${shape.join(", ")}), ${size} bytes; at most ${LARGEST_PART} bytes are read.`,
    );
  if (headerSize + size !== found)
    throw new DataError(
      `${name} ${found < headerSize + size ? "is cut short" : "is longer than its header says"}: ${found} bytes found, the shape (${shape.join(", ")}) takes ${headerSize + size}.`,
    );
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
