import type { Dataset } from "../../data/types";

/** What tells one data set from another, as its rows say it: own files of one name may have other contents. */
export function dataIdentity({ shape, train, test }: Dataset) {
  const parts = [train.values, train.labels, test.values, test.labels];
  const hash = parts.reduce((sum, values) => (values ? fnv1a(bytesOf(values), sum) : sum), OFFSET);
  return {
    shape: formatShape(shape),
    trainSamples: train.count,
    testSamples: test.count,
    checksum: hash.toString(16).padStart(8, "0"),
  };
}

/** `32x32x3` */
function formatShape(shape: readonly number[]): string {
  return shape.join("x");
}

/** The shape that a row says, as numbers. */
export function readShape(shape: string): number[] {
  return shape.split("x").map(Number);
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a in 32 bits (Fowler, Noll and Vo), going on from `hash`. */
function fnv1a(bytes: Uint8Array, hash: number): number {
  let sum = hash;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, PRIME) >>> 0;
  return sum;
}

function bytesOf(values: Uint8Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
