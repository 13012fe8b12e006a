import { expect, it } from "vitest";
import { Budget } from "../../../src/data/readers/images/budget";
import { decodeParts } from "../../../src/data/readers/images/decode";
import { pictureSize } from "../../../src/data/readers/images/size";
import { refusal } from "../refusal";
import { PICTURES } from "./pictureFiles";

/** What a few bytes of a PNG claim. */
function claiming(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

it.each(PICTURES)("is read from the head of a picture: %s", (name, bytes) => {
  const ours = /JPEG|WebP|GIF|AVIF/.test(name) ? { width: 24, height: 16 } : { width: 8, height: 6 };
  expect(pictureSize(bytes)).toEqual(name === "BMP" ? { width: 3, height: 3 } : ours);
  // Wherever it is cut off, and whatever it is.
  for (let length = 0; length < Math.min(bytes.length, 600); length++) pictureSize(bytes.subarray(0, length));
});

/** Bytes of letters, and of numbers. */
const bytesOf = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map((c) => c.charCodeAt(0)) : part)));
const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const box = (type: string, content: Uint8Array, length = content.length + 8) =>
  bytesOf(big(length), type, [...content]);

/** The start of a frame of 2 bytes' height, and width. */
const FRAME = [0xff, 0xc0, 0, 17, 8, 0x40, 0, 0x30, 0];

it.each<[string, number[]]>([
  ["bytes of nothing between segments", [0xff, 0xfe, 0, 2, 1, 2, 3, ...FRAME]],
  ["stuffed bytes", [0xff, 0, 0xff, 0xff, 0, ...FRAME]],
  ["a marker without a length", [0xff, 0x01, ...FRAME]],
  ["restarts", [0xff, 0xd0, 0xff, 0xd7, ...FRAME]],
  ["another start and an end", [0xff, 0xd8, 0xff, 0xd9, ...FRAME]],
])("of a JPEG is found behind %s, as decoders find it", (_, between) => {
  expect(pictureSize(bytesOf([0xff, 0xd8], between))).toEqual({ height: 0x4000, width: 0x3000 });
});

const ftyp = box("ftyp", bytesOf("avif"));
const ispe = box("ispe", bytesOf(big(0), big(12_000), big(9_000)));
const meta = box("meta", bytesOf(big(0), [...ispe]));
const mdat = new Uint8Array(100_000);
const track = (version: number) =>
  bytesOf([version, 0, 0, 0], Array(version === 1 ? 84 : 72).fill(0), big(12_000 << 16), big(9_000 << 16));

it.each<[string, Uint8Array[]]>([
  ["behind the pixels", [box("mdat", mdat), meta]],
  ["behind pixels of 64 bits' length", [box("mdat", bytesOf(big(0), big(100_016), [...mdat]), 1), meta]],
  ["up to the end of the file", [box("mdat", mdat), box("meta", bytesOf(big(0), [...ispe]), 0)]],
  ["of a track", [box("mdat", mdat), box("moov", box("tkhd", track(0)))]],
  ["of a long track", [box("moov", box("tkhd", track(1)))]],
])("of an AVIF is found in its boxes: %s", (_, boxes) => {
  expect(pictureSize(bytesOf(...[ftyp, ...boxes].map((bytes) => [...bytes])))).toEqual({
    width: 12_000,
    height: 9_000,
  });
});

it("of an AVIF is not what its pixels happen to spell, and unknown where a box has no length", () => {
  expect(pictureSize(bytesOf([...ftyp], [...box("mdat", ispe)]))).toBeNull();
  expect(pictureSize(bytesOf([...ftyp], [...box("free", mdat, 2)], [...meta]))).toBeNull();
});

it("of a GIF holds its first image", () => {
  const small = (value: number) => [value & 255, value >>> 8];
  const head = bytesOf("GIF89a", small(10), small(500), [0x80, 0, 0], Array(6).fill(0x2c));
  const extensions = bytesOf([0x21, 0xfe, 2, 0x2c, 0x2c, 1, 0x2c, 0, 0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
  const image = bytesOf([0x2c], ...[1_000, 20, 30_000, 300].map(small));
  expect(pictureSize(bytesOf([...head], [...extensions], [...image]))).toEqual({ width: 31_000, height: 500 });
  expect(pictureSize(bytesOf([...head], [...extensions]))).toBeNull();
});

const WISH = { colour: "keep" } as const;
const pixels = { width: 1, height: 1, data: new Uint8ClampedArray([0, 0, 0, 255]) };

it("refuses pictures that would fill the memory before they are decoded", async () => {
  let decoded = 0;
  const bytes = claiming(16_000, 16_000);
  const images = { count: 64, nameOf: (index: number) => `${index}.png`, read: async () => bytes };
  const decodeImage = async () => {
    decoded++;
    return pixels;
  };
  expect(await refusal(decodeParts([images], WISH, { decodeImage }))).toBe(
    "0.png has 16000 x 16000 pixels; images of at most 64 million are read.",
  );
  expect(decoded).toBe(0);
});

it("decodes large pictures one after the other, and small ones side by side", async () => {
  const mostAtOnce = async (bytes: Uint8Array<ArrayBuffer>) => {
    let [now, most] = [0, 0];
    const images = { count: 16, nameOf: (index: number) => `${index}.png`, read: async () => bytes };
    const decodeImage = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now--;
      return pixels;
    };
    await decodeParts([images], WISH, { decodeImage });
    return most;
  };
  expect(await mostAtOnce(claiming(8_000, 8_000))).toBe(1);
  expect(await mostAtOnce(claiming(4_000, 4_000))).toBe(4);
  expect(await mostAtOnce(claiming(100, 100))).toBe(16);
  // It may be as large as any.
  expect(await mostAtOnce(Uint8Array.of(1, 2, 3))).toBe(1);
});

it("gives the room of work that fails to the next", async () => {
  const budget = new Budget(10);
  const failing = budget.during(10, () => Promise.reject(new Error("no")));
  const next = budget.during(20, async () => "done");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("done");
});
