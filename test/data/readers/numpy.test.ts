import { describe, expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { realFiles } from "../../support/realData";
import { refusal } from "../refusal";
import { file, pick } from "./idxFiles";
import { npy, npz } from "./numpyFiles";

const load = (files: File[], samples = 60_000) => loadDataset({ id: "files", name: "", samples }, 1, pick(files));

const SIDE = 28;
const [COUNT, AREA] = [24, SIDE * SIDE];
/** Image i is 10 i all over, but for its first pixel. */
const pixels = Float64Array.from({ length: COUNT * AREA }, (_, i) =>
  i % AREA === 0 ? 255 : 10 * Math.floor(i / AREA),
);
const labels = Array.from({ length: COUNT }, (_, i) => 7 + (i % 3));
const images = npy([COUNT, SIDE, SIDE], pixels);
const pair = npz({ images, labels: npy([COUNT], labels, { descr: "<i8" }) });

/** The images of a data set by their second pixel, with their labels. */
async function contents(files: File[]): Promise<[pixel: number, label: string | null][]> {
  const { train, test: held, classNames } = await load(files);
  const size = train.values.length / train.count;
  return [train, held]
    .flatMap(({ values, labels: own, count }) =>
      Array.from({ length: count }, (_, i): [number, string | null] => [
        values[i * size + size - 1]!,
        own && classNames[own[i]!]!,
      ]),
    )
    .sort((a, b) => a[0] - b[0]);
}

const EXPECTED = labels.map((label, i) => [10 * i, String(label)]);

describe("images and labels", () => {
  test("of an .npz are read and stay together", async () => {
    expect(await contents([file("a.npz", pair)])).toEqual(EXPECTED);
  });

  test.each([
    ["|u1", 1],
    ["<i4", 1],
    [">u2", 1],
    [">f8", 1],
    ["<f4", 255],
    [">f4", 255],
  ])("as %s, divided by %i, are the same", async (descr, divisor) => {
    const scaled = pixels.map((value) => value / divisor);
    const array = npy([COUNT, SIDE, SIDE], scaled, { descr });
    const own = npy([COUNT, 1], labels, { descr: ">i4", version: 2 });
    expect(await contents([file("x.npy", array), file("y.npy", own)])).toEqual(EXPECTED);
  });

  test.each([1, 2, 3] as const)("in version %i.0 and Fortran's order are the same", async (version) => {
    const array = npy([COUNT, SIDE, SIDE], pixels, { fortran: true, version });
    expect(await contents([file("a.npz", npz({ images: array, labels: npy([COUNT], labels) }))])).toEqual(EXPECTED);
  });

  test("true and false are white and black", async () => {
    const array = npy(
      [COUNT, SIDE, SIDE],
      pixels.map((_, i) => i % 2),
      { descr: "|b1" },
    );
    const { train } = await load([file("a.npy", array)]);
    expect([...train.values.subarray(0, 4)]).toEqual([0, 255, 0, 255]);
  });

  test("x_train, y_train, x_test and y_test are used as they are", async () => {
    const arrays = {
      x_train: images,
      y_train: npy([COUNT], labels),
      x_test: npy([6, SIDE, SIDE], pixels.subarray(0, 6 * AREA)),
      y_test: npy([6], labels.slice(0, 6)),
    };
    const dataset = await load([file("mnist.npz", npz(arrays))]);
    expect([dataset.train.count, dataset.test.count, dataset.classNames]).toEqual([24, 6, ["7", "8", "9"]]);
  });

  test("are paired by the names of their files, too", async () => {
    const dataset = await load([
      file("k-test-labels.npz", npz({ arr_0: npy([6], labels.slice(0, 6)) })),
      file("k-train-imgs.npz", npz({ arr_0: images })),
      file("k-test-imgs.npz", npz({ arr_0: npy([6, SIDE, SIDE], pixels.subarray(0, 6 * AREA)) })),
      file("k-train-labels.npz", npz({ arr_0: npy([COUNT], labels) })),
    ]);
    expect([dataset.train.count, dataset.test.count]).toEqual([24, 6]);
  });
});

describe("colour", () => {
  /** Red rises with the image, green is 50, blue 60 and opacity 70. */
  const colors = (channels: number, first: boolean) =>
    Float64Array.from({ length: COUNT * AREA * channels }, (_, at) => {
      const i = Math.floor(at / (AREA * channels));
      const channel = first ? Math.floor(at / AREA) % channels : at % channels;
      return channel === 0 ? i : 40 + 10 * channel;
    });

  test.each<[string, number[], boolean]>([
    ["last", [COUNT, SIDE, SIDE, 3], false],
    ["last with opacity", [COUNT, SIDE, SIDE, 4], false],
    ["first", [COUNT, 3, SIDE, SIDE], true],
  ])("channels may come %s", async (_, shape, first) => {
    const array = npy(shape, colors(first ? shape[1]! : shape[3]!, first));
    const dataset = await load([file("a.npy", array)]);
    expect(dataset.shape).toEqual([SIDE, SIDE, 3]);
    for (let i = 0; i < dataset.train.count; i++)
      expect([...dataset.train.values.subarray(3 * AREA * i + 1, 3 * AREA * i + 3)]).toEqual([50, 60]);
  });
});

test("two axes are features, standardised", async () => {
  const values = Float64Array.from({ length: 40 * 3 }, (_, i) => [1e3 + i, -i / 1e3, 5][i % 3]!);
  const dataset = await load([file("a.npy", npy([40, 3], values, { descr: "<f8" }))]);
  expect(dataset.shape).toEqual([3]);
  const column = (c: number) => [...dataset.train.values].filter((_, i) => i % 3 === c);
  for (const c of [0, 1]) {
    const own = column(c);
    expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 3);
    expect(own.reduce((sum, value) => sum + value ** 2, 0) / own.length).toBeCloseTo(1, 4);
  }
  expect(column(2).every((value) => value === 0)).toBe(true);
});

