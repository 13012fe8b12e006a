import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readSafetensors,
  type SafeTensor,
  SafetensorsError,
  type SafetensorsFile,
  writeSafetensors,
} from "../../src/export/safetensors";

/** A file as the format's page lays it out: length, header padded with spaces, numbers. */
function laidOut(header: string, ...data: number[]): Uint8Array {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes;
}

/** [1, -2] as float32, [258] as int32, and two bytes. */
const ONE = [0, 0, 0x80, 0x3f];
const MINUS_TWO = [0, 0, 0, 0xc0];
const PUBLISHED = laidOut(
  '{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},' +
    '"n":{"dtype":"I32","shape":[],"data_offsets":[8,12]},"b":{"dtype":"U8","shape":[2],"data_offsets":[12,14]}}   ',
  ...ONE,
  ...MINUS_TWO,
  ...[2, 1, 0, 0],
  ...[7, 255],
);

function fileOf(tensors: [string, SafeTensor][], metadata: Record<string, string> = {}): SafetensorsFile {
  return { tensors: new Map(tensors), metadata };
}

/** Of a tensor, or of a text beside them. */
const anyName = fc.string().filter((name) => name !== "__metadata__" && name !== "__proto__");

const anyTensor: fc.Arbitrary<SafeTensor> = fc.oneof(
  fc.float32Array().map((values): SafeTensor => ({ dtype: "F32", shape: [values.length], values })),
  fc.float64Array().map((values): SafeTensor => ({ dtype: "F64", shape: [1, values.length], values })),
  fc.int32Array().map((values): SafeTensor => ({ dtype: "I32", shape: [values.length, 1], values })),
  fc.uint8Array().map((values): SafeTensor => ({ dtype: "U8", shape: [values.length], values })),
);

describe("safetensors", () => {
  it("are read as they are published", () => {
    const { tensors, metadata } = readSafetensors(PUBLISHED);
    expect(metadata).toEqual({ format: "pt" });
    expect([...tensors]).toEqual([
      ["w", { dtype: "F32", shape: [1, 2], values: Float32Array.of(1, -2) }],
      ["n", { dtype: "I32", shape: [], values: Int32Array.of(258) }],
      ["b", { dtype: "U8", shape: [2], values: Uint8Array.of(7, 255) }],
    ]);
  });

  it("are written with the widest numbers first, each at a multiple of its size, after a header padded with spaces", () => {
    const narrow: SafeTensor = { dtype: "F32", shape: [1], values: Float32Array.of(1) };
    const wide: SafeTensor = { dtype: "F64", shape: [], values: Float64Array.of(0.1) };
    const bytes = writeSafetensors(fileOf([["narrow", narrow], ["wide", wide]], { step: "4" })); // biome-ignore format: one line
    const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = new TextDecoder().decode(bytes.subarray(8, 8 + length));
    expect(length % 8).toBe(0);
    expect(header).toMatch(/^\{.*\} *$/);
    expect(JSON.parse(header)).toEqual({
      __metadata__: { step: "4" },
      wide: { dtype: "F64", shape: [], data_offsets: [0, 8] },
      narrow: { dtype: "F32", shape: [1], data_offsets: [8, 12] },
    });
    expect(bytes.length).toBe(8 + length + 12);
  });

  it("come back to the bit, wherever they lie in memory", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyName, anyTensor)),
        fc.dictionary(anyName, fc.string()),
        fc.nat(9),
        (list, metadata, offset) => {
          const tensors = new Map(list);
          const written = writeSafetensors({ tensors, metadata });
          const moved = new Uint8Array(written.length + offset);
          moved.set(written, offset);
          const read = readSafetensors(moved.subarray(offset));
          expect(new Map([...read.tensors].sort())).toEqual(new Map([...tensors].sort()));
          expect(read.metadata).toEqual(metadata);
        },
      ),
    );
  });

  it.each([
    ["nothing", new Uint8Array(0), "too short"],
    ["a header longer than the file", Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 127, 1), "end is missing"],
    ["no JSON", laidOut("{nothing"), "not JSON"],
    ["no UTF-8", Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 255), "not JSON"],
    ["a list", laidOut("[]"), "not a list of tensors"],
    [
      "numbers of an unknown kind",
      laidOut('{"x":{"dtype":"F8","shape":[1],"data_offsets":[0,1]}}', 0),
      "x cannot be read",
    ],
    ["a negative length", laidOut('{"x":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}}', 0), "x cannot be read"],
    [
      "more numbers than bytes",
      laidOut('{"x":{"dtype":"F32","shape":[99999999],"data_offsets":[0,4]}}', ...ONE),
      "399999996",
    ],
    ["bytes beyond the end", laidOut('{"x":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}}', 1), "9 bytes together"],
    ["a gap", laidOut('{"x":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}', 0, 1), "does not begin"],
    ["bytes of nobody", laidOut('{"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 0, 1), "file has 2"],
    ["metadata that are no texts", laidOut('{"__metadata__":{"step":4}}'), "metadata"],
  ])("with %s are refused in a sentence", (_, bytes, said) => {
    expect(() => readSafetensors(bytes)).toThrow(SafetensorsError);
    expect(() => readSafetensors(bytes)).toThrow(said);
  });

  it("that are damaged give tensors or the error, and nothing else", () => {
    const damaged = fc
      .array(fc.tuple(fc.nat(PUBLISHED.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
      .chain((changes) => fc.tuple(fc.constant(changes), fc.nat(PUBLISHED.length)));
    fc.assert(
      fc.property(damaged, ([changes, length]) => {
        const bytes = PUBLISHED.slice(0, length);
        for (const [at, value] of changes) if (at < length) bytes[at] = value;
        expectTensorsOrError(bytes);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.json(), (header) => expectTensorsOrError(laidOut(header, ...ONE))),
      { numRuns: 500 },
    );
  });
});

function expectTensorsOrError(bytes: Uint8Array): void {
  try {
    for (const { values } of readSafetensors(bytes).tensors.values())
      expect(values.byteLength).toBeLessThanOrEqual(bytes.length);
  } catch (error) {
    if (!(error instanceof SafetensorsError)) throw error;
  }
}
