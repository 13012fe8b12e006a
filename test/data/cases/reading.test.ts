import { describe, expect, test } from "vitest";
import { readBrought } from "../../../src/data/readers/readBrought";
import type { DataReport, Tally } from "../../../src/data/report/report";
import { english } from "../../../src/i18n/translate";
import { refusal } from "../refusal";
import { CASES, caseFiles, pretendToDecode } from "./folder";

/** What is right for an input, as its row in the list of cases says. */
interface Row {
  path: string;
  /** Samples to train on and held out, in all. */
  samples: number;
  classes: string[] | number;
  shape?: number[];
  /** Samples held out, where the data says which. */
  test?: number;
  /** Of all that is left out: how many, and why. */
  left?: Record<string, number>;
  labels?: RegExp;
  split?: RegExp;
}

const ROWS: Row[] = [
  { path: "02-kaggle-zip/archive-csv.zip", samples: 200, classes: 4 },
  { path: "05-broken-image/pets-empty.zip", samples: 119, classes: ["Cat", "Dog"], left: { empty: 1, systems: 1 } },
  {
    path: "05-broken-image/pets-cut.zip",
    samples: 119,
    classes: ["Cat", "Dog"],
    left: { "cannot be decoded": 1, systems: 1 },
  },
  {
    path: "06-tiny-imagenet/tiny-imagenet-200.zip",
    samples: 160,
    classes: 4,
    test: 40,
    left: { "part without labels (test)": 40 },
    labels: /folders of the images, and by the table tiny-imagenet-200\/val\/val_annotations\.txt/,
    split: /folder: val/,
  },
  { path: "06-tiny-imagenet/unlabelled-test.zip", samples: 80, classes: ["cats", "dogs"], split: /test.* no labels/ },
  { path: "07-zip-names/german-windows.zip", samples: 90, classes: ["B\u00e4ume", "\u00c4pfel", "\u00d6fen"] },
  { path: "07-zip-names/japanese-windows.zip", samples: 90, classes: ["\u72ac", "\u9b5a", "\u9ce5"] },
  { path: "17-mixed-formats/mixed", samples: 120, classes: ["bmp-class", "both", "jpg-class"] },
  { path: "17-mixed-formats/withcsv", samples: 40, classes: ["a", "b"], labels: /table withcsv\/labels\.csv/ },
  { path: "18-zip-variants/zip64-always.zip", samples: 60, classes: ["a", "b"] },
  { path: "18-zip-variants/inner.zip", samples: 60, classes: ["a", "b"] },
  { path: "18-zip-variants/macos.zip", samples: 60, classes: ["a", "b"], left: { systems: 62 } },
  { path: "14-cifar-python/pictures.tar", samples: 80, classes: ["a", "b"] },
  { path: "14-cifar-python/pictures.tar.gz", samples: 80, classes: ["a", "b"] },
  { path: "02-kaggle-zip/archive-idx.zip", samples: 200, classes: 4, left: { "same as another": 2 } },
  { path: "19-idx-variants/folder", samples: 160, classes: 4, left: { "same as another": 2 } },
  { path: "19-idx-variants/old", samples: 160, classes: 4 },
  { path: "19-idx-variants/wrongext", samples: 160, classes: 4 },
  { path: "19-idx-variants/rgb", samples: 160, classes: 4, shape: [28, 28, 3] },
  { path: "24-several-tables/torchvision", samples: 200, classes: 4, test: 40, left: { "same as another": 4 } },
  { path: "14-cifar-python/cifar-10-python.tar.gz", samples: 240, classes: 10, shape: [32, 32, 3] },
  { path: "14-cifar-python/data_batch_1", samples: 60, classes: 10, shape: [32, 32, 3] },
  { path: "15-stl10", samples: 40, classes: 4, shape: [64, 64, 3] },
  { path: "12-parquet-vectors/embeddings.parquet", samples: 160, classes: 4, labels: /Column label/ },
  { path: "12-parquet-vectors/table.parquet", samples: 160, classes: 4, shape: [8] },
  { path: "13-hf-image-parquet/images-list.parquet", samples: 120, classes: ["ant", "bee", "cow", "dog"] },
  ...["plain", "gzip", "zstd", "brotli", "v2-delta", "with-list-feature", "large-binary", "binary-column"].map(
    (name) => ({
      path: `13-hf-image-parquet/${name}.parquet`,
      samples: 120,
      classes: 4,
    }),
  ),
  { path: "13-hf-image-parquet/string-labels.parquet", samples: 120, classes: ["ant", "bee", "cow", "dog"] },
  { path: "13-hf-image-parquet/bool-label.parquet", samples: 120, classes: ["false", "true"] },
  { path: "13-hf-image-parquet/one-null.parquet", samples: 119, classes: 4, left: { empty: 1 } },
  ...["animated-webp", "avif", "bmp", "gif", "wrong-ext", "palette", "exif", "oblong"].map((name) => ({
    path: `16-odd-images/${name}.zip`,
    samples: 80,
    classes: ["a", "b"],
  })),
];

