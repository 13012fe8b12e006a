/**
 * What is right for the files that people have (../shared/cases), as their list says and their makers wrote them: counts, classes and
 * sides are those of the files themselves.
 */

export interface FolderRow {
  /** Of one file or one folder; or of several files that are brought together. */
  path: string | string[];
  /** Samples to train on and held out, in all. */
  samples: number;
  classes: string[] | number;
  shape?: number[];
  /** Samples held out, where the data says which. */
  test?: number;
  /** Of all that is left out: how many, and why. */
  left?: Record<string, number>;
  /** What has to be said; and what where pictures are decoded, as only browsers do. */
  said?: RegExp[];
  seen?: RegExp[];
}

const IRIS = ["setosa", "versicolor", "virginica"];
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, i) => String(from + i));
const GREY = [28, 28, 1];
const COLOR = [28, 28, 3];
const AB = ["a", "b"];
const same = (path: string, names: string[], row: Omit<FolderRow, "path">) =>
  names.map((name): FolderRow => ({ path: `${path}/${name}`, ...row }));

const TABLES: FolderRow[] = [
  {
    path: ["01-csv-pixels/letters-mnist_train.csv", "01-csv-pixels/letters-mnist_test.csv"],
    samples: 200,
    classes: numbered(4),
    shape: GREY,
    test: 40,
    said: [/pictures of 28 x 28/],
  },
  { path: "02-kaggle-zip/table.csv.gz", samples: 60, classes: numbered(2), shape: [2] },
  { path: "08-decimal-comma/iris-de.csv", samples: 90, classes: IRIS, shape: [4] },
  ...same("08-decimal-comma", ["thousands-de.csv", "thousands-us.csv"], {
    samples: 60,
    classes: numbered(3),
    shape: [2],
  }),
  ...Object.entries({
    id: "telling rows apart",
    "index-nameless": "without a name",
    unnamed0: "telling rows apart",
  }).map(
    ([name, why]): FolderRow => ({
      path: `09-index-column/${name}.csv`,
      samples: 150,
      classes: IRIS,
      shape: [4],
      left: { [why]: 1 },
    }),
  ),
  {
    path: "10-messy-table/date.csv",
    samples: 60,
    classes: numbered(2),
    shape: [2],
    left: { "of dates": 1 },
  },
  ...same(
    "10-messy-table",
    ["empty", "inf", "na", "nan", "null"].map((mark) => `missing-${mark}.csv`),
    {
      samples: 59,
      classes: numbered(2),
      shape: [3],
      left: { "missing cells": 1 },
    },
  ),
  {
    path: "10-messy-table/penguins.csv",
    samples: 119,
    classes: ["Adelie", "Chinstrap", "Gentoo"],
    left: { "of text": 2, "missing cells": 1 },
  },
  { path: "10-messy-table/space-separated.csv", samples: 60, classes: numbered(2), shape: [2] },
  { path: "10-messy-table/table.txt", samples: 60, classes: numbered(2), shape: [2] },
  { path: "10-messy-table/wine.data.csv", samples: 90, classes: numbered(3, 1), shape: [5] },
  ...same("11-excel-text", ["comments.csv", "sep-line.csv", "utf16le.csv", "utf8-bom.csv"], {
    samples: 60,
    classes: numbered(2),
    shape: [2],
  }),
  { path: "20-tiny-data/iris150.csv", samples: 150, classes: 3, shape: [4] },
  { path: "20-tiny-data/thirteen.csv", samples: 13, classes: numbered(2) },
  { path: "20-tiny-data/all-same.csv", samples: 60, classes: numbered(2), said: [/equal to another one/] },
  {
    path: "24-several-tables/kaggle",
    samples: 90,
    classes: numbered(2),
    shape: [3],
    left: { "without labels": 30 },
    said: [/test\.csv has no labels/, /sample_submission\.csv/],
  },
  { path: "24-several-tables/years", samples: 180, classes: numbered(2), shape: [3], said: [/more rows/] },
  { path: "24-several-tables/regression-target.csv", samples: 400, classes: [], shape: [2], said: [/target/] },
  { path: "24-several-tables/quality.csv", samples: 90, classes: 6, shape: [2] },
  { path: "24-several-tables/target-float.csv", samples: 60, classes: 3, shape: [2] },
];

