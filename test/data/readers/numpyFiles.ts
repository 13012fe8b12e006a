import { zipSync } from "fflate";

interface NpyOptions {
  /** As NumPy writes it; `<` little-endian, `>` big-endian. */
  descr?: string;
  fortran?: boolean;
  version?: 1 | 2 | 3;
}

const WRITERS: Record<string, (view: DataView, at: number, value: number, little: boolean) => void> = {
  b1: (view, at, value) => view.setUint8(at, value),
  u1: (view, at, value) => view.setUint8(at, value),
  i1: (view, at, value) => view.setInt8(at, value),
  i2: (view, at, value, little) => view.setInt16(at, value, little),
  u2: (view, at, value, little) => view.setUint16(at, value, little),
  u4: (view, at, value, little) => view.setUint32(at, value, little),
  u8: (view, at, value, little) => view.setBigUint64(at, BigInt(value), little),
  f2: (view, at, value, little) => view.setUint16(at, toHalf(value), little),
  i4: (view, at, value, little) => view.setInt32(at, value, little),
  i8: (view, at, value, little) => view.setBigInt64(at, BigInt(value), little),
  f4: (view, at, value, little) => view.setFloat32(at, value, little),
  f8: (view, at, value, little) => view.setFloat64(at, value, little),
};

/**
 * Writes an array as `numpy.save` does.
 * @param values in the order of the last index running fastest, whatever the order of the file
 */
export function npy(shape: number[], values: ArrayLike<number>, options: NpyOptions = {}): Uint8Array {
  const { descr = "|u1", fortran = false, version = 1 } = options;
  const start = version === 1 ? 10 : 12;
  const fields = `{'descr': '${descr}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': (${shape.join(", ")}${shape.length === 1 ? "," : ""}), }`;
  const length = Math.ceil((start + fields.length + 1) / 64) * 64 - start;
  const size = Number(descr[2]);
  const bytes = new Uint8Array(start + length + values.length * size);
  bytes.set([0x93, ...new TextEncoder().encode("NUMPY"), version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, length, true);
  else view.setUint32(8, length, true);
  bytes.set(new TextEncoder().encode(`${fields.padEnd(length - 1)}\n`), start);
  for (let i = 0; i < values.length; i++) {
    const place = fortran ? fortranPlace(i, shape) : i;
    WRITERS[descr.slice(1)]!(view, start + length + place * size, values[i]!, descr[0] !== ">");
  }
  return bytes;
}

/** A float of 16 bits; what is less than the smallest normal one is 0. */
function toHalf(value: number): number {
  const [bits] = new Uint32Array(Float32Array.of(value).buffer);
  const exponent = ((bits! >> 23) & 255) - 127 + 15;
  const sign = (bits! >>> 16) & 0x8000;
  return exponent <= 0 ? sign : sign | (exponent << 10) | ((bits! >> 13) & 1023);
}

/** Writes an array of texts as NumPy does: each as long as the longest. */
export function npyTexts(texts: string[], descr: "U" | "S"): Uint8Array {
  const length = Math.max(...texts.map((text) => text.length));
  const codes = texts.flatMap((text) => Array.from({ length }, (_, i) => text.charCodeAt(i) || 0));
  const bytes = npy([codes.length], codes, { descr: descr === "U" ? "<u4" : "|u1" });
  const [from, to] = [
    `'descr': '${descr === "U" ? "<u4" : "|u1"}'`,
    `'descr': '${descr === "U" ? "<U" : "|S"}${length}'`,
  ];
  const header = new TextDecoder("latin1").decode(bytes.subarray(10, 128));
  const renamed = header.replace(from, to).replace(/\(\d+,\)/, `(${texts.length},)`);
  // Of the same length: blanks before the line's end make up for it.
  const padded = `${renamed.trimEnd().padEnd(header.length - 1)}\n`;
  return new Uint8Array([...bytes.subarray(0, 10), ...new TextEncoder().encode(padded), ...bytes.subarray(128)]);
}

export interface Field {
  name: string;
  /** Numbers, or texts of at most eight letters. */
  values: number[] | string[];
  descr: string;
  /** Of the numbers of one record. */
  shape?: number[];
}

/** Writes an array of records. */
export function npyRecords(count: number, fields: Field[]): Uint8Array {
  const records = Array.from({ length: count }, (_, row) =>
    fields.flatMap((field): number[] => {
      const size = (field.shape ?? []).reduce((product, side) => product * side, 1);
      const own = field.values.slice(row * size, (row + 1) * size);
      if (typeof own[0] === "string") return [...new TextEncoder().encode(own[0].padEnd(8, "\0"))];
      return [...contentOf(npy([size], own as number[], { descr: field.descr }))];
    }),
  );
  const described = fields.map(
    ({ name, descr, shape }) => `('${name}', '${descr}'${shape ? `, (${shape.join(", ")},)` : ""})`,
  );
  const fieldsText = `{'descr': [${described.join(", ")}], 'fortran_order': False, 'shape': (${count},), }`;
  const length = Math.ceil((11 + fieldsText.length) / 64) * 64 - 10;
  const head = npy([0], []).slice(0, 10);
  new DataView(head.buffer).setUint16(8, length, true);
  return new Uint8Array([
    ...head,
    ...new TextEncoder().encode(`${fieldsText.padEnd(length - 1)}\n`),
    ...records.flat(),
  ]);
}

function contentOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(10 + new DataView(bytes.buffer).getUint16(8, true));
}

function fortranPlace(index: number, shape: number[]): number {
  let [rest, place] = [index, 0];
  const places = shape.map((_, axis) => shape.slice(0, axis).reduce((product, side) => product * side, 1));
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place += (rest % shape[axis]!) * places[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}

export function npz(arrays: Record<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes])), {
    level: 1,
  });
}
