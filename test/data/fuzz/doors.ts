import { gzipSync, zipSync } from "fflate";
import { zipOf } from "../archives/zipFiles";
import { TOGETHER_CASES } from "../cases/arraysTogether";
import { JSON_CASES } from "../cases/jsonTables";
import { ENCODING_CASES } from "../cases/parquetEncodings";
import { PARQUET_CASES } from "../cases/parquetTables";
import { SPECIES, shiftJis, twelve, utf16 } from "../cases/tableTexts";
import { cifarBatch, pickledBatch, tarball, tarGz } from "../readers/cifarFiles";
import { imageBytes, labelBytes } from "../readers/idxFiles";
import { npy, npyTexts, npz } from "../readers/numpyFiles";
import { imageParquet } from "../readers/parquetFiles";
import { png } from "../readers/pngFiles";

export interface NamedFile {
  /** With folders, where it lies in some. */
  path: string;
  bytes: Uint8Array;
  /** What a message may call it by, beside its name: what lies in it. */
  within?: string;
}

const text = (content: string) => new TextEncoder().encode(content);
const table = text(`a,b,label\n${twelve()}`);
const pictures = (count: number) => Array.from({ length: count }, (_, i) => png(8, 9, [i, 40, 90]));
const tree = (folder: string): NamedFile[] =>
  pictures(14).map((bytes, i) => ({ path: `${folder}/${["ant", "bee"][i % 2]}/${i}.png`, bytes }));
const files = (all: NamedFile[]) => Object.fromEntries(all.map(({ path, bytes }) => [path, bytes]));
const one = (path: string, bytes: Uint8Array, within = path): NamedFile[] => [{ path, bytes, within }];
const numbers = (count: number) => Float64Array.from({ length: count }, (_, i) => (31 * i) % 97);
const stl = (count: number) => Uint8Array.from({ length: count * 27_648 }, (_, i) => (7 * i) % 251);

const tableOf = (of: string) =>
  Object.values([...PARQUET_CASES, ...ENCODING_CASES].find((row) => row.of.includes(of))!.files)[0]!;

/** Of numbered files, what a message calls all of them. */
const together = (of: string): NamedFile[] =>
  Object.entries(TOGETHER_CASES.find((row) => row.of.includes(of))!.files).map(([path, bytes]) => ({
    path,
    bytes,
    within: path.replace(/_\d+.*/, "_*"),
  }));

