import { gzipSync, zipSync } from "fflate";
import { zipOf } from "../archives/zipFiles";
import type { NamedFile } from "../fuzz/doors";
import { pickledBatch, tarball, tarGz } from "../readers/cifarFiles";
import { imageBytes, labelBytes } from "../readers/idxFiles";
import { imageParquet } from "../readers/parquetFiles";
import { png } from "../readers/pngFiles";
import type { FolderRow } from "./folderRows";
import { images, latin1, lines, noise, pixelNames, shiftJis, twelve, utf8 } from "./tableTexts";

/** Archives, and what lies in them, in the shapes that people bring: small copies of the kinds of ../shared/cases. */
export type PackedCase = Omit<FolderRow, "path"> & { of: string; files: NamedFile[] };

const GREY = [28, 28, 1];
const AB = ["a", "b"];
const picture = (i: number) => png(28, 28, [(i * 37) % 200, (i * 91) % 250, 60]);
const entries = (count: number, pathOf: (i: number) => string): NamedFile[] =>
  Array.from({ length: count }, (_, i) => ({ path: pathOf(i), bytes: picture(i) }));
const packed = (files: NamedFile[]) => Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]));
const pair = entries(24, (i) => `${AB[i % 2]}/${i}.png`);
const zip = (files: NamedFile[], options = {}) =>
  zipOf(files.map(({ path, bytes }) => ({ name: path, bytes, ...options })));
const one = (path: string, bytes: Uint8Array): NamedFile[] => [{ path, bytes }];
const named = (names: Uint8Array[]) =>
  zipOf(
    Array.from({ length: 24 }, (_, i) => ({
      name: new Uint8Array([...names[i % 2]!, ...utf8(`/${i}.png`)]),
      bytes: picture(i),
    })),
  );
const idx = (folder: string, part: string, count: number): NamedFile[] => [
  { path: `${folder}${part}-images-idx3-ubyte`, bytes: imageBytes(count) },
  { path: `${folder}${part}-labels-idx1-ubyte`, bytes: labelBytes(count) },
];
const doubled = (files: NamedFile[]) => [
  ...files,
  ...files.map(({ path, bytes }) => ({ path: `${path}.gz`, bytes: gzipSync(bytes) })),
];
const pixels = (count: number) => utf8(`label,${pixelNames}\n${images(count)}`);

/** IDX of four axes, pixels of three channels. */
function colorBytes(count: number): Uint8Array {
  const grey = imageBytes(3 * count);
  const bytes = new Uint8Array(20 + grey.length - 16);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of [0x804, count, 28, 28, 3].entries()) view.setUint32(4 * i, value);
  bytes.set(grey.subarray(16), 20);
  return bytes;
}

