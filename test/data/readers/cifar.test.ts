import { gzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { ImageWish } from "../../../src/data/assembly/labeled";
import { loadDataset } from "../../../src/data/load";
import { realFiles } from "../../support/realData";
import { refusal } from "../refusal";
import { cifarBatch, concatenated, tarball, tarGz, tarHead } from "./cifarFiles";
import { file, pick } from "./idxFiles";

const load = (files: File[], samples = 60_000, wish: ImageWish = {}) =>
  loadDataset({ id: "files", name: "", samples, ...wish }, 1, pick(files));
const text = (words: string) => new TextEncoder().encode(words);
const TEN = "plane car bird cat deer dog frog horse ship truck".split(" ");

const archive = (extra: { path: string; bytes: Uint8Array }[] = []) => [
  { path: "cifar-10-batches-bin/batches.meta.txt", bytes: text(`${TEN.join("\n")}\n\n`) },
  { path: "cifar-10-batches-bin/readme.html", bytes: text("<p>") },
  { path: "cifar-10-batches-bin/data_batch_1.bin", bytes: cifarBatch(20) },
  { path: "cifar-10-batches-bin/data_batch_2.bin", bytes: cifarBatch(20) },
  { path: "cifar-10-batches-bin/test_batch.bin", bytes: cifarBatch(8) },
  ...extra,
];

describe("CIFAR", () => {
  test("the archive as published: batches, test set, class names", async () => {
    const dataset = await load([file("cifar-10-binary.tar.gz", tarGz(archive()))]);
    expect([dataset.train.count, dataset.test.count, dataset.shape]).toEqual([40, 8, [32, 32, 3]]);
    expect(dataset.classNames).toEqual(TEN.slice(0, 4));
    const { values, labels } = dataset.train;
    for (let i = 0; i < 40; i++) {
      const [red, green, blue] = values.subarray(i * 3072 + 3, i * 3072 + 6);
      expect([green, blue]).toEqual([100 + red!, 1]);
      expect(labels![i]).toBe(red! % 4);
    }
  });

  test("batches picked by themselves are the same data set", async () => {
    const files = archive()
      .filter(({ path }) => !path.endsWith("html"))
      .map(({ path, bytes }) => file(path.split("/")[1]!, bytes));
    const { title: _, report: ___, ...picked } = await load(files.toReversed());
    const { title: __, report: ____, ...packed } = await load([file("a.tar.gz", tarGz(archive()))]);
    expect(picked).toEqual(packed);
  });

  test("of CIFAR-100 the fine labels are used", async () => {
    const names = Array.from({ length: 100 }, (_, i) => `fine ${i}`).join("\n");
    const dataset = await load([
      file("train.bin", cifarBatch(30, 2, 3)),
      file("test.bin", cifarBatch(6, 2, 3)),
      file("fine_label_names.txt", text(names)),
      file("coarse_label_names.txt", text("aquatic_mammals")),
    ]);
    expect(dataset.classNames).toEqual(["fine 0", "fine 1", "fine 2"]);
    expect([dataset.train.count, dataset.test.count]).toEqual([30, 6]);
  });

  test("one batch is cut, and can be grey and of another size", async () => {
    const dataset = await load([file("data_batch_1.bin", cifarBatch(24))], 10, { side: 28, colour: "grey" });
    expect([dataset.train.count, dataset.test.count, dataset.shape]).toEqual([10, 4, [28, 28, 1]]);
    expect(dataset.train.values.length).toBe(10 * 784);
  });

  test("progress ends at 1, and the loading can be called off", async () => {
    const shares: number[] = [];
    const calling = new AbortController();
    const files = pick([file("data_batch_1.bin", cifarBatch(3000))]);
    const options = { id: "files", name: "", samples: 100 } as const;
    await loadDataset(options, 1, files, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(1);
    const tools = { signal: calling.signal, onProgress: () => calling.abort(new Error("enough")) };
    await expect(loadDataset(options, 1, files, tools)).rejects.toThrow("enough");
  });

  const bin = cifarBatch(12);
  const wrongLabel = cifarBatch(12);
  wrongLabel[3073 * 4] = 10;
  const head = tarHead("x/data_batch_1.bin", 8 ** 11 - (8 ** 11 % 3073));
  test.each<[string, File[], RegExp]>([
    ["a size that fits no record", [file("a.bin", bin.subarray(1))], /a\.bin is no CIFAR file: its 36875 bytes/],
    ["a label out of range", [file("a.bin", wrongLabel)], /record 5 has the label 10, at most 9/],
    ["both kinds together", [file("a.bin", bin), file("b.bin", cifarBatch(4, 2))], /b\.bin belongs to CIFAR-100/],
    [
      "an archive of something else",
      [file("a.tar.gz", tarGz([{ path: "a", bytes: bin }]))],
      /holds no file of a known format/,
    ],
    ["an archive cut short", [file("a.tar.gz", tarGz(archive()).subarray(0, 900))], /complete gzip file/],
    [
      "a tar cut short",
      [file("a.tar.gz", gzipSync(tarball(archive()).subarray(0, 70_000)))],
      /data_batch_2\.bin is cut short|data_batch_1\.bin is cut short/,
    ],
    [
      "a huge entry",
      [file("a.tar.gz", gzipSync(concatenated([head, bin])))],
      /holds more than \d+ bytes once decompressed/,
    ],
    ["another format beside it", [file("a.bin", bin), file("b.csv", text("a,b\n1,2"))], /different formats/],
  ])("%s is refused", async (_, files, message) => {
    expect(await refusal(load(files))).toMatch(message);
  });
});

describe("a sample of CIFAR-10 as published", () => {
  const real = realFiles("cifar10/cifar-10-sample-binary.tar.gz");
  test.skipIf(!real)("is read, names and all", async () => {
    const dataset = await load(real!());
    expect([dataset.train.count, dataset.test.count, dataset.shape]).toEqual([6000, 2000, [32, 32, 3]]);
    expect(dataset.classNames).toContain("airplane");
    expect(new Set(dataset.test.labels).size).toBe(10);
    const values = dataset.train.values as Uint8Array;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean / 255).toBeCloseTo(0.473, 1);
  });
});