/** Of which the files say nothing: what is taken for granted of them is said. */
const EMNIST = [
  "19-idx-variants/emnist-letters-train-images-idx3-ubyte.gz",
  "19-idx-variants/emnist-letters-train-labels-idx1-ubyte.gz",
];

const REFUSED: [path: string, message: RegExp][] = [
  [
    "13-hf-image-parquet/path-only.parquet",
    /path-only\.parquet holds the paths of its images, such as .*: bring the folder of images/,
  ],
  ["18-zip-variants/encrypted-real.zip", /60 files are encrypted: pack it without a password/],
  ["18-zip-variants/encrypted.zip", /60 files are encrypted/],
  ["18-zip-variants/lzma.zip", /60 files are compressed by LZMA: pack it by deflate/],
  ["18-zip-variants/rar.rar", /^rar\.rar is packed as RAR: unpack it/],
  ["18-zip-variants/seven.7z", /^seven\.7z is packed as 7z: unpack it/],
  ["16-odd-images/tif.zip", /0\.tif is a picture that no browser decodes: save it as PNG/],
  ["16-odd-images/pgm.zip", /0\.pgm is a picture that no browser decodes: save it as PNG/],
];

const load = (...paths: string[]) =>
  readBrought(paths.flatMap(caseFiles), { id: "files", name: "", samples: 60_000 }, 1, {
    decodeImage: pretendToDecode,
  });

function expectSums({ sources, samples }: DataReport): void {
  for (const { found, taken, left } of [...sources, samples])
    expect(taken + left.reduce((sum, { count }) => sum + count, 0)).toBe(found);
}

const leftOf = ({ sources, samples }: DataReport) =>
  [...sources, samples].flatMap(({ left }: Tally) => left.map(({ count, why }) => [english(why), count] as const));

if (!CASES) console.log("Skipped: the cases are not on this machine (../shared/cases)");

describe.skipIf(!CASES)("archives, folders and pictures as people have them", () => {
  test.each(ROWS)("$path", async (row) => {
    const { report, train, test: held, classNames, shape } = await load(row.path);
    expect(train.count + held.count).toBe(row.samples);
    if (typeof row.classes === "number") expect(classNames).toHaveLength(row.classes);
    else expect(classNames).toEqual(row.classes);
    if (row.shape) expect(shape).toEqual(row.shape);
    if (row.test !== undefined) expect(held.count).toBe(row.test);
    expectSums(report!);
    for (const [why, count] of Object.entries(row.left ?? {}))
      expect(leftOf(report!).find(([said]) => said.includes(why))?.[1]).toBe(count);
    if (row.labels) expect(english(report!.labels)).toMatch(row.labels);
    if (row.split) expect(english(report!.split)).toMatch(row.split);
  });

  test("of Parquet files for training and validation, that for validation is measured on", async () => {
    const {
      train,
      test: held,
      report,
    } = await load(
      "13-hf-image-parquet/train-00000-of-00002.parquet",
      "13-hf-image-parquet/validation-00000-of-00001.parquet",
    );
    expect([train.count, held.count]).toEqual([120, 120]);
    expectSums(report!);
  });

  test("EMNIST is turned upright, and that is said", async () => {
    const { report, train } = await load(...EMNIST);
    expect(report?.notes.map(english)).toEqual([expect.stringMatching(/Rows and columns were exchanged/)]);
    expect(train.count).toBeGreaterThan(0);
  });

  test.each(REFUSED)("%s is refused with the way out", async (path, message) => {
    expect(await refusal(load(path))).toMatch(message);
  });
});