const ARRAYS: FolderRow[] = [
  {
    path: "03-medmnist-npz/pathletters.npz",
    samples: 200,
    classes: numbered(4),
    shape: COLOR,
    test: 40,
    left: { "for validation": 2 },
  },
  { path: "04-npz-embeddings/img_emb_0.npy", samples: 160, classes: [], shape: [16] },
  { path: "04-npz-embeddings/features.npz", samples: 160, classes: numbered(4), shape: [16], said: [/paths/] },
  ...same("04-npz-embeddings", ["onehot.npz", "wide.npz", "string-labels.npz"], {
    samples: 160,
    classes: 4,
    shape: [16],
  }),
  ...same("25-images-more", ["data-target.npz", "flat784.npz", "float-labels.npz", "float255.npz"], {
    samples: 120,
    classes: 4,
    shape: GREY,
  }),
  { path: "25-images-more/nchw-3x28.npz", samples: 120, classes: 4, shape: COLOR },
  { path: "25-images-more/normalised.npz", samples: 120, classes: 4, shape: GREY, said: [/were stretched/] },
  { path: "25-images-more/label-nan.npz", samples: 119, classes: 4, shape: [4], left: { "without a class": 1 } },
  { path: "25-images-more/many-images.npz", samples: 20, classes: [], shape: GREY },
  {
    path: ["train", "train_label", "test", "test_label"].map((name) => `25-images-more/${name}.npy`),
    samples: 160,
    classes: 4,
    shape: GREY,
    test: 40,
  },
  { path: ["25-images-more/x.npy", "25-images-more/y.npy"], samples: 120, classes: 4, shape: GREY },
  { path: "12-parquet-vectors/embeddings.parquet", samples: 160, classes: 4, said: [/Column label/] },
  { path: "12-parquet-vectors/table.parquet", samples: 160, classes: 4, shape: [8] },
  ...same("19-idx-variants", ["old", "wrongext"], { samples: 160, classes: 4, shape: GREY }),
  { path: "19-idx-variants/folder", samples: 160, classes: 4, shape: GREY, left: { "same as another": 2 } },
  { path: "19-idx-variants/rgb", samples: 160, classes: 4, shape: COLOR },
  {
    path: ["images-idx3", "labels-idx1"].map((name) => `19-idx-variants/emnist-letters-train-${name}-ubyte.gz`),
    samples: 160,
    classes: 4,
    shape: GREY,
    said: [/Rows and columns were exchanged/],
  },
  { path: "24-several-tables/torchvision", samples: 200, classes: 4, test: 40, left: { "same as another": 4 } },
  { path: "14-cifar-python/cifar-10-python.tar.gz", samples: 240, classes: 10, shape: [32, 32, 3] },
  { path: "14-cifar-python/data_batch_1", samples: 60, classes: 10, shape: [32, 32, 3] },
  { path: "15-stl10", samples: 40, classes: 4, shape: [64, 64, 3] },
];