export const PACKED_CASES: PackedCase[] = [
  {
    of: "02 tables of pixels in a ZIP archive",
    files: one("archive.zip", zipSync({ "mnist_train.csv": pixels(24), "mnist_test.csv": pixels(12) })),
    samples: 36,
    test: 12,
    classes: 4,
    shape: GREY,
  },
  {
    of: "02 IDX in a ZIP archive, some of it twice",
    files: one("archive.zip", zipSync(packed([...doubled(idx("", "train", 24)), ...idx("", "t10k", 12)]))),
    samples: 36,
    test: 12,
    classes: 4,
    left: { "same as another": 2 },
  },
  {
    of: "02 a gzip file of a table",
    files: one("table.csv.gz", gzipSync(utf8(`a,b,label\n${twelve()}`))),
    samples: 60,
    classes: 2,
  },
  {
    of: "05 a picture of nothing, and what Windows leaves",
    files: one("pets.zip", zipSync({ ...packed(pair), "a/x.png": new Uint8Array(0), "a/Thumbs.db": Uint8Array.of(1) })),
    samples: 24,
    classes: AB,
    left: { empty: 1, systems: 1 },
  },
  {
    of: "06 annotations beside, a test without labels",
    files: one(
      "tiny.zip",
      zipSync({
        ...packed(entries(24, (i) => `tiny/train/n${i % 2}/images/${i}.png`)),
        ...packed(entries(12, (i) => `tiny/val/images/val_${i}.png`)),
        ...packed(entries(6, (i) => `tiny/test/images/test_${i}.png`)),
        "tiny/val/val_annotations.txt": utf8(lines(12, (i) => `val_${i}.png\tn${i % 2}\t0\t0\t9\t9`)),
      }),
    ),
    samples: 36,
    test: 12,
    classes: ["n0", "n1"],
    left: { "part without labels (test)": 6 },
    said: [/val_annotations\.txt/, /folder: val/],
  },
  {
    of: "06 a test without labels alone",
    files: one(
      "pets.zip",
      zipSync({
        ...packed(entries(24, (i) => `train/${AB[i % 2]}/${i}.png`)),
        ...packed(entries(6, (i) => `test/${i}.png`)),
      }),
    ),
    samples: 24,
    classes: AB,
    said: [/test.* no labels/],
  },
  {
    of: "07 names in the code page of DOS",
    files: one("german.zip", named([new Uint8Array([0x8e, ...utf8("pfel")]), new Uint8Array([0x99, ...utf8("fen")])])),
    samples: 24,
    classes: ["\u00c4pfel", "\u00d6fen"],
  },
  {
    of: "07 names in Shift JIS",
    files: one("japanese.zip", named([shiftJis("日"), shiftJis("本")])),
    samples: 24,
    classes: ["日", "本"],
  },
  {
    of: "13 the schema of Hugging Face, and a part for validation",
    files: [
      { path: "train-00000-of-00002.parquet", bytes: imageParquet({ count: 24, classes: ["ant", "bee"] }) },
      { path: "validation-00000-of-00001.parquet", bytes: imageParquet({ count: 12, classes: ["ant", "bee"] }) },
    ],
    samples: 36,
    test: 12,
    classes: ["ant", "bee"],
  },
  {
    of: "14 CIFAR for Python, with a readme",
    files: one(
      "cifar-10-python.tar.gz",
      tarGz([
        { path: "cifar-10-batches-py/data_batch_1", bytes: pickledBatch(20) },
        { path: "cifar-10-batches-py/test_batch", bytes: pickledBatch(12) },
        { path: "cifar-10-batches-py/readme.html", bytes: utf8("<p>") },
      ]),
    ),
    samples: 32,
    test: 12,
    classes: 4,
    shape: [32, 32, 3],
  },
  { of: "14 pictures in a tar archive", files: one("pictures.tar", tarball(pair)), samples: 24, classes: AB },
  { of: "14 the same, packed", files: one("pictures.tar.gz", tarGz(pair)), samples: 24, classes: AB },
  {
    of: "17 pictures beside what browsers do not decode",
    files: one(
      "mixed.zip",
      zipSync({ ...packed(pair), "a/0.tif": Uint8Array.of(73, 73, 42, 0), "notes.md": utf8("x") }),
    ),
    samples: 24,
    classes: AB,
    left: { "no browser decodes": 1 },
  },
  { of: "18 sizes of 64 bits", files: one("zip64.zip", zip(pair, { isZip64: true })), samples: 24, classes: AB },
  {
    of: "18 sizes behind the content",
    files: one("stream.zip", zip(pair, { hasDescriptor: true })),
    samples: 24,
    classes: AB,
  },
  {
    of: "18 an archive in an archive",
    files: one("inner.zip", zipSync({ "inner.zip": zip(pair) })),
    samples: 24,
    classes: AB,
  },
  {
    of: "18 what macOS puts beside",
    files: one(
      "macos.zip",
      zipSync({ ...packed(pair), "__MACOSX/a/._0.png": Uint8Array.of(0, 5), ".DS_Store": Uint8Array.of(0) }),
    ),
    samples: 24,
    classes: AB,
    left: { systems: 2 },
  },
  {
    of: "19 EMNIST on its side",
    files: idx("", "emnist-letters-train", 24),
    samples: 24,
    classes: 4,
    shape: GREY,
    said: [/Rows and columns were exchanged/],
  },
  {
    of: "19 pictures in color",
    files: [
      { path: "train-images-idx4-ubyte", bytes: colorBytes(24) },
      { path: "train-labels-idx1-ubyte", bytes: labelBytes(24) },
    ],
    samples: 24,
    classes: 4,
    shape: [28, 28, 3],
  },
  {
    of: "19 plain, called packed",
    files: idx("", "train", 24).map(({ path, bytes }) => ({ path: `${path}.gz`, bytes })),
    samples: 24,
    classes: 4,
  },
  {
    of: "24 torchvision's folder",
    files: [...doubled(idx("MNIST/raw/", "train", 24)), ...doubled(idx("MNIST/raw/", "t10k", 12))],
    samples: 36,
    test: 12,
    classes: 4,
    left: { "same as another": 4 },
  },
];

export const PACKED_REFUSED: { of: string; files: NamedFile[]; message: RegExp }[] = [
  {
    of: "18 encrypted",
    files: one("a.zip", zip(pair, { isEncrypted: true })),
    message: /24 files are encrypted: pack it without a password/,
  },
  {
    of: "18 LZMA",
    files: one("a.zip", zip(pair, { method: 14 })),
    message: /24 files are compressed by LZMA: pack it by deflate/,
  },
  { of: "18 RAR", files: one("a.rar", latin1("Rar!\x1a\x07\x01\0")), message: /a\.rar is packed as RAR: unpack it/ },
  { of: "18 7z", files: one("a.7z", latin1("7z\xbc\xaf\x27\x1c\0\x04")), message: /a\.7z is packed as 7z: unpack it/ },
  {
    of: "24 paths and labels without pictures",
    files: one("single.csv", utf8(`path,label\n${lines(30, (i) => `img/${i}.png,${i % 2}`)}`)),
    message: /single\.csv.*bring the pictures along/,
  },
  {
    of: "08 a comma that may be either",
    files: one("open.csv", utf8(`a;b;label\n${lines(60, (i) => `1,${100 + i};${noise(i).toFixed(0)};${i % 2}`)}`)),
    message: /open\.csv, row 2, column "a": "1,100" may be .*interpretation\.decimal/,
  },
];
