import { fnv1a, hashText, NOTHING_HASHED } from "../../data/fnv1a";
import type { Dataset } from "../../data/types";

/** What tells one data set from another, as its rows say it: own files of one name may have other contents. */
export function dataIdentity({ shape, train, bank, test }: Dataset) {
  const parts = [train, ...(bank ? [bank] : []), test].flatMap(({ values, labels }) => [values, labels]);
  const hash = parts.reduce((sum, values) => (values ? fnv1a(bytesOf(values), sum) : sum), NOTHING_HASHED);
  return {
    shape: formatShape(shape),
    trainSamples: train.count,
    testSamples: test.count,
    checksum: hashText(hash),
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

function bytesOf(values: Uint8Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
