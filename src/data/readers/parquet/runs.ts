/**
 * Decodes Parquet's hybrid of runs and packed bits (Encodings.md, "RLE"). A run that promises more numbers than are wanted gives
 * no more than those, so that no file can fill the memory by it; hyparquet's own decoder trusts the file.
 *
 * @param bytes runs up to their end
 * @param width bits of a number, 0 to 32
 * @param count numbers wanted
 * @throws when the bytes end before
 */
export function readRuns(bytes: Uint8Array, width: number, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  if (width === 0) return numbers;
  if (width > 32) throw new Error(`numbers of ${width} bits`);
  let [at, seen] = [0, 0];
  while (seen < count) {
    const [head, next] = varInt(bytes, at);
    const isPacked = (head & 1) === 1;
    const length = isPacked ? (head >>> 1) * 8 : head >>> 1;
    const size = isPacked ? (head >>> 1) * width : Math.ceil(width / 8);
    // The last packed run may be cut off behind the numbers that count.
    if (length === 0 || next >= bytes.length) throw new Error("its runs end too early");
    const run = numbers.subarray(seen, seen + length);
    if (isPacked) unpack(bytes.subarray(next, next + size), width, run);
    else run.fill(littleEndian(bytes.subarray(next, next + size)));
    seen += run.length;
    at = next + size;
  }
  return numbers;
}

/** LEB128 of at most 32 bits. */
export function varInt(bytes: Uint8Array, start: number): [value: number, end: number] {
  let value = 0;
  for (let i = 0; i < 5 && start + i < bytes.length; i++) {
    const byte = bytes[start + i]!;
    value |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return [value >>> 0, start + i + 1];
  }
  throw new Error("its runs end too early");
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

/** Numbers one after the other, lowest bit first. */
function unpack(bytes: Uint8Array, width: number, target: Uint32Array): void {
  if (bytes.length * 8 < target.length * width) throw new Error("its runs end too early");
  for (let i = 0; i < target.length; i++) {
    let value = 0;
    for (let bit = 0; bit < width; bit++) {
      const place = i * width + bit;
      value |= ((bytes[place >> 3]! >> (place & 7)) & 1) << bit;
    }
    target[i] = value;
  }
}
