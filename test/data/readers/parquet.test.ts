import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import type { ImageWish } from "../../../src/data/assembly/labeled";
import { loadDataset } from "../../../src/data/load";
import { refusal } from "../refusal";
import { file, pick } from "./idxFiles";
import { imageParquet, textLabelParquet } from "./parquetFiles";
import { decodePng } from "./pngFiles";

const load = (files: File[], samples = 60_000, wish: ImageWish = {}) =>
  loadDataset({ id: "files", name: "", samples, ...wish }, 1, pick(files), { decodeImage: decodePng });

const CLASSES = ["apple", "boat", "cat"];

describe("Parquet files of images", () => {
  test("are read with the names of their classes, fine labels before coarse ones", async () => {
    const dataset = await load([file("a.parquet", imageParquet({ count: 60, classes: CLASSES }))]);
    expect([dataset.train.count, dataset.test.count, dataset.shape]).toEqual([50, 10, [28, 28, 3]]);
    expect(dataset.classNames).toEqual(CLASSES);
    const { values, labels } = dataset.train;
    for (let i = 0; i < 50; i++) expect(labels![i]).toBe(Math.floor(values[(i + 1) * 2352 - 3]! / 20));
  });

  test("uncompressed ones are the same", async () => {
    const [one, other] = await Promise.all(
      (["SNAPPY", "UNCOMPRESSED"] as const).map((codec) =>
        load([file("a.parquet", imageParquet({ count: 30, classes: CLASSES, codec }))]),
      ),
    );
    expect(one).toEqual(other);
  });

  test("training and test files, in several pieces, are used as they are", async () => {
    const dataset = await load([
      file("test-00000-of-00001.parquet", imageParquet({ count: 9, classes: CLASSES })),
      file("train-00001-of-00002.parquet", imageParquet({ count: 15, classes: CLASSES })),
      file("train-00000-of-00002.parquet", imageParquet({ count: 15, classes: CLASSES })),
    ]);
    expect([dataset.train.count, dataset.test.count]).toEqual([30, 9]);
  });

  test("of few samples, few row groups are read, and every class is there though the file is sorted", async () => {
    const bytes = imageParquet({ count: 600, classes: CLASSES, side: 8, groupSize: 20, codec: "UNCOMPRESSED" });
    const big = file("a.parquet", bytes);
    let read = 0;
    const slice = big.slice.bind(big);
    big.slice = (start = 0, end = big.size) => {
      // The description at the end is longer than the rows of so small a file.
      if (end < big.size) read += end - start;
      return slice(start, end);
    };
    const dataset = await load([big], 60);
    expect(dataset.train.count).toBe(60);
    expect(new Set(dataset.train.labels).size).toBe(3);
    // 80 of 600 rows, in 4 of 30 groups.
    expect(read).toBeLessThan(0.2 * bytes.length);
    expect(read).toBeGreaterThan(0);
  });

  test("labels of -1 are none", async () => {
    const bytes = imageParquet({ count: 12, classes: CLASSES, label: () => -1 });
    expect((await load([file("a.parquet", bytes)])).train.labels).toBeNull();
  });

  test("rows without a label are left out and counted where others have one", async () => {
    const bytes = imageParquet({ count: 40, classes: CLASSES, label: (row) => (row % 10 === 3 ? -1 : row % 3) });
    const { train, test: held, report } = await load([file("a.parquet", bytes)]);
    for (const { values, labels, count } of [train, held])
      for (let i = 0; i < count; i++) expect(labels![i]).toBe(values[(i + 1) * (values.length / count) - 3]! % 3);
    expect([train.count + held.count, report!.samples]).toMatchObject([
      36,
      { found: 40, taken: 36, left: [{ count: 4 }] },
    ]);
  });

  const animals = Array.from({ length: 24 }, (_, i) => ["cat", "ant", "bee"][i % 3]!);

  test.each(["images", "lists"] as const)(
    "%s of labels that are texts: classes are in the order of the alphabet",
    async (how) => {
      const dataset = await load([file("a.parquet", textLabelParquet(animals, how))]);
      expect(dataset.classNames).toEqual(["ant", "bee", "cat"]);
      const { values, labels, count } = dataset.train;
      const size = values.length / count;
      for (let i = 0; i < count; i++) {
        const row = values[i * size + size - 3]!;
        expect(dataset.classNames[labels![i]!]).toBe(animals[row]);
      }
    },
  );

  test("paths in place of images are named, with the way out", async () => {
    const loading = load([file("a.parquet", textLabelParquet(animals, "paths"))]);
    expect(await refusal(loading)).toMatch(/a\.parquet holds the paths of its images, such as img\/0\.png/);
  });

  test("can be grey, and of another side", async () => {
    const bytes = imageParquet({ count: 12, classes: CLASSES });
    expect((await load([file("a.parquet", bytes)], 10, { side: 32, colour: "grey" })).shape).toEqual([32, 32, 1]);
  });

  const good = imageParquet({ count: 20, classes: CLASSES });
  const noFooter = good.slice();
  new DataView(noFooter.buffer).setUint32(good.length - 8, 0x7fff_ffff, true);
  test.each<[string, Uint8Array, RegExp]>([
    ["cut short", good.subarray(0, 2000), /a\.parquet is no Parquet file/],
    ["with a huge description", noFooter, /its description would have 2147483647 bytes/],
    [
      "with labels out of range",
      imageParquet({ count: 20, classes: CLASSES, label: () => 7 }),
      /label 7 in its column "fine_label"; below 3/,
    ],
  ])("%s are refused", async (_, bytes, message) => {
    expect(await refusal(load([file("a.parquet", bytes)]))).toMatch(message);
  });

  test("beside others without images are refused", async () => {
    const numbers = new Uint8Array(parquetWriteBuffer({ columnData: [{ name: "price", data: [1, 2, 3] }] }));
    const loading = load([file("a.parquet", good), file("b.parquet", numbers)]);
    expect(await refusal(loading)).toMatch(/b\.parquet has no column of encoded images .* as a\.parquet has/);
  });
});
