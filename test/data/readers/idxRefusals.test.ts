import fc from "fast-check";
import { gzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { DataError } from "../../../src/data/errors";
import { loadDataset } from "../../../src/data/load";
import { file, gzipped, imageBytes, labelBytes, pick } from "./idxFiles";
import { load, refusal } from "./idxLoading";

describe("refusals name the file and what was expected", () => {
  const patched = (bytes: Uint8Array, at: number, value: number) => {
    new DataView(bytes.buffer).setUint32(at, value);
    return bytes;
  };

  test.each<[string, File[], RegExp]>([
    ["no files", [], /No file was picked/],
    [
      "too many files",
      Array.from({ length: 5 }, (_, i) => file(`a${i}`, labelBytes(12))),
      /5 files were picked; at most 4/,
    ],
    ["an empty file", [file("a.gz", new Uint8Array(0))], /a\.gz is empty/],
    [
      "a picture",
      [file("cat.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))],
      /cat\.png is not an IDX file: it begins with 0x89504e47, expected 0x00000803 .* 0x00000801/,
    ],
    [
      "text",
      [file("notes.txt", new TextEncoder().encode("hello there, world"))],
      /notes\.txt is not an IDX file: it begins with 0x68656c6c/,
    ],
    [
      "gzipped text",
      [gzipped("notes.gz", new TextEncoder().encode("hello there, world"))],
      /notes\.gz is not an IDX file/,
    ],
    [
      "float images",
      [file("f", patched(imageBytes(12), 0, 0xd03))],
      /f is an IDX file of another kind \(magic number 0x00000d03\)/,
    ],
    [
      "colour images without channels",
      [file("c", patched(imageBytes(12), 0, 0x804))],
      /must be the channels, 1, 3 or 4/,
    ],
    [
      "a short file",
      [file("short", imageBytes(12).subarray(0, 500))],
      /short is cut short: 500 bytes found, 12 images take 9424/,
    ],
    [
      "a short header",
      [file("short", imageBytes(12).subarray(0, 12))],
      /12 bytes found, the header of an image file has 16/,
    ],
    [
      "a long file",
      [file("long", new Uint8Array([...labelBytes(12), 0]))],
      /long is longer than its header says: 21 bytes found, 12 labels take 20/,
    ],
    [
      "a short gzip file",
      [file("z.gz", gzipSync(imageBytes(12)).subarray(0, 150))],
      /z\.gz is not a complete gzip file/,
    ],
    [
      "short inside gzip",
      [gzipped("z.gz", imageBytes(12).subarray(0, 5000))],
      /z\.gz is cut short: 5000 bytes found, 12 images take 9424/,
    ],
    ["no images", [file("none", patched(imageBytes(12), 4, 0))], /none says that it holds 0 images/],
    [
      "huge sides",
      [file("huge", patched(imageBytes(12), 8, 5000))],
      /huge says that its images are 5000 x 28 pixels; sides of 8 to 96/,
    ],
    [
      "a huge count",
      [file("huge", patched(imageBytes(12), 4, 0xffff_ffff))],
      /huge says that it holds 4294967295 images, 3367254359296 bytes; at most 536870912/,
    ],
    [
      "a huge count inside gzip",
      [gzipped("huge.gz", patched(imageBytes(12), 4, 0xffff_ffff))],
      /huge\.gz says .* at most 536870912/,
    ],
    ["too few images", [file("few", imageBytes(5))], /few holds 5 images; to hold some out, at least 12/],
    ["labels alone", [file("l", labelBytes(12))], /l holds labels only/],
    [
      "another number of labels",
      [file("i", imageBytes(12)), file("l", labelBytes(13))],
      /l holds 13 labels, i holds 12 images/,
    ],
    [
      "labels of the other part",
      [file("train-i", imageBytes(12)), file("t10k-l", labelBytes(12))],
      /t10k-l and train-i do not go together/,
    ],
    [
      "two label files for one image file",
      [file("i", imageBytes(12)), file("l", labelBytes(12)), file("m", labelBytes(12))],
      /l and m and i do not go together/,
    ],
    [
      "two image files of unknown part",
      [file("i", imageBytes(12)), file("j", imageBytes(12))],
      /i and j both hold images.*"train".*"t10k"/,
    ],
    [
      "labels of unknown part",
      [file("train-i", imageBytes(12)), file("test-i", imageBytes(12)), file("l", labelBytes(12))],
      /l holds labels, of which images/,
    ],
    [
      "two label files of one part",
      [
        file("train-i", imageBytes(12)),
        file("test-i", imageBytes(12)),
        file("test-l", labelBytes(12)),
        file("test-m", labelBytes(12)),
      ],
      /test-l and test-m both hold labels/,
    ],
    [
      "three image files",
      ["a", "b", "c"].map((name) => file(name, imageBytes(12))),
      /3 image files were picked \(a and b and c\)/,
    ],
    [
      "parts of different sizes",
      [file("train-i", imageBytes(12)), file("test-i", imageBytes(12, 32, 32))],
      /train-i holds images of 28 x 28 pixels, test-i of 32 x 32/,
    ],
  ])("%s", async (_, files, message) => {
    expect(await refusal(files)).toMatch(message);
  });

  test("what else is read is said by those who know the other readers", async () => {
    const notes = gzipped("notes.gz", new TextEncoder().encode("hello there, world"));
    const loading = loadDataset({ id: "files", name: "", samples: 64 }, 1, pick([notes]));
    await expect(loading).rejects.toThrow(
      /notes\.gz holds no file of a known format; the first in it is notes\..*What is read: IDX/,
    );
  });

  test("a gzip file whose content was changed", async () => {
    const bytes = gzipSync(imageBytes(12), { level: 0 });
    bytes[bytes.length - 100]! ^= 1;
    expect(await refusal([file("z.gz", bytes)])).toMatch(
      /z\.gz is not a complete gzip file: it is damaged or cut short \(.+\)/,
    );
  });

  test("a file that cannot be read any more", async () => {
    const unreadable = new File([], "gone");
    Object.defineProperty(unreadable, "slice", {
      value: () => ({ arrayBuffer: () => Promise.reject(new Error("it is gone")) }),
    });
    expect(await refusal([unreadable])).toMatch(/gone could not be read \(it is gone\)/);
  });

  test("a gzip bomb is left alone once it exceeds its header", async () => {
    const zeros = new Uint8Array(32 * 2 ** 20);
    zeros.set(imageBytes(12));
    const bomb = gzipped("bomb.gz", zeros);
    expect(bomb.size).toBeLessThan(2 ** 20);
    expect(await refusal([bomb])).toMatch(/bomb\.gz holds more bytes, once decompressed, than the 9424/);
  });
});

describe("whatever the bytes, the outcome is a data set or a DataError", () => {
  const outcome = async (files: File[]) => {
    try {
      const { train, test: held, shape } = await load(files);
      for (const split of [train, held])
        expect(split.values.length).toBe(split.count * shape.reduce((product, side) => product * side, 1));
    } catch (error) {
      expect(error).toBeInstanceOf(DataError);
    }
  };
  const base = imageBytes(13, 8, 9);
  const zip = gzipSync(base);
  const sources = fc.constantFrom(base, zip, labelBytes(13));

  test("truncations", () =>
    fc.assert(
      fc.asyncProperty(sources, fc.nat(2000), async (bytes, length) => outcome([file("f", bytes.subarray(0, length))])),
    ));

  test("every truncation of a gzip file is refused", async () => {
    for (let length = 0; length < zip.length; length++) await refusal([file("f.gz", zip.subarray(0, length))]);
  });

  test("bit flips", () =>
    fc.assert(
      fc.asyncProperty(sources, fc.array(fc.nat(20_000), { minLength: 1, maxLength: 6 }), async (source, bits) => {
        const bytes = source.slice();
        for (const bit of bits) bytes[Math.floor(bit / 8) % bytes.length]! ^= 1 << (bit % 8);
        await outcome([file("f", bytes)]);
      }),
      { numRuns: 300 },
    ));

  test("hostile headers", () => {
    const word = fc.oneof(fc.constantFrom(0, 1, 8, 28, 96, 97, 0x801, 0x803, 0x7fff_ffff, 0xffff_ffff), fc.nat());
    return fc.assert(
      fc.asyncProperty(fc.tuple(word, word, word, word), fc.boolean(), async (words, compress) => {
        const bytes = imageBytes(12, 8, 8);
        const view = new DataView(bytes.buffer);
        words.forEach((value, i) => {
          view.setUint32(4 * i, value);
        });
        await outcome([compress ? gzipped("h", bytes) : file("h", bytes)]);
      }),
      { numRuns: 300 },
    );
  });

  test("any bytes, with and without a gzip start", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, gzip) => {
        const start = gzip ? [0x1f, 0x8b, 8] : [0, 0, 8, 3];
        await outcome([file("any", bytes), file("some", new Uint8Array([...start, ...bytes]))]);
        await outcome([file("some", new Uint8Array([...start, ...bytes]))]);
      }),
    ));

  test("any mix of good files", () => {
    const names = fc.constantFrom("train-x", "t10k-x", "x");
    const one = fc.tuple(
      names,
      fc.constantFrom(imageBytes(12, 8, 8), imageBytes(13, 8, 9), labelBytes(12), labelBytes(13)),
    );
    return fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 5 }), (picks) =>
        outcome(picks.map(([name, bytes]) => file(name, bytes))),
      ),
    );
  });
});
