import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { gzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { assemble } from "../../../src/data/assembly/assemble";
import { DataError } from "../../../src/data/errors";
import { loadDataset } from "../../../src/data/load";
import { readIdx } from "../../../src/data/readers/idx";
import type { Dataset } from "../../../src/data/types";
import { refusal } from "./fuzz";
import { file, gzipped, imageBytes, labelBytes, pick } from "./idxFiles";

async function load(files: File[], samples = 60_000, seed = 1): Promise<Dataset> {
  return assemble(await readIdx(files, {}, {}), { id: "files", title: "", samples }, seed);
}

/** Finds the image that a row was made from, by its first pixel: 7 i mod 256. */
const firstPixels = (dataset: Dataset, part: "train" | "test") =>
  Array.from({ length: dataset[part].count }, (_, i) => dataset[part].values[i * 784]);

describe("reading", () => {
  test("one image file with labels is split 5 : 1, and labels stay with their images", async () => {
    const dataset = await load([file("labels", labelBytes(36)), file("images", imageBytes(36))]);
    expect(dataset.shape).toEqual([28, 28, 1]);
    expect([dataset.train.count, dataset.test.count]).toEqual([30, 6]);
    expect(dataset.classNames).toEqual(["0", "1", "2", "3"]);
    const pixels = [...firstPixels(dataset, "train"), ...firstPixels(dataset, "test")];
    const labels = [...dataset.train.labels!, ...dataset.test.labels!];
    expect(pixels.toSorted((a, b) => a! - b!)).toEqual(
      Array.from({ length: 36 }, (_, i) => (7 * i) % 256).toSorted((a, b) => a - b),
    );
    pixels.forEach((pixel, i) => {
      const image = Array.from({ length: 36 }, (_, j) => j).find((j) => (7 * j) % 256 === pixel)!;
      expect(labels[i]).toBe(image % 4);
    });
  });

  test("gzip and plain give the same data set", async () => {
    const plain = await load([file("a", imageBytes(40)), file("b", labelBytes(40))]);
    const zipped = await load([gzipped("a", imageBytes(40)), gzipped("b", labelBytes(40))]);
    expect(zipped).toEqual(plain);
  });

  test("train and t10k files are used as they are, in whatever order they were picked", async () => {
    const files = [
      gzipped("t10k-labels-idx1-ubyte.gz", labelBytes(8)),
      file("train-images-idx3-ubyte", imageBytes(24)),
      file("t10k-images-idx3-ubyte", imageBytes(8)),
      file("train-labels-idx1-ubyte", labelBytes(24)),
    ];
    const dataset = await load(files);
    expect([dataset.train.count, dataset.test.count]).toEqual([24, 8]);
    expect(await load(files.toReversed())).toEqual(dataset);
  });

  test("labels may be missing", async () => {
    const dataset = await load([file("images", imageBytes(30))]);
    expect([dataset.train.labels, dataset.test.labels, dataset.classNames]).toEqual([null, null, []]);
  });

  test("classes are named by their labels, gaps left out", async () => {
    const labels = labelBytes(30, 3);
    for (let i = 8; i < labels.length; i++) labels[i] = 5 + 10 * labels[i]!;
    const dataset = await load([file("images", imageBytes(30)), file("labels", labels)]);
    expect(dataset.classNames).toEqual(["5", "15", "25"]);
    expect(Math.max(...dataset.train.labels!)).toBe(2);
  });

  test("a limit keeps the proportions of the classes", async () => {
    const labels = labelBytes(1200, 2);
    for (let i = 0; i < 1200; i++) labels[8 + i] = i % 4 === 0 ? 1 : 0;
    const dataset = await load([file("images", imageBytes(1200, 8, 8)), file("labels", labels)], 100);
    expect(dataset.train.count).toBe(100);
    expect(dataset.train.labels!.filter((label) => label === 1).length).toBe(25);
    expect(dataset.test.labels!.filter((label) => label === 1).length).toBe(50);
  });

  test("the choice of samples follows from the seed", async () => {
    const files = [file("images", imageBytes(36)), file("labels", labelBytes(36))];
    expect(await load(files, 20, 5)).toEqual(await load(files, 20, 5));
    expect((await load(files, 20, 5)).train.values).not.toEqual((await load(files, 20, 6)).train.values);
  });

  test.each([
    [8, 28],
    [27, 28],
    [28, 28],
    [64, 64],
    [96, 64],
  ])("a side of %i is stored as %i", async (side, stored) => {
    const dataset = await load([file("images", imageBytes(12, side, side))]);
    expect(dataset.shape).toEqual([stored, stored, 1]);
    expect(dataset.train.values.length).toBe(10 * stored * stored);
  });

  test("resizing keeps the mean grey", async () => {
    const bytes = imageBytes(12, 96, 8);
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    const { train, test: held } = await load([file("images", bytes)]);
    expect(mean([...train.values, ...held.values])).toBeCloseTo(mean(bytes.subarray(16)), 0);
  });

  test("progress runs from 0 to 1", async () => {
    const shares: number[] = [];
    const files = [gzipped("images", imageBytes(500)), gzipped("labels", labelBytes(500))];
    await readIdx(files, {}, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe("refusals name the file and what was expected", () => {
  const patched = (bytes: Uint8Array, at: number, value: number) => {
    new DataView(bytes.buffer).setUint32(at, value);
    return bytes;
  };

  test.each<[string, File[], RegExp]>([
    ["no files", [], /No file was picked/],
    ["too many files", Array.from({ length: 5 }, () => file("a", labelBytes(12))), /5 files were picked; at most 4/],
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
    ["colour images", [file("c", patched(imageBytes(12), 0, 0x804))], /another kind \(magic number 0x00000804\)/],
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
    expect(await refusal(load(files))).toMatch(message);
  });

  test("what else is read is said by those who know the other readers", async () => {
    const notes = gzipped("notes.gz", new TextEncoder().encode("hello there, world"));
    const loading = loadDataset({ id: "files", name: "", samples: 64 }, 1, pick([notes]));
    await expect(loading).rejects.toThrow(/notes\.gz is not an IDX file.*What is read: IDX as in MNIST/);
  });

  test("a gzip file whose content was changed", async () => {
    const bytes = gzipSync(imageBytes(12), { level: 0 });
    bytes[bytes.length - 100]! ^= 1;
    expect(await refusal(load([file("z.gz", bytes)]))).toMatch(
      /z\.gz is not a complete gzip file: it is damaged or cut short \(.+\)/,
    );
  });

  test("a file that cannot be read any more", async () => {
    const unreadable = new File([], "gone");
    Object.defineProperty(unreadable, "slice", {
      value: () => ({ arrayBuffer: () => Promise.reject(new Error("it is gone")) }),
    });
    expect(await refusal(load([unreadable]))).toMatch(/gone could not be read \(it is gone\)/);
  });

  test("a gzip bomb is left alone once it exceeds its header", async () => {
    const zeros = new Uint8Array(32 * 2 ** 20);
    zeros.set(imageBytes(12));
    const bomb = gzipped("bomb.gz", zeros);
    expect(bomb.size).toBeLessThan(2 ** 20);
    expect(await refusal(load([bomb]))).toMatch(/bomb\.gz holds more bytes, once decompressed, than the 9424/);
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
    for (let length = 0; length < zip.length; length++) await refusal(load([file("f.gz", zip.subarray(0, length))]));
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

describe("MNIST as published", () => {
  const folder = new URL("../../../shared/data/mnist/", import.meta.url);
  const names = ["t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"];
  const missing = !names.every((name) => existsSync(new URL(name, folder)));
  if (missing) console.info(`Skipped: the published MNIST files are not in ${folder.pathname}`);

  test.skipIf(missing)("is read, labels and all", async () => {
    const dataset = await load(names.map((name) => file(name, readFileSync(new URL(name, folder)))));
    expect(dataset.shape).toEqual([28, 28, 1]);
    expect([dataset.train.count, dataset.test.count]).toEqual([8333, 1667]);
    const counts = new Array<number>(10).fill(0);
    for (const label of [...dataset.train.labels!, ...dataset.test.labels!]) counts[label]!++;
    expect(counts).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    const total = [dataset.train.values, dataset.test.values].flatMap((values) => [...values.subarray(0, 784 * 500)]);
    expect(total.reduce((sum, value) => sum + value, 0) / total.length).toBeGreaterThan(30);
  });
});
