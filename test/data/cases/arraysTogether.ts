import { npy, npyRecords, npyTexts, npz } from "../readers/numpyFiles";
import { type ArrayCase, classes, DIGITS, f4, features, words } from "./arrays";
import { noise } from "./tableTexts";

/** Several arrays that belong together, and arrays of records. */

const numbers = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i));
const block = (first: number, fortran = false) =>
  npy(
    [12, 4],
    numbers(48, (i) => first + i),
    { ...f4, fortran },
  );
const three = numbers(36, (i) => i % 3);

export const TOGETHER_CASES: ArrayCase[] = [
  {
    of: "04 shards of embeddings, in the order in which people count",
    files: {
      "img_emb_10.npy": block(1000),
      "img_emb_2.npy": block(500, true),
      "img_emb_0.npy": block(0),
    },
    right: { count: 36, shape: [4], classes: null, first: [0, ...numbers(47, (i) => i + 1), 500, 501] },
    said: [/img_emb_0\.npy, img_emb_2\.npy, img_emb_10\.npy: more rows/, /arrays: 1 of 1/],
  },
  {
    of: "04 shards of archives, and a test",
    files: {
      "train_0.npz": npz({ x: block(0), y: npyTexts(words.slice(0, 12), "U") }),
      "train_1.npz": npz({ x: block(48), y: npyTexts(words.slice(12, 24), "U") }),
      "test_0.npz": npz({ x: block(0), y: npyTexts(words.slice(0, 12), "U") }),
    },
    right: { count: 24, test: 12, shape: [4], classes: ["ant", "bee", "cat"], first: numbers(96, (i) => i) },
    said: [/arrays: 4 of 4/],
  },
  {
    of: "04 shards of unequal numbers",
    files: {
      "x_0.npy": npy([20, 3], features(20, 3), f4),
      "x_1.npy": npy([16, 3], features(16, 3), { descr: "<f8" }),
      "y_0.npy": npy([20], classes(20)),
      "y_1.npy": npy([16], classes(16)),
    },
    right: { count: 36, shape: [3], classes: DIGITS },
  },
  {
    of: "24 two files that are views",
    files: { "view_b.npy": npy([36, 5], features(36, 5), f4), "view_a.npy": block36() },
    right: { count: 36, shape: [5], classes: null, first: [0, 1, 2], views: true },
    said: [/view_a\.npy and view_b\.npy: two views/, /arrays: 2 of 2/],
  },
  {
    of: "24 two arrays that are views, for training and testing, with labels",
    files: {
      "a.npz": npz({
        x2_train: npy([36, 5], features(36, 5), f4),
        x1_train: block36(),
        y_train: npy([36], classes(36)),
        x1_test: npy([12, 5], features(12, 5), f4),
        x2_test: npy([12, 5], features(12, 5), f4),
        y_test: npy([12], classes(12)),
      }),
    },
    right: { count: 36, test: 12, shape: [5], classes: DIGITS, first: [0, 1, 2], views: true },
  },
  {
    of: "24 an array that says the split",
    files: {
      "a.npz": npz({
        x: block36(),
        y: npy([36], classes(36)),
        split: npyTexts(
          Array.from({ length: 36 }, (_, i) => ["train", "train", "test", "val"][i % 4]!),
          "U",
        ),
      }),
    },
    right: { count: 18, test: 9, shape: [5], classes: DIGITS, first: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20] },
    said: [/9 for validation/, /By column split \(its words name parts/],
  },
  {
    of: "04 records",
    files: {
      "a.npy": npyRecords(36, [
        { name: "id", descr: "<i8", values: numbers(36, (i) => i) },
        { name: "a", descr: ">f8", values: numbers(36, (i) => noise(i)) },
        { name: "b", descr: "<f4", values: numbers(36, (i) => (i === 5 ? Number.NaN : i / 2)) },
        { name: "kind", descr: "|S8", values: words },
      ]),
    },
    right: { count: 35, shape: [2], classes: ["ant", "bee", "cat"], first: [noise(0), 0, noise(1), 0.5] },
    said: [/columns: 3 of 4/, /1 with missing cells/],
  },
  {
    of: "04 records with pictures in them, and times",
    files: {
      "a.npy": npyRecords(36, [
        { name: "image", descr: "|u1", values: numbers(36 * 72, (at) => at % 250), shape: [8, 9] },
        { name: "label", descr: "<u2", values: three },
      ]),
    },
    right: { count: 36, shape: [8, 9, 1], classes: DIGITS, first: [0, 1, 2] },
    said: [/columns: 2 of 2/],
  },
];

function block36(): Uint8Array {
  return npy(
    [36, 5],
    numbers(180, (i) => i),
    f4,
  );
}
