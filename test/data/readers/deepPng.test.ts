import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeDeepPng, isDeepPng } from "../../../src/data/readers/images/deepPng";
import { readBrought } from "../../../src/data/readers/readBrought";
import { sentencesOf } from "../cases/sentences";
import { type DeepKind, deepPng } from "./deepPngFiles";
import { file } from "./idxFiles";
import { decodePng, png } from "./pngFiles";

const level = (x: number, y: number, channel: number) => (4099 * x + 257 * y + 7919 * channel + x * y * 31) % 65_536;
const KINDS: DeepKind[] = ([1, 2, 3, 4] as const).flatMap((channels) =>
  [false, true].flatMap((interlaced) =>
    [[0], [1], [2], [3], [4], [4, 1, 3, 0, 2]].map((filters) => ({ channels, interlaced, filters })),
  ),
);

test.each(KINDS)("$channels channels, interlaced $interlaced, filters $filters", (kind) => {
  const { channels } = kind;
  for (const [width, height] of [
    [13, 9],
    [1, 1],
    [3, 2],
  ] as const) {
    const { data, ...size } = decodeDeepPng(deepPng(width, height, level, kind));
    expect(size).toEqual({ width, height });
    const expected = Array.from({ length: width * height }, (_, i) => {
      const own = Array.from({ length: channels }, (__, channel) => level(i % width, Math.floor(i / width), channel));
      const [first = 0] = own;
      const colors = channels > 2 ? own.slice(0, 3) : [first, first, first];
      return [...colors, channels % 2 === 0 ? own.at(-1)! : 65_535];
    });
    expect([...data]).toEqual(expected.flat());
  }
});

test.each([
  { channels: 1, transparent: [7] },
  { channels: 3, transparent: [7, 7, 7] },
] as const)("of $channels channels one color is transparent", ({ channels, transparent }) => {
  const { data } = decodeDeepPng(deepPng(2, 1, (x) => 7 + x, { channels, transparent: [...transparent] }));
  expect([data[3], data[7]]).toEqual([0, 65_535]);
});

test("large ones come reduced", () => {
  const { width, height, data, reducedFrom } = decodeDeepPng(deepPng(2048, 4, () => 3000, { channels: 1 }));
  expect([width, height, reducedFrom]).toEqual([1024, 2, [4, 2048]]);
  expect(data.slice(0, 4)).toEqual(Uint16Array.of(3000, 3000, 3000, 65_535));
});

const good = deepPng(9, 9, level, { channels: 3 });
const sized = (width: number, height: number) =>
  deepPng(1, 1, level, { channels: 1 }).map((byte, i) => {
    if (i >= 16 && i < 20) return (width >> (8 * (19 - i))) & 255;
    return i >= 20 && i < 24 ? (height >> (8 * (23 - i))) & 255 : byte;
  });

test.each<[string, Uint8Array]>([
  ["is cut short", good.subarray(0, 100)],
  ["has no end", good.subarray(0, -12)],
  ["has a wrong checksum", good.map((byte, i) => (i === 60 ? byte ^ 1 : byte))],
  ["claims sides that fill the memory", sized(60_000, 60_000)],
])("one that %s is refused", (_, bytes) => {
  expect(() => decodeDeepPng(bytes)).toThrow();
});

test("whatever the bytes, it gives pixels or throws an error, in the memory that its sides ask for", () => {
  const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const bytes = good.slice();
      for (const { at, byte } of changes) bytes[at] = byte;
      try {
        const { width, height, data } = decodeDeepPng(bytes);
        expect(data).toHaveLength(4 * width * height);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
    { numRuns: 500 },
  );
});

test("pictures of 12 bits in 16 are stretched; those of 8 are left to the browser's decoder", async () => {
  expect(isDeepPng(png(8, 8, [0, 0, 0]))).toBe(false);
  const dark = (i: number) => deepPng(28, 28, (x, y) => 40 + ((x * 131 + y * 17 + i) % 4000), { channels: 1 });
  const picked = Array.from({ length: 12 }, (_, i) => ({ file: file(`${i}.png`, dark(i)), path: `${i}.png` }));
  const wish = { id: "files", name: "", samples: 64 };
  const { report, train } = await readBrought(picked, wish, 1, { decodeImage: decodePng });
  expect(sentencesOf(report!)).toMatch(/Brightness from 4\d to 4,03\d of 65,535 was stretched/);
  expect([Math.min(...train.values), Math.max(...train.values)]).toEqual([0, 255]);
});
