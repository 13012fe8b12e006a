import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaults } from "../../src/config/parse";
import { DataError } from "../../src/data/errors";
import { loadDataset } from "../../src/data/load";
import { texts as glyphTexts } from "../../src/data/sources/glyphs/texts";
import { stratifiedOrder } from "../../src/data/split";
import { summarize } from "../../src/data/summary";
import type { Dataset } from "../../src/data/types";
import { verbatim } from "../../src/i18n/errors";
import { say } from "../../src/i18n/message";
import { PSEUDO } from "../../src/i18n/pseudo";
import { english, translate } from "../../src/i18n/translate";
import { file, imageBytes, labelBytes, pick } from "./readers/idxFiles";

describe("loadDataset", () => {
  test("takes the dataset of a config as it is", async () => {
    const dataset = await loadDataset(defaults().dataset, 1, null);
    expect([dataset.id, dataset.train.count]).toEqual(["points", 4000]);
    expect((await loadDataset({ id: "glyphs", classes: 4, samples: 64 }, 1, null)).classNames).toHaveLength(4);
  });

  test("asks for files that are not there", async () => {
    const missing = loadDataset({ id: "files", name: "mine", samples: 64 }, 1, null);
    await expect(missing).rejects.toThrow(DataError);
    await expect(missing).rejects.toThrow(/"mine" are not at hand: pick them again/);
    await expect(loadDataset({ id: "files", name: "", samples: 64 }, 1, null)).rejects.toThrow(
      /No files are picked yet/,
    );
  });

  test("reads files", async () => {
    const files = pick([file("a", imageBytes(12)), file("b", labelBytes(12))]);
    expect((await loadDataset({ id: "files", name: "mine", samples: 64 }, 1, files)).title).toEqual(verbatim("mine"));
    expect((await loadDataset({ id: "files", name: "", samples: 64 }, 1, files)).title).toEqual(verbatim("a"));
  });
});

describe("the title of a data set", () => {
  test("is said in the language of the page where the program made the data", async () => {
    const made = [
      { id: "points", layout: "moons", classes: 2, samples: 64 },
      { id: "glyphs", classes: 2, samples: 64 },
    ] as const;
    const titles = await Promise.all(made.map(async (options) => (await loadDataset(options, 1, null)).title));
    expect(titles.map(english)).toEqual(["Moons, 2 classes", "Glyphs, 2 letters"]);
    for (const title of titles) expect(translate(title, PSEUDO)).not.toMatch(/[a-z]/i);
  });
});

