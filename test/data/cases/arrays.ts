import { npy, npyTexts, npz } from "../readers/numpyFiles";
import { noise } from "./tableTexts";

/** Arrays in the shapes that people bring, made small. `right` is what has to come of each. */

export const AREA = 28 * 28;
const values = (count: number, of: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => of(i));
/** Image i is 10 i all over, but for a bright first pixel. */
export const pixels = (count: number, size = AREA) =>
  values(count * size, (at) => (at % size === 0 ? 255 : (10 * Math.floor(at / size)) % 250));
export const classes = (count: number, of = 3) => values(count, (i) => i % of);
export const features = (count: number, size = 16) => values(count * size, (i) => noise(i));
export const f4 = { descr: "<f4" };
const paths = Array.from({ length: 36 }, (_, i) => `images/${i}.jpg`);
export const words = Array.from({ length: 36 }, (_, i) => ["ant", "bee", "cat"][i % 3]!);
const oneHot = values(36 * 4, (at) => Number(at % 4 === Math.floor(at / 4) % 4));

export interface ArrayCase {
  of: string;
  files: Record<string, Uint8Array>;
  right: { count: number; test?: number; shape: number[]; classes: string[] | null; first?: number[]; views?: true };
  said?: RegExp[];
}

export const DIGITS = ["0", "1", "2"];

