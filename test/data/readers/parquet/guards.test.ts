import { describe, expect, test } from "vitest";
import { assertRuns, assertValues } from "../../../../src/data/readers/parquet/guards";

const varInt = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varInt(value >>> 7)]);
const zigZag = (value: number) => varInt(2 * value);
/** Deltas of a sequence that goes on by one step (Encodings.md, "Delta encoding"): no bits for any of them. */
const steps = (count: number, first: number, step: number) => [
  ...varInt(128),
  ...varInt(1),
  ...varInt(count),
  ...zigZag(first),
  ...zigZag(step),
  0,
];

describe("what a page of Parquet promises", () => {
  test.each<[string, number[], number, number, RegExp]>([
    ["a run of more values than there are", [...varInt(2 * 1_000_000), 1], 1, 50, /a run would have 1000000 of 50/],
    ["a run of none", [0, 1], 1, 50, /a run has no values/],
    ["values of many bits", [3, 1], 77, 50, /77 bits/],
  ])("%s", (_, bytes, width, most, message) => {
    expect(() => assertRuns(Uint8Array.from(bytes), width, most)).toThrow(message);
  });

  test("a packed run is filled up", () => {
    expect(() => assertRuns(Uint8Array.of(3, 0xff), 1, 5)).not.toThrow();
  });

  test.each<[string, number[], RegExp]>([
    ["blocks of nothing", [...varInt(0), ...varInt(1), 1, 0], /blocks of no size/],
    ["blocks of a million parts", [...varInt(1 << 20), ...varInt(1 << 20), 1, 0], /blocks of no size/],
    ["texts that begin as the one before, each longer", steps(100, 0, 1 << 24), /its texts would have \d+ bytes/],
    ["more texts than there are values", steps(1_000_000, 0, 0), /1000000 of 100 values/],
  ])("%s", (_, bytes, message) => {
    expect(() => assertValues(Uint8Array.from(bytes), "DELTA_BYTE_ARRAY", 100)).toThrow(message);
  });
});
