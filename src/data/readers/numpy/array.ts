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
  kind: NpyType["kind"];
  shape: number[];
  /** Numbers between two neighbors along each axis. */
  strides: number[];
  /** One after the other as in the file. */
  numbers: Exclude<Numbers, BigUint64Array | BigInt64Array>;
}

/**
 * @param bytes a `.npy` file; its numbers may be turned around in place
 * @throws DataError naming what is wrong
 */
export function readNpy(bytes: Uint8Array<ArrayBuffer>, name: string): NpyArray {
  const { type, fortran, shape, headerSize } = parseNpyHeader(bytes, name);
  const content = aligned(bytes, headerSize, type.size);
  if (!type.littleEndian) reverseEach(content, type.size);
  return { name, kind: type.kind, shape, strides: stridesOf(shape, fortran), numbers: plain(view(content, type)) };
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
  i2: Int16Array,
  u4: Uint32Array,
  i4: Int32Array,
  u8: BigUint64Array,
  i8: BigInt64Array,
  f4: Float32Array,
  f8: Float64Array,
} as const;

function view({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>, { kind, size }: NpyType): Numbers {
  const View = VIEWS[`${kind}${size}` as keyof typeof VIEWS];
  return new View(buffer, byteOffset, byteLength / size);
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