export const ARRAY_CASES: ArrayCase[] = [
  {
    of: "03 MedMNIST: train, val and test",
    files: {
      "path.npz": npz({
        train_images: npy([36, 28, 28, 3], pixels(36, 3 * AREA)),
        train_labels: npy([36, 1], classes(36)),
        val_images: npy([6, 28, 28, 3], pixels(6, 3 * AREA)),
        val_labels: npy([6, 1], classes(6)),
        test_images: npy([12, 28, 28, 3], pixels(12, 3 * AREA)),
        test_labels: npy([12, 1], classes(12)),
      }),
    },
    right: { count: 36, test: 12, shape: [28, 28, 3], classes: DIGITS },
    said: [/arrays: 4 of 6/, /2 for validation: val_images, val_labels/],
  },
  {
    of: "03 train and val alone: val is the test",
    files: {
      "a.npz": npz({
        train_images: npy([36, 28, 28], pixels(36)),
        train_labels: npy([36], classes(36)),
        val_images: npy([12, 28, 28], pixels(12)),
        val_labels: npy([12], classes(12)),
      }),
    },
    right: { count: 36, test: 12, shape: [28, 28, 1], classes: DIGITS },
  },
  {
    of: "04 floats of 16 bits",
    files: {
      "img_emb_0.npy": npy(
        [36, 16],
        values(36 * 16, (i) => (i % 9) / 8 - 0.5),
        { descr: "<f2" },
      ),
    },
    right: { count: 36, shape: [16], classes: null, first: [-0.5, -0.375, -0.25] },
  },
  {
    of: "04 paths beside embeddings",
    files: {
      "features.npz": npz({
        embeddings: npy([36, 16], features(36), f4),
        labels: npy([36], classes(36), { descr: "<i8" }),
        paths: npyTexts(paths, "U"),
        ids: npy(
          [36],
          values(36, (i) => i),
          { descr: "<i8" },
        ),
      }),
    },
    right: { count: 36, shape: [16], classes: DIGITS, first: [noise(0), noise(1)] },
    said: [/arrays: 2 of 4/, /2 that are no labels: paths, ids/, /Array labels\./],
  },
  ...(["U", "S"] as const).map(
    (descr): ArrayCase => ({
      of: `04 labels that are texts (${descr})`,
      files: { "a.npz": npz({ X: npy([36, 16], features(36), f4), y: npyTexts(words, descr) }) },
      right: { count: 36, shape: [16], classes: ["ant", "bee", "cat"] },
    }),
  ),
  {
    of: "04 labels with a column for each class",
    files: { "a.npz": npz({ x_train: npy([36, 16], features(36), f4), y_train: npy([36, 4], oneHot, f4) }) },
    right: { count: 36, shape: [16], classes: ["0", "1", "2", "3"] },
  },
  ...([">f8", ">i2", "<u4", ">u8", "<i8", "|i1", "<f2"] as const).map(
    (descr): ArrayCase => ({
      of: `04 numbers of type ${descr}, in the order of Fortran`,
      files: {
        "a.npz": npz({
          X: npy(
            [36, 16],
            values(36 * 16, (i) => i % 100),
            { descr, fortran: true },
          ),
          y: npy([36], classes(36), { descr }),
        }),
      },
      right: { count: 36, shape: [16], classes: DIGITS, first: [0, 1, 2] },
    }),
  ),
  {
    of: "25 rows of 784 bytes",
    files: { "a.npz": npz({ x_train: npy([36, AREA], pixels(36)), y_train: npy([36], classes(36)) }) },
    right: { count: 36, shape: [28, 28, 1], classes: DIGITS, first: [255, 0, 0] },
  },
  {
    of: "25 rows of 784 floats from 0 to 1",
    files: {
      "a.npy": npy(
        [36, AREA],
        pixels(36).map((value) => value / 255),
        f4,
      ),
    },
    right: { count: 36, shape: [28, 28, 1], classes: null, first: [255, 0, 0] },
  },
  {
    of: "25 data and target",
    files: { "a.npz": npz({ data: npy([36, 28, 28], pixels(36)), target: npy([36], classes(36)) }) },
    right: { count: 36, shape: [28, 28, 1], classes: DIGITS },
  },
  {
    of: "25 pixels of mean 0",
    files: {
      "a.npz": npz({
        x_train: npy(
          [36, 28, 28],
          pixels(36).map((value) => (value - 100) / 50),
          f4,
        ),
        y_train: npy([36], classes(36)),
      }),
    },
    right: { count: 36, shape: [28, 28, 1], classes: DIGITS, first: [255, 0, 0] },
    said: [/Numbers from -2 to 3\.1 were stretched/],
  },
  {
    of: "25 pixels of 12 bits",
    files: {
      "a.npy": npy(
        [36, 28, 28],
        pixels(36).map((value) => 16 * value),
        { descr: "<u2" },
      ),
    },
    right: { count: 36, shape: [28, 28, 1], classes: null, first: [255, 0, 0] },
    said: [/Numbers from 0 to 4080 were stretched/],
  },
  {
    of: "25 pixels that are 0 or 1, as bytes",
    files: {
      "a.npy": npy(
        [36, 28, 28],
        values(36 * AREA, (i) => Number(i % 3 === 0)),
      ),
    },
    right: { count: 36, shape: [28, 28, 1], classes: null, first: [255, 0, 0] },
  },
  {
    of: "25 labels that are whole floats",
    files: { "a.npz": npz({ x: npy([36, 28, 28], pixels(36)), y: npy([36], classes(36), f4) }) },
    right: { count: 36, shape: [28, 28, 1], classes: DIGITS },
  },
  {
    of: "25 pictures that were saved one by one",
    files: {
      "a.npz": npz(
        Object.fromEntries(
          Array.from({ length: 20 }, (_, i) => [
            `arr_${i}`,
            npy(
              [28, 28],
              values(AREA, () => i),
            ),
          ]),
        ),
      ),
    },
    right: { count: 20, shape: [28, 28, 1], classes: null },
  },
  {
    of: "25 four files",
    files: {
      "train.npy": npy([36, 28, 28], pixels(36)),
      "train_label.npy": npy([36], classes(36)),
      "test.npy": npy([12, 28, 28], pixels(12)),
      "test_label.npy": npy([12], classes(12)),
    },
    right: { count: 36, test: 12, shape: [28, 28, 1], classes: DIGITS },
  },
  {
    of: "25 arrays of Python objects beside",
    files: {
      "a.npz": npz({
        X: npy([36, 16], features(36), f4),
        meta: objectArray(),
        y: npy([36], classes(36)),
      }),
    },
    right: { count: 36, shape: [16], classes: DIGITS },
    said: [/1 of Python objects, which are not read: save numbers or texts: meta/],
  },
];

/** An array of objects: a pickle, which is never read. */
export function objectArray(): Uint8Array {
  const bytes = npy([1], [0]);
  const text = new TextDecoder("latin1").decode(bytes.subarray(10)).replace("'|u1'", "'|O' ");
  return new Uint8Array([...bytes.subarray(0, 10), ...Array.from(text, (letter) => letter.charCodeAt(0))]);
}