/** Where files come in: of each format a few good data sets, which are damaged. */
export const DOORS: Readonly<Record<string, NamedFile[][]>> = {
  "ZIP archives": [
    one("a.zip", zipSync(files(tree("set"))), ".png"),
    one("a.zip", zipOf([{ name: "set/a.csv", bytes: table, isZip64: true, isUtf8: true }]), ".csv"),
    one("a.zip", zipOf([{ name: "a.csv", bytes: table, hasDescriptor: true, method: 0 }]), ".csv"),
    one(
      "a.zip",
      zipOf([
        { name: "a.csv", bytes: table, isEncrypted: true },
        { name: "b.csv", bytes: table },
      ]),
      ".csv",
    ),
    one(
      "a.zip",
      zipOf([
        { name: shiftJis("日/a.csv"), bytes: table },
        { name: "lzma.csv", bytes: table, method: 14 },
      ]),
      ".csv",
    ),
    one("a.zip", zipSync({ "inner.zip": zipSync({ "a.csv": table }), "b.csv.gz": gzipSync(table) }), ".csv"),
  ],
  "tar archives and gzip files": [
    one("a.tar", tarball(tree("set")), ".png"),
    one("a.tar.gz", tarGz(tree("set")), ".png"),
    one("a.csv.gz", gzipSync(table), "a.csv"),
    one("a.csv.gz.gz", gzipSync(gzipSync(table)), "a.csv"),
    one("a.zip", zipSync({ "inner.tar": tarball(tree("set")), "inner.tar.gz": tarGz(one("a.csv", table)) }), "a.csv"),
  ],
  "tables as text": [
    one("a.csv", table),
    one("a.txt", text(twelve(" "))),
    one("a.csv", utf16(`a\tb\tlabel\n${twelve("\t")}`, true)),
    one("a.csv", shiftJis(`a,b,日本\n${twelve()}`)),
    [
      { path: "train.csv", bytes: table },
      { path: "test.csv", bytes: table },
    ],
  ],
  NumPy: [
    one("a.npz", npz({ x: npy([14, 8, 9], numbers(1008), { descr: "<f4" }), y: npy([14], numbers(14)) })),
    one("a.npz", npz({ x: npy([14, 64], numbers(896)), y: npyTexts([...SPECIES, ...SPECIES].slice(0, 4), "U") })),
    [
      { path: "x.npy", bytes: npy([16, 64], numbers(1024), { descr: ">i2", fortran: true }) },
      {
        path: "y.npy",
        bytes: npyTexts(
          Array.from({ length: 16 }, (_, i) => SPECIES[i % 3]!),
          "S",
        ),
      },
    ],
  ],
  "records in JSON": [
    "a list of objects",
    "an object a line",
    "pandas",
    "index and data",
    "are features",
    "missing values",
  ].map((of) =>
    Object.entries(JSON_CASES.find((row) => row.of.includes(of))!.files).map(([path, content]) => ({
      path,
      bytes: text(content),
    })),
  ),
  "NumPy arrays that belong together": ["shards of archives", "views, for training", "split", "04 records"].map(
    together,
  ),
  IDX: [
    [
      { path: "images", bytes: imageBytes(14, 8, 9) },
      { path: "labels", bytes: labelBytes(14) },
    ],
    [
      { path: "images.gz", bytes: gzipSync(imageBytes(14, 8, 9)) },
      { path: "labels.gz", bytes: gzipSync(labelBytes(14)) },
    ],
  ],
  CIFAR: [
    one("a.tar.gz", tarGz([{ path: "cifar-10-batches-bin/data_batch_1.bin", bytes: cifarBatch(13) }])),
    one("cifar-10-binary.tar.gz", tarGz([{ path: "data_batch_1.bin", bytes: cifarBatch(13) }])),
    [
      { path: "a.bin", bytes: cifarBatch(13, 2) },
      { path: "test.bin", bytes: cifarBatch(2, 2) },
      { path: "fine_label_names.txt", bytes: text("ant\nbee") },
    ],
  ],
  "CIFAR for Python": [
    one("data_batch_1", pickledBatch(13)),
    one("cifar-10-python.tar.gz", tarGz([{ path: "cifar/data_batch_1", bytes: pickledBatch(13) }]), "data_batch_1"),
  ],
  "STL-10": [
    [
      { path: "train_X.bin", bytes: stl(13) },
      { path: "train_y.bin", bytes: Uint8Array.from({ length: 13 }, (_, i) => 1 + (i % 10)) },
    ],
  ],
  Parquet: [
    one("a.parquet", imageParquet({ count: 13, classes: ["ant", "bee"], side: 8 })),
    one("a.parquet", imageParquet({ count: 13, classes: ["ant", "bee"], side: 8, codec: "UNCOMPRESSED" })),
  ],
  "tables of Parquet": [
    "12 lists over",
    "of every kind",
    "12 lists of lists are",
    "DELTA_BYTE_ARRAY",
    "BYTE_STREAM_SPLIT (DOUBLE)",
    "DELTA_BINARY",
  ].map((of) => one("a.parquet", tableOf(of))),
  "tables that name pictures": [
    [
      ...pictures(14).map((bytes, i) => ({ path: `set/${i}.png`, bytes })),
      {
        path: "set/labels.csv",
        bytes: text(["file,label", ...pictures(14).map((_, i) => `${i}.png,${i % 2}`)].join("\n")),
      },
    ],
    [
      ...pictures(14).map((bytes, i) => ({ path: `${i}.png`, bytes })),
      {
        path: "names.txt",
        bytes: text(
          pictures(14)
            .map((_, i) => `${i}\tx\t${i % 3}`)
            .join("\n"),
        ),
      },
    ],
  ],
  "folders of pictures": [tree("set"), [...tree("set/train"), ...tree("set/val")], one("a.png", png(8, 8, [0, 0, 0]))],
};
