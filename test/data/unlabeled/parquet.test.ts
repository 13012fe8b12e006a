import { describe, expect, test } from "vitest";
import { imageParquet } from "../readers/parquetFiles";
import { countsOf, load, saidOf } from "./loading";

const CLASSES = ["apple", "boat", "cat"];
const made = (count: number, label?: (row: number) => number) =>
  imageParquet({ count, classes: CLASSES, ...(label && { label }) });
const NAMES = { unlabeled: "unlabeled-00000-of-00001.parquet", train: "train-00000-of-00001.parquet" };

describe("Parquet files of images without labels", () => {
  const files = { [NAMES.unlabeled]: made(40, () => -1), [NAMES.train]: made(24) };

  test("by their names train, and the labelled ones measure", async () => {
    const dataset = await load({ ...files, "test-00000-of-00001.parquet": made(9) });
    expect([countsOf(dataset), dataset.classNames]).toEqual([[40, 24, 9], CLASSES]);
    expect(dataset.report!.samples.found).toBe(73);
    const { values, labels } = dataset.bank!;
    for (const [i, label] of labels!.entries()) expect(label).toBe(Math.floor(values[(i + 1) * 2352 - 3]! / 8));
    expect(saidOf(dataset).bank).toMatch(/of a part of that name, unlabeled-00000/);
  });

  test("are left out where that is said, and train alone", async () => {
    const dataset = await load(files, { unlabeled: "leaveOut" });
    expect(countsOf(dataset)).toEqual([20, null, 4]);
    expect(dataset.report!.sources[0]).toMatchObject({ found: 2, taken: 1, left: [{ names: [NAMES.unlabeled] }] });
    expect(countsOf(await load({ [NAMES.unlabeled]: made(24, () => -1) }))).toEqual([20, null, 4]);
  });

  test("are read as far as they are asked for", async () => {
    expect(countsOf(await load({ ...files, [NAMES.unlabeled]: made(100, () => -1) }, {}, 64))).toEqual([64, 20, 4]);
  });
});