describe("summarize", () => {
  test("shows eight samples of each class, classes in turn, as copies, and counts them all", async () => {
    const dataset = await loadDataset({ id: "glyphs", classes: 6, samples: 200 }, 1, null);
    const { samples, statistics: _, ...rest } = summarize(dataset);
    expect(rest).toEqual({
      id: "glyphs",
      title: say(glyphTexts.title, { classes: 6 }),
      shape: [32, 32, 1],
      classNames: ["A", "B", "E", "F", "G", "H"],
      trainCount: 200,
      testCount: 200,
      labeled: true,
      classCounts: { bank: [34, 34, 33, 33, 33, 33], test: [34, 34, 33, 33, 33, 33] },
    });
    expect(samples.count).toBe(48);
    expect([...samples.labels!]).toEqual(Array.from({ length: 48 }, (_, i) => i % 6));
    expect(samples.values).toEqual(dataset.train.values.slice(0, 48 * 1024));
    expect(samples.values.buffer).not.toBe(dataset.train.values.buffer);
  });

  test("each sample keeps its label where classes come in any order", async () => {
    const files = pick([file("a", imageBytes(60, 28, 28)), file("b", labelBytes(60, 3))]);
    const dataset = await loadDataset({ id: "files", name: "", samples: 64 }, 4, files);
    const { samples } = summarize(dataset);
    expect(samples.count).toBe(24);
    expect([...samples.labels!.subarray(0, 6)]).toEqual([0, 1, 2, 0, 1, 2]);
    for (let i = 0; i < samples.count; i++) {
      const image = Array.from({ length: 60 }, (_, j) => j).find((j) => (7 * j) % 256 === samples.values[i * 784])!;
      expect(samples.labels![i]).toBe(image % 3);
    }
  });

  test("points and data without labels", async () => {
    const points = summarize(await loadDataset({ id: "points", layout: "moons", classes: 2, samples: 64 }, 1, null));
    expect(points.samples.values).toBeInstanceOf(Float32Array);
    expect(points.samples.values.length).toBe(128);
    expect(points.classCounts).toEqual({ bank: [32, 32], test: [100, 100] });
    const files = pick([file("a", imageBytes(12))]);
    const images = summarize(await loadDataset({ id: "files", name: "", samples: 64 }, 1, files));
    expect([images.labeled, images.classCounts, images.samples.labels]).toEqual([false, null, null]);
    expect(images.samples.count).toBe(10);
  });

  test("keeps the samples of many classes, or of large images, within bounds", () => {
    const many = summarize(imagesOf([2, 2, 1], 100, 1000)).samples;
    expect([many.count, Math.max(...many.labels!)]).toEqual([512, 99]);
    expect(many.labels!.subarray(0, 100)).toEqual(Uint8Array.from({ length: 100 }, (_, i) => i));
    expect(summarize(imagesOf([128, 128, 3], 10, 90)).samples).toMatchObject({ count: 80 });
    expect(summarize(imagesOf([512, 512, 3], 2, 20)).samples).toMatchObject({ count: 5 });
  });

  test("measures each channel over the whole training split", () => {
    const images = imagesOf([3, 5, 3], 2, 40);
    const { mean, deviation } = summarize(images).statistics;
    for (const channel of [0, 1, 2]) {
      const own = Array.from(images.train.values).filter((_, i) => i % 3 === channel);
      expectMoments([mean[channel]!, deviation[channel]!], own, 255);
    }
  });

  test("measures the first dimensions of points, however far from zero they lie", () => {
    const values = Float32Array.from({ length: 20 * 300 }, (_, i) => (i % 20 === 1 ? 1e6 : 0) + ((i * 37) % 101) / 8);
    const train = { count: 300, values, labels: null };
    const features = { id: "files", title: verbatim(""), shape: [20], classNames: [], train, test: train };
    const { mean, deviation } = summarize(features).statistics;
    expect([mean.length, deviation.length]).toEqual([8, 8]);
    for (const dimension of [0, 1, 7]) {
      const own = Array.from(values).filter((_, i) => i % 20 === dimension);
      expectMoments([mean[dimension]!, deviation[dimension]!], own, 1);
    }
  });
});

/** Made-up images, classes in turn. */
function imagesOf(shape: number[], classes: number, count: number): Dataset {
  const size = shape.reduce((product, side) => product * side, 1);
  const values = new Uint8Array(count * size);
  for (let i = 0; i < values.length; i++) values[i] = ((i % 1000) ** 2 * 31 + 7 * i) % 253;
  const train = { count, values, labels: Uint8Array.from({ length: count }, (_, i) => i % classes) };
  const classNames = Array.from({ length: classes }, (_, i) => String(i));
  return { id: "files", title: verbatim(""), shape, classNames, train, test: train };
}

/** In the textbook's way, in float64. */
function expectMoments([mean, deviation]: [number, number], values: number[], scale: number): void {
  const center = values.reduce((sum, value) => sum + value / scale, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value / scale - center) ** 2, 0);
  expect(mean / center).toBeCloseTo(1, 12);
  expect(deviation / Math.sqrt(squares / values.length)).toBeCloseTo(1, 9);
}

describe("stratifiedOrder", () => {
  const labeled = fc.uint8Array({ minLength: 1, maxLength: 300, max: 5 });

  test("is a permutation, with or without labels", () =>
    fc.assert(
      fc.property(labeled, fc.nat(), fc.boolean(), (labels, seed, blind) => {
        const order = stratifiedOrder(blind ? null : labels, labels.length, seed);
        expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from(labels, (_, i) => i));
      }),
    ));

  test("every prefix holds each class within one of its share", () =>
    fc.assert(
      fc.property(labeled, fc.nat(), (labels, seed) => {
        const order = stratifiedOrder(labels, labels.length, seed);
        const classes = new Set(labels).size;
        for (const length of [1, 7, Math.ceil(labels.length / 2), labels.length])
          for (const label of new Set(labels)) {
            const taken = order.subarray(0, length).filter((index) => labels[index] === label).length;
            const share = labels.filter((other) => other === label).length / labels.length;
            expect(Math.abs(taken - share * Math.min(length, labels.length))).toBeLessThan(classes);
          }
      }),
    ));

  test("differs between seeds", () => {
    expect(stratifiedOrder(null, 50, 1)).not.toEqual(stratifiedOrder(null, 50, 2));
  });
});
