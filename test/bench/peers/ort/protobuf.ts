/** As much of the Protocol Buffers wire format as a model of ONNX takes: https://protobuf.dev/programming-guides/encoding/ */

/** A field by its number: a whole number (varint), a float (32 bits), a text, bytes, a message, or a list of them. */
export type Fields = Record<number, Value | Value[]>;
type Value = number | { float: number } | string | Uint8Array | { message: Fields };

const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

export function encode(fields: Fields): Uint8Array {
  const parts = Object.entries(fields).flatMap(([field, values]) =>
    [values].flat().map((value) => encodeField(Number(field), value)),
  );
  return joined(parts);
}

function encodeField(field: number, value: Value): Uint8Array {
  const key = (wireType: number) => varint(field * 8 + wireType);
  if (typeof value === "number") return joined([key(VARINT), varint(value)]);
  if (typeof value === "object" && "float" in value)
    return joined([key(FIXED32), new Uint8Array(Float32Array.of(value.float).buffer)]);
  const bytes = bytesOf(value);
  return joined([key(BYTES), varint(bytes.length), bytes]);
}

function bytesOf(value: string | Uint8Array | { message: Fields }): Uint8Array {
  if (typeof value === "string") return new TextEncoder().encode(value);
  return value instanceof Uint8Array ? value : encode(value.message);
}

/** @param value not negative */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.of(...bytes, rest);
}

function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
