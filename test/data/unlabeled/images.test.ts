import { describe, expect, test } from "vitest";
import { readLabelTables } from "../../../src/data/readers/images/labelTable";
import { sortImages } from "../../../src/data/readers/images/tree";
import { png } from "../readers/pngFiles";
import { refusal } from "../refusal";
import { countsOf, load, saidOf, WAY } from "./loading";

/** So many images below a folder, whose blue says which they are. */
function images(folder: string, count: number, first: number, red = 0): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${folder}/${i}.png`, png(32, 32, [red, 255 - red, first + i])]),
  );
}

const LABELED = { ...images("set/train/ant", 8, 0, 200), ...images("set/train/bee", 8, 20, 100) };
const TEST = { ...images("set/test/ant", 4, 40, 200), ...images("set/test/bee", 4, 50, 100) };
/** The last byte of each image: its blue. */
const bluesOf = (values: ArrayLike<number>) =>
  Array.from({ length: values.length / 3072 }, (_, i) => values[(i + 1) * 3072 - 1]!).sort((a, b) => a - b);
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe("images without a class", () => {
  test.each(["set/unlabeled", "set/unlabelled", "set/unsup", "set/train/unsup", "set/unlabeled/images"])(
    "in %s train, and those of the classes measure",
    async (folder) => {
      const dataset = await load({ ...LABELED, ...TEST, ...images(folder, 5, 100) });
      expect(countsOf(dataset)).toEqual([5, 16, 8]);
      expect(bluesOf(dataset.train.values)).toEqual(range(100, 5));
      expect(bluesOf(dataset.bank!.values)).toEqual([...range(0, 8), ...range(20, 8)]);
      expect(dataset.classNames).toEqual(["ant", "bee"]);
      for (const [i, label] of dataset.bank!.labels!.entries())
        expect(dataset.bank!.values[(i + 1) * 3072 - 3]).toBe([200, 100][label]);
      expect(saidOf(dataset).bank).toMatch(
        /^16 labelled .*5 samples without labels train \(of a part of that name, un/,
      );
    },
  );

  test("that are most of all train, and labelled ones are held out where there is no test set", async () => {
    const dataset = await load({ ...images("set/ant", 8, 0), ...images("set/bee", 8, 20), ...images("set", 17, 100) });
    expect(countsOf(dataset)).toEqual([17, 13, 3]);
    expect(saidOf(dataset)).toMatchObject({ bank: expect.stringMatching(/the larger part of the data/), left: [] });
  });

  test("are left out where they are few, counted, with the way to change it", async () => {
    const files = { ...images("set/ant", 8, 0), ...images("set/bee", 8, 20), ...images("set", 3, 100) };
    const dataset = await load(files);
    expect(countsOf(dataset)).toEqual([13, null, 3]);
    const { left, notes } = saidOf(dataset);
    expect([left, notes]).toEqual([["3 without a class, where others have one"], [expect.stringMatching(WAY)]]);
    const changed = await load(files, { unlabeled: "train" });
    expect(countsOf(changed)).toEqual([3, 13, 3]);
    expect(saidOf(changed).bank).toMatch(/\(as it was said\)/);
  });

  test("of a part that is called so are left out where that is said", async () => {
    const files = { ...LABELED, ...TEST, ...images("set/unlabeled", 50, 100) };
    const dataset = await load(files, { unlabeled: "leaveOut" });
    expect(countsOf(dataset)).toEqual([16, null, 8]);
    expect(saidOf(dataset).left).toEqual(["50 of a part without labels (unlabeled)"]);
  });

  test("to train on beside a test set with classes: that measures", async () => {
    const dataset = await load({
      ...images("set/train", 20, 0),
      ...images("set/test/ant", 9, 40),
      ...images("set/test/bee", 9, 60),
    });
    expect(countsOf(dataset)).toEqual([20, 15, 3]);
    expect(saidOf(dataset).bank).toMatch(/\(no training sample has one\)/);
  });

  test("throughout: all of them train", async () => {
    const dataset = await load({ ...images("set/unlabeled", 12, 0), ...images("set/train", 12, 100) });
    expect(countsOf(dataset)).toEqual([20, null, 4]);
  });

  test("are decoded as far as they are asked for", async () => {
    const dataset = await load({ ...LABELED, ...images("set/unlabeled", 100, 100) }, {}, 64);
    expect(countsOf(dataset)).toEqual([64, 13, 3]);
    expect(saidOf(dataset).left).toEqual(["36 more than the settings ask for"]);
  });

  test("are left out however many they are", async () => {
    const paths = [
      ...range(0, 24).map((i) => `set/${"ab"[i % 2]}/${i}.png`),
      ...range(0, 140_000).map((i) => `set/${i}.png`),
    ];
    const table = await readLabelTables([], paths);
    expect(sortImages(paths, table, { unlabeled: "leaveOut" }).left).toHaveLength(140_000);
  });

  test("and cannot be decoded are counted, and refused where none can", async () => {
    const broken = Object.fromEntries(range(0, 30).map((i) => [`set/unlabeled/${i}.png`, Uint8Array.of(1)]));
    const files = { ...LABELED, ...TEST, ...broken };
    expect(await refusal(load(files))).toMatch(/set\/unlabeled\/\d+\.png cannot be decoded/);
    const dataset = await load({ ...files, ...images("set/unlabeled", 10, 100) });
    expect(countsOf(dataset)).toEqual([10, 16, 8]);
    expect(saidOf(dataset).left).toEqual(["20 that cannot be decoded as pictures"]);
  });
});
