import { describe, expect, test } from "vitest";
import type { Interpretation } from "../../../src/data/interpretation/schema";
import { readBrought } from "../../../src/data/readers/readBrought";
import { english } from "../../../src/i18n/translate";
import { refusal } from "../refusal";

const SIDE = 96;
const IMAGE = 3 * SIDE * SIDE;

/** Images that are all one brightness, which says which they are: `first`, `first` + 1 ... */
function imagesFile(name: string, count: number, first: number): File {
  const bytes = new Uint8Array(count * IMAGE);
  for (let i = 0; i < count; i++) bytes.fill(first + i, i * IMAGE, (i + 1) * IMAGE);
  return new File([bytes], name);
}

function labelsFile(name: string, count: number): File {
  return new File([Uint8Array.from({ length: count }, (_, i) => 1 + (i % 2))], name);
}

/** Says that it has so many bytes, and makes those that are asked for. */
class HugeFile extends File {
  /** Bytes that were asked for at a time. */
  largest = 0;

  constructor(name: string, size: number) {
    super([], name);
    Object.defineProperty(this, "size", { value: size });
  }

  override slice(start = 0, end = this.size): Blob {
    this.largest = Math.max(this.largest, end - start);
    return new Blob([new Uint8Array(end - start)]);
  }
}

const TRAIN = [imagesFile("train_X.bin", 24, 0), labelsFile("train_y.bin", 24)];
const TEST = [imagesFile("test_X.bin", 12, 50), labelsFile("test_y.bin", 12)];
const UNLABELED = imagesFile("unlabeled_X.bin", 80, 100);

function load(files: File[], wish: { samples?: number; side?: number; interpretation?: Interpretation } = {}) {
  const picked = files.map((file) => ({ file, path: `stl10_binary/${file.name}` }));
  return readBrought(picked, { id: "files", name: "", samples: 1000, side: 28, ...wish }, 1, {});
}

const brightness = (values: ArrayLike<number>, size = 28 * 28 * 3) =>
  Array.from({ length: values.length / size }, (_, i) => values[i * size]!).sort((a, b) => a - b);
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe("STL-10", () => {
  test("trains on the images without labels, and measures with the labeled ones", async () => {
    const { train, bank, test: held, report, classNames } = await load([...TRAIN, ...TEST, UNLABELED]);
    expect([train.labels, brightness(train.values)]).toEqual([null, range(100, 80)]);
    expect([brightness(bank!.values), brightness(held.values)]).toEqual([range(0, 24), range(50, 12)]);
    expect([...bank!.labels!].sort()).toEqual([...Array(12).fill(0), ...Array(12).fill(1)]);
    for (const [i, label] of bank!.labels!.entries()) expect(bank!.values[i * 28 * 28 * 3]! % 2).toBe(label);
    expect(classNames).toEqual(["airplane", "bird"]);
    expect(report!.samples).toEqual({ of: "images", found: 116, taken: 116, left: [] });
    expect(english(report!.bank!)).toMatch(
      /^24 labelled.*80 samples without labels train \(of a part of that name, unl/,
    );
  });

  test("without a test set holds out labeled images", async () => {
    const { train, bank, test: held } = await load([...TRAIN, UNLABELED]);
    expect([train.count, bank?.count, held.count]).toEqual([80, 20, 4]);
  });

  test("reads no more images than are asked for, scaled as all others are, and counts the rest", async () => {
    const {
      train,
      bank,
      test: held,
      report,
      shape,
    } = await load([...TRAIN, ...TEST, UNLABELED], { samples: 64, side: undefined });
    expect([train.count, bank?.count, held.count, shape]).toEqual([64, 24, 12, [64, 64, 3]]);
    expect(brightness(train.values, 64 * 64 * 3).every((level, i, all) => level >= 100 && level !== all[i - 1])).toBe(
      true,
    );
    expect(report!.samples).toMatchObject({ found: 116, taken: 100, left: [{ count: 16 }] });
  });

  test("holds a few of the images that it leaves out at a time", async () => {
    const huge = new HugeFile("unlabeled_X.bin", 100_000 * IMAGE);
    const { train, report } = await load([...TRAIN, huge], { samples: 64 });
    expect([train.count, report!.samples.found]).toEqual([64, 100_024]);
    expect(huge.largest).toBeGreaterThan(0);
    expect(huge.largest).toBeLessThanOrEqual(128 * IMAGE);
  });

  test("leaves the images without labels out where that is said, and counts the file", async () => {
    const { train, bank, report } = await load([...TRAIN, ...TEST, UNLABELED], {
      interpretation: { unlabeled: "leaveOut" },
    });
    expect([train.count, bank]).toEqual([24, undefined]);
    expect(report!.sources[0]).toMatchObject({
      found: 5,
      taken: 4,
      left: [{ count: 1, names: ["stl10_binary/unlabeled_X.bin"] }],
    });
  });

  test("trains on images without labels alone, and keeps them out beside others that have none either", async () => {
    expect((await load([UNLABELED])).train.count).toBe(66);
    const { train, bank } = await load([TRAIN[0]!, UNLABELED]);
    expect([train.count, bank]).toEqual([20, undefined]);
  });

  test("refuses what is no image and no label, naming the file", async () => {
    expect(await refusal(load([new File([new Uint8Array(100)], "train_X.bin")]))).toMatch(
      /train_X\.bin is no file of STL-10/,
    );
    const wrong = new File([new Uint8Array(24).fill(11)], "train_y.bin");
    expect(await refusal(load([TRAIN[0]!, wrong]))).toMatch(/train_y\.bin has the label 11/);
  });
});
