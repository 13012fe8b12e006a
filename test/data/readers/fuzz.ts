import fc from "fast-check";
import { expect } from "vitest";
import { DataError } from "../../../src/data/errors";
import type { Dataset } from "../../../src/data/types";
import { file } from "./idxFiles";

/** Fails on anything but a `DataError`, whose message is handed back. */
export async function refusal(loading: Promise<unknown>): Promise<string> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataError);
  return (error as DataError).message;
}

/** Fails unless the outcome is a `DataError` or a data set that keeps what its fields promise. */
async function outcome(loading: Promise<Dataset>): Promise<void> {
  try {
    const { train, bank, test, shape, classNames } = await loading;
    const size = shape.reduce((product, side) => product * side, 1);
    for (const { values, second, labels, count } of [train, ...(bank ? [bank] : []), test]) {
      expect(values.length).toBe(count * size);
      if (second) expect(second.length).toBe(count * size);
      if (values instanceof Float32Array) expect(values.every(Number.isFinite)).toBe(true);
      if (labels) {
        expect(labels.length).toBe(count);
        expect(labels.every((label) => label < classNames.length)).toBe(true);
      }
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
}

export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/**
 * Damages good files in every way, and checks the outcome: cut short, bits flipped, and bytes of any kind behind the first few.
 *
 * @param sources good data sets, one file of which is damaged
 * @param load what reads them
 */
export async function fuzz(
  sources: NamedBytes[][],
  load: (files: File[]) => Promise<Dataset>,
  numRuns = 150,
): Promise<void> {
  const damage = fc.oneof(
    fc.record({ kind: fc.constant("cut" as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({
      kind: fc.constant("flip" as const),
      // Heads and tails are where formats keep their promises.
      bits: fc.array(fc.oneof(fc.nat(800), fc.integer({ min: -1600, max: -1 }), fc.nat(1_000_000)), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
    fc.record({ kind: fc.constant("any" as const), keep: fc.nat(40), rest: fc.uint8Array({ maxLength: 300 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sources), fc.nat(), damage, async (source, which, how) => {
      const victim = which % source.length;
      const files = source.map(({ name, bytes }, i) => file(name, i === victim ? damaged(bytes, how) : bytes));
      await outcome(load(files));
    }),
    { numRuns },
  );
}

type Damage =
  | { kind: "cut"; share: number }
  | { kind: "flip"; bits: number[] }
  | { kind: "any"; keep: number; rest: Uint8Array };

function damaged(bytes: Uint8Array, how: Damage): Uint8Array {
  if (how.kind === "cut") return bytes.subarray(0, Math.floor(how.share * bytes.length));
  if (how.kind === "any") return new Uint8Array([...bytes.subarray(0, how.keep), ...how.rest]);
  const copy = bytes.slice();
  for (const bit of how.bits) {
    const at = (((bit >> 3) % copy.length) + copy.length) % copy.length;
    copy[at]! ^= 1 << (bit & 7);
  }
  return copy;
}