const PICTURES: FolderRow[] = [
  { path: "02-kaggle-zip/archive-csv.zip", samples: 200, classes: 4, shape: GREY, test: 40 },
  { path: "02-kaggle-zip/archive-idx.zip", samples: 200, classes: 4, left: { "same as another": 2 } },
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
    said: [/folders of the images, and by the table tiny-imagenet-200\/val\/val_annotations\.txt/, /folder: val/],
  },
  {
    path: "06-tiny-imagenet/unlabelled-test.zip",
    samples: 80,
    classes: ["cats", "dogs"],
    said: [/test.* no labels/],
  },
  { path: "07-zip-names/german-windows.zip", samples: 90, classes: ["B\u00e4ume", "\u00c4pfel", "\u00d6fen"] },
  { path: "07-zip-names/japanese-windows.zip", samples: 90, classes: ["\u72ac", "\u9b5a", "\u9ce5"] },
  ...same(
    "13-hf-image-parquet",
    ["plain", "gzip", "zstd", "brotli", "v2-delta", "with-list-feature", "large-binary", "binary-column"].map(
      (name) => `${name}.parquet`,
    ),
    { samples: 120, classes: 4 },
  ),
  ...same("13-hf-image-parquet", ["string-labels.parquet", "images-list.parquet"], {
    samples: 120,
    classes: ["ant", "bee", "cow", "dog"],
  }),
  { path: "13-hf-image-parquet/bool-label.parquet", samples: 120, classes: ["false", "true"] },
  { path: "13-hf-image-parquet/one-null.parquet", samples: 119, classes: 4, left: { empty: 1 } },
  {
    path: ["train-00000-of-00002", "validation-00000-of-00001"].map((name) => `13-hf-image-parquet/${name}.parquet`),
    samples: 240,
    classes: 4,
    test: 120,
  },
  ...same("14-cifar-python", ["pictures.tar", "pictures.tar.gz"], { samples: 80, classes: AB }),
  ...same(
    "16-odd-images",
    ["animated-webp", "avif", "bmp", "gif", "wrong-ext", "palette", "exif", "oblong", "cmyk"].map(
      (name) => `${name}.zip`,
    ),
    { samples: 80, classes: AB },
  ),
  { path: "16-odd-images/png16-12bit.zip", samples: 80, classes: AB, seen: [/16 bits/] },
  { path: "16-odd-images/black-icons.zip", samples: 80, classes: AB, seen: [/transparent/] },
  { path: "16-odd-images/palette-transparent.zip", samples: 80, classes: AB },
  { path: "17-mixed-formats/mixed", samples: 120, classes: ["bmp-class", "both", "jpg-class"] },
  { path: "17-mixed-formats/withcsv", samples: 40, classes: AB, said: [/withcsv\/labels\.csv/] },
  { path: "18-zip-variants/zip64-always.zip", samples: 60, classes: AB },
  { path: "18-zip-variants/inner.zip", samples: 60, classes: AB },
  { path: "18-zip-variants/macos.zip", samples: 60, classes: AB, left: { systems: 62 } },
];

export const FOLDER_ROWS = [...TABLES, ...ARRAYS, ...PICTURES];

/** What is refused, and the way out that is named. */
export const REFUSED_ROWS: [path: string, message: RegExp][] = [
  [
    "13-hf-image-parquet/path-only.parquet",
    /path-only\.parquet holds the paths of its images, such as .*: bring the folder of images/,
  ],
  ["18-zip-variants/encrypted-real.zip", /60 files are encrypted: pack it without a password/],
  ["18-zip-variants/encrypted.zip", /60 files are encrypted/],
  ["18-zip-variants/lzma.zip", /60 files are compressed by LZMA: pack it by deflate/],
  ["18-zip-variants/rar.rar", /rar\.rar is packed as RAR: unpack it/],
  ["18-zip-variants/seven.7z", /seven\.7z is packed as 7z: unpack it/],
  ["16-odd-images/tif.zip", /0\.tif is a picture that no browser decodes: save it as PNG/],
  ["16-odd-images/pgm.zip", /0\.pgm is a picture that no browser decodes: save it as PNG/],
  ["24-several-tables/single.csv", /single\.csv.*bring the pictures along/],
  ["25-images-more/nan-pixel.npz", /nan-pixel\.npz\/x_train: number \d+ of sample \d+ is NaN\. Fill it, or leave/],
];
