import { type NpyType, parseNpyHeader } from "./header";

type Numbers =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array
  | Float32Array
  | Float64Array;

/** An array as its file stores it. */
export interface NpyArray {
  name: string;
  /** What the array itself is called, without its file where that holds several. */
  title: string;
  kind: NpyType["kind"];
  shape: number[];
  /** Numbers between two neighbors along each axis. */
  strides: number[];
  /** One after the other as in the file. */
  numbers: Exclude<Numbers, BigUint64Array | BigInt64Array>;
  /** In place of numbers, where the array is of texts. */
  texts: string[] | null;
}

/**
 * @param bytes a `.npy` file; its numbers may be turned around in place
 * @throws DataError naming what is wrong
 */
export function readNpy(bytes: Uint8Array<ArrayBuffer>, name: string, title: string): NpyArray {
  const { type, fortran, shape, headerSize } = parseNpyHeader(bytes, name);
  const common = { name, title, kind: type.kind, shape, strides: stridesOf(shape, fortran) };
  if (type.kind === "U" || type.kind === "S")
    return { ...common, numbers: new Uint8Array(0), texts: textsOf(bytes.subarray(headerSize), type) };
  const content = aligned(bytes, headerSize, type.size);
  if (!type.littleEndian) reverseEach(content, type.size);
  return { ...common, numbers: plain(view(content, type)), texts: null };
}

/** Texts are filled up with zeros to the length of the longest. */
function textsOf(bytes: Uint8Array, type: NpyType): string[] {
  const { size } = type;
  return Array.from({ length: bytes.length / size }, (_, i) => textIn(bytes.subarray(i * size, (i + 1) * size), type));
}

const decoder = new TextDecoder();

/** One text of such an array. */
export function textIn(bytes: Uint8Array, { kind, littleEndian }: Pick<NpyType, "kind" | "littleEndian">): string {
  return kind === "U" ? unicode(bytes, littleEndian) : decoder.decode(bytes).replace(/\0+$/, "");
}

/** UTF-32. What is no letter of Unicode becomes a replacement mark. */
function unicode(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    text += code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  }
  return text.replace(/\0+$/, "");
}

/** Typed arrays begin at multiples of their numbers' size. */
function aligned(bytes: Uint8Array<ArrayBuffer>, start: number, size: number): Uint8Array<ArrayBuffer> {
  return (bytes.byteOffset + start) % size === 0 ? bytes.subarray(start) : bytes.slice(start);
}

/** Big-endian numbers to little-endian ones, which is what every machine that runs a browser has. */
function reverseEach(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}

const VIEWS = {
  b1: Uint8Array,
  u1: Uint8Array,
  i1: Int8Array,
  u2: Uint16Array,
  f2: Uint16Array,
  i2: Int16Array,
  u4: Uint32Array,
  i4: Int32Array,
  u8: BigUint64Array,
  i8: BigInt64Array,
  f4: Float32Array,
  f8: Float64Array,
} as const;

function view({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>, { kind, size }: NpyType): Numbers {
  const type = `${kind}${size}` as keyof typeof VIEWS;
  const View = VIEWS[type];
  const numbers = new View(buffer, byteOffset, byteLength / size);
  return type === "f2" ? Float32Array.from(numbers as Uint16Array, fromHalf) : numbers;
}

/** A float of 16 bits: 5 of exponent, 10 of fraction (IEEE 754, binary16). */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Integers of 64 bits as floats, exact up to 2^53, far beyond any pixel or label. */
function plain(numbers: Numbers): NpyArray["numbers"] {
  return numbers instanceof BigInt64Array || numbers instanceof BigUint64Array
    ? Float64Array.from(numbers, Number)
    : numbers;
}

function stridesOf(shape: number[], fortran: boolean): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  const axes = [...shape.keys()];
  for (const axis of fortran ? axes : axes.reverse()) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}
