import { describe, expect, test } from "vitest";
import type { Role } from "../../../src/data/interpretation/schema";
import { loadDataset } from "../../../src/data/load";
import { numpy } from "../../../src/data/readers/numpy";
import { picked } from "../../../src/data/readers/pickedFiles";
import { file, pick } from "../readers/idxFiles";
import { npy, npz } from "../readers/numpyFiles";
import { refusal } from "../refusal";
import { AREA, ARRAY_CASES, classes, DIGITS, f4, features, objectArray, pixels } from "./arrays";
import { TOGETHER_CASES } from "./arraysTogether";
import { holdTo } from "./holdTo";

const WISH = { samples: 60_000, seed: 1 };
const filesOf = (files: Record<string, Uint8Array>) => Object.entries(files).map(([name, bytes]) => file(name, bytes));
const load = (files: File[]) => loadDataset({ id: "files", name: "", samples: 60_000 }, 1, pick(files));

describe("arrays as people have them", () => {
  test.each([...ARRAY_CASES, ...TOGETHER_CASES])("$of", async ({ files, ...expected }) => {
    await holdTo(numpy, filesOf(files), expected);
  });
});

describe("what is said of arrays goes before what is guessed", () => {
  const two = () => [
    file(
      "a.npz",
      npz({
        a: npy([36, 4], features(36, 4), f4),
        b: npy([36, 5], features(36, 5), f4),
        fine: npy([36], classes(36, 9)),
        coarse: npy([36], classes(36)),
      }),
    ),
  ];
  const read = (columns: { name: string; role: Role }[]) =>
    numpy.read(picked(two()), { ...WISH, interpretation: { columns } }, {});

  test("which are samples, and which labels", async () => {
    const { train } = await read([
      { name: "b", role: "feature" },
      { name: "coarse", role: "label" },
    ]);
    expect([train.shape, train.classNames]).toEqual([[5], DIGITS]);
    const rest = await read([
      { name: "fine", role: "ignore" },
      { name: "coarse", role: "ignore" },
    ]);
    expect([rest.train.shape, rest.train.labels]).toEqual([[4], null]);
  });

  test("rows of bytes may stay features", async () => {
    const files = picked([file("a.npy", npy([36, AREA], pixels(36)))]);
    const { train } = await numpy.read(files, { ...WISH, interpretation: { rows: "features" } }, {});
    expect(train.shape).toEqual([784]);
  });

  test("several arrays of features stand side by side", async () => {
    const { train } = await read([
      { name: "a", role: "feature" },
      { name: "fine", role: "feature" },
      { name: "b", role: "feature" },
      { name: "coarse", role: "label" },
    ]);
    expect([train.shape, train.classNames]).toEqual([[10], DIGITS]);
    expect([train.values[9], train.values[19]]).toEqual([0, 1]);
    expect(train.values[10]).toBeCloseTo(features(36, 4)[4]!, 5);
  });

  test("views may be several arrays each", async () => {
    const { train } = await read([
      { name: "a", role: "viewA" },
      { name: "fine", role: "viewA" },
      { name: "b", role: "viewB" },
    ]);
    expect([train.shape, train.second?.length, train.classNames]).toEqual([[5], 36 * 5, DIGITS]);
    expect([train.values[4], train.second![5]]).toEqual([0, Math.fround(features(36, 5)[5]!)]);
  });

  test.each<[string, { name: string; role: Role }[], RegExp]>([
    [
      "views of unequal width",
      [
        { name: "a", role: "viewA" },
        { name: "b", role: "viewB" },
      ],
      /a\.npz\/a are 4 long/,
    ],
    [
      "a label of many columns",
      [{ name: "b", role: "label" }],
      /a\.npz\/b, of the shape \(36, 5\), cannot be the label/,
    ],
    ["a split of numbers", [{ name: "fine", role: "split" }], /cannot be the split: that is a text/],
    ["categories", [{ name: "fine", role: "categories" }], /cannot be categories: make it the label/],
  ])("%s are named", async (_, columns, message) => {
    expect(await refusal(read(columns))).toMatch(message);
  });

  test("numbered files may be views", async () => {
    const files = picked(["x1.npy", "x2.npy"].map((name) => file(name, npy([36, 4], features(36, 4), f4))));
    const rows = await numpy.read(files, WISH, {});
    expect([rows.train.count, rows.train.second]).toEqual([72, undefined]);
    const views = await numpy.read(files, { ...WISH, interpretation: { tables: "views" } }, {});
    expect([views.train.count, views.train.second?.length]).toEqual([36, 36 * 4]);
  });

  test("an array that is not there is named", async () => {
    expect(await refusal(read([{ name: "c", role: "label" }]))).toMatch(/no array c\. There are: a, b, fine, coarse/);
  });
});

test("Python objects alone are refused with the way out", async () => {
  expect(await refusal(load([file("meta.npy", objectArray())]))).toMatch(
    /meta\.npy holds Python objects .* numpy\.stack/,
  );
});

describe("numbers that are none are named", () => {
  const nan = pixels(36).map((value, i) => (i === 2 * AREA + 4 ? Number.NaN : value));
  const labels = classes(36).map((value, i) => (i === 6 ? 0.5 : value));

  test.each<[string, File, RegExp]>([
    ["a pixel", file("a.npz", npz({ x: npy([36, 28, 28], nan, f4) })), /a\.npz\/x: number 5 of sample 3 is NaN/],
    ["a feature", file("a.npy", npy([36, AREA], nan, f4)), /a\.npy: number 5 of sample 3 is NaN/],
    [
      "a label",
      file("a.npz", npz({ X: npy([36, 4], features(36, 4), f4), y: npy([36], labels, f4) })),
      /a\.npz\/y holds the label 0\.5, of sample 7; .*interpretation\.columns/,
    ],
  ])("%s", async (_, broken, message) => {
    expect(await refusal(load([broken]))).toMatch(message);
  });
});
