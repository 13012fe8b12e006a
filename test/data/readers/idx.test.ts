import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readIdx } from "../../../src/data/readers/idx";
import { picked } from "../../../src/data/readers/pickedFiles";
import type { Dataset } from "../../../src/data/types";
import { file, gzipped, imageBytes, labelBytes } from "./idxFiles";
import { load } from "./idxLoading";

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
    await readIdx(picked(files), { samples: 64, seed: 1 }, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
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