describe("refusals say what was found and what is read", () => {
  const words = images.slice();
  words.set(new TextEncoder().encode("'<M8',"), images.indexOf(0x7c) - 1);
  const many = Array.from({ length: 300 }, (_, i) => i);
  const bomb = npz({ images: npy([COUNT, SIDE, SIDE], new Uint8Array(COUNT * AREA)) });
  new DataView(bomb.buffer).setUint32(bomb.length - 22 - 46 - "images.npy".length + 24, 0x7fff_ffff, true);

  test.each<[string, File[], RegExp]>([
    ["text", [file("a.npy", words)], /type "<M8"/],
    ["a hole", [file("a.npy", images.subarray(0, 500))], /cut short: 500 bytes found/],
    [
      "floats beyond 255",
      [file("a.npy", npy([2, 8, 8], new Float32Array(128).fill(300), { descr: "<f4" }))],
      /300 to 300/,
    ],
    [
      "negative pixels",
      [file("a.npy", npy([2, 8, 8], new Int8Array(128).fill(-1), { descr: "|i1" }))],
      /from 0 to 255/,
    ],
    ["NaN", [file("a.npy", npy([2, 8, 8], new Float32Array(128).fill(Number.NaN), { descr: "<f4" }))], /NaN/],
    [
      "two kinds of channels",
      [file("a.npy", npy([2, 3, 8, 3], new Uint8Array(144)))],
      /\(2, 3, 8, 3\), where exactly one/,
    ],
    ["tiny images", [file("a.npy", npy([2, 4, 8], new Uint8Array(64)))], /4 x 8 pixels, where sides of 8 to 1024/],
    ["labels alone", [file("a.npy", npy([24], labels))], /a\.npy holds labels only/],
    ["fewer labels", [file("a.npz", npz({ x: images, y: npy([3], [1, 2, 3]) }))], /a\.npz\/y holds 3 labels/],
    [
      "labels that are no numbers",
      [
        file(
          "a.npz",
          npz({
            x: images,
            y: npy(
              [24],
              labels.map((l) => l + 0.5),
              { descr: "<f4" },
            ),
          }),
        ),
      ],
      /the label 7\.5/,
    ],
    [
      "too many classes",
      [file("a.npz", npz({ x: npy([300, 8, 8], new Uint8Array(19_200)), y: npy([300], many, { descr: "<i4" }) }))],
      /more than 256/,
    ],
    ["a bomb", [file("a.npz", bomb)], /would grow from \d+ to 2147483647 bytes/],
    ["no array", [file("a.npz", npz({}))], /holds no NumPy array|ZIP archive/],
  ])("%s", async (_, files, message) => {
    expect(await refusal(load(files))).toMatch(message);
  });
});

describe("as published", () => {
  const kmnist = realFiles("kmnist/kmnist-test-imgs.npz", "kmnist/kmnist-test-labels.npz");
  test.skipIf(!kmnist)("KMNIST is read", async () => {
    const dataset = await load(kmnist!());
    expect([dataset.train.count, dataset.test.count, dataset.shape]).toEqual([8333, 1667, [28, 28, 1]]);
    expect(dataset.classNames).toHaveLength(10);
    // 1,000 of each class.
    expect(dataset.train.labels!.filter((label) => label === 0).length).toBeCloseTo(833, -1);
  });

  const glyphs = realFiles("glyphs/glyphs-train.npz", "glyphs/glyphs-test.npz");
  test.skipIf(!glyphs)("a training and a test archive are read", async () => {
    const dataset = await load(glyphs!());
    expect([dataset.train.count, dataset.test.count, dataset.shape]).toEqual([8000, 2000, [32, 32, 1]]);
    expect(dataset.classNames).toHaveLength(16);
  });
});
