import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { stratifiedOrder } from "../../../src/data/split";
import { summarise } from "../../../src/data/summary";
import { DataError } from "../../../src/data/types";
import { defaults } from "../../../src/experiment/parseConfig";
import { file, imageBytes, labelBytes, pick } from "./idxFiles";

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
  });

  test("reads files", async () => {
    const files = pick([file("a", imageBytes(12)), file("b", labelBytes(12))]);
    expect((await loadDataset({ id: "files", name: "mine", samples: 64 }, 1, files)).title).toBe("mine");
    expect((await loadDataset({ id: "files", name: "", samples: 64 }, 1, files)).title).toBe("a");
  });
});

describe("summarise", () => {
  test("shows 64 samples, classes in turn, as copies", async () => {
    const dataset = await loadDataset({ id: "glyphs", classes: 6, samples: 200 }, 1, null);
    const { samples, ...rest } = summarise(dataset);
    expect(rest).toEqual({
      id: "glyphs",
      title: "Glyphs, 6 letters",
      shape: [32, 32, 1],
      classNames: ["A", "B", "E", "F", "G", "H"],
      trainCount: 200,
      testCount: 200,
      labelled: true,
    });
    expect(samples.count).toBe(64);
    expect([...samples.labels!]).toEqual(Array.from({ length: 64 }, (_, i) => i % 6));
    expect(samples.values).toEqual(dataset.train.values.slice(0, 64 * 1024));
    expect(samples.values.buffer).not.toBe(dataset.train.values.buffer);
  });

  test("each sample keeps its label where classes come in any order", async () => {
    const files = pick([file("a", imageBytes(60, 28, 28)), file("b", labelBytes(60, 3))]);
    const dataset = await loadDataset({ id: "files", name: "", samples: 64 }, 4, files);
    const { samples } = summarise(dataset);
    expect(samples.count).toBe(50);
    expect([...samples.labels!.subarray(0, 6)]).toEqual([0, 1, 2, 0, 1, 2]);
    for (let i = 0; i < samples.count; i++) {
      const image = Array.from({ length: 60 }, (_, j) => j).find((j) => (7 * j) % 256 === samples.values[i * 784])!;
      expect(samples.labels![i]).toBe(image % 3);
    }
  });

  test("points and data without labels", async () => {
    const points = summarise(await loadDataset({ id: "points", layout: "moons", classes: 2, samples: 64 }, 1, null));
    expect(points.samples.values).toBeInstanceOf(Float32Array);
    expect(points.samples.values.length).toBe(128);
    const files = pick([file("a", imageBytes(12))]);
    const images = summarise(await loadDataset({ id: "files", name: "", samples: 64 }, 1, files));
    expect([images.labelled, images.samples.labels, images.samples.count]).toEqual([false, null, 10]);
  });
});

describe("stratifiedOrder", () => {
  const labelled = fc.uint8Array({ minLength: 1, maxLength: 300, max: 5 });

  test("is a permutation, with or without labels", () =>
    fc.assert(
      fc.property(labelled, fc.nat(), fc.boolean(), (labels, seed, blind) => {
        const order = stratifiedOrder(blind ? null : labels, labels.length, seed);
        expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from(labels, (_, i) => i));
      }),
    ));

  test("every prefix holds each class within one of its share", () =>
    fc.assert(
      fc.property(labelled, fc.nat(), (labels, seed) => {
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
