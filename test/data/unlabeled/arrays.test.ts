import { describe, expect, test } from "vitest";
import { classes, f4, features, pixels } from "../cases/arrays";
import { npy, npyTexts, npz } from "../readers/numpyFiles";
import { countsOf, load, saidOf, WAY } from "./loading";

const x = (count: number) => npy([count, 16], features(count), f4);
const y = (count: number) => npy([count], classes(count));

describe("arrays of samples without labels", () => {
  test.each(["unlabeled", "x_unlabeled", "unlabeled_X", "X_unlabelled", "train_unlabeled"])(
    "called %s train, and the labelled ones measure",
    async (name) => {
      const files = { "set.npz": npz({ x_train: x(24), y_train: y(24), x_test: x(12), y_test: y(12), [name]: x(9) }) };
      const dataset = await load(files);
      expect(countsOf(dataset)).toEqual([9, 24, 12]);
      expect(dataset.report!.sources.at(-1)).toMatchObject({ found: 5, taken: 5 });
      expect(saidOf(dataset).bank).toContain(`(of a part of that name, ${name})`);
      const left = await load(files, { unlabeled: "leaveOut" });
      expect(countsOf(left)).toEqual([24, null, 12]);
      expect([dataset, left].map(({ outline }) => outline?.choices.unlabeled)).toEqual(["train", "leaveOut"]);
      expect(left.report!.sources.at(-1)).toMatchObject({ found: 5, taken: 4, left: [{ names: [name] }] });
    },
  );

  test("beside samples without a part of their own", async () => {
    const dataset = await load({
      "set.npz": npz({
        images: npy([24, 28, 28], pixels(24)),
        labels: y(24),
        unlabeled: npy([40, 28, 28], pixels(40)),
      }),
    });
    expect([countsOf(dataset), dataset.shape]).toEqual([
      [40, 20, 4],
      [28, 28, 1],
    ]);
  });

  test("in files of their own", async () => {
    expect(countsOf(await load({ "x.npy": x(24), "y.npy": y(24), "unlabeled.npy": x(30) }))).toEqual([30, 20, 4]);
  });

  test("of another form are left aside", async () => {
    const unlabeled = npy([30, 8], features(30, 8), f4);
    const dataset = await load({ "set.npz": npz({ x: x(24), y: y(24), unlabeled }) });
    expect(countsOf(dataset)).toEqual([20, null, 4]);
    expect(dataset.report!.sources.at(-1)!.left).toMatchObject([{ count: 1, names: ["unlabeled"] }]);
  });

  test("of a part that another array says", async () => {
    const parts = [
      ...Array<string>(20).fill("train"),
      ...Array<string>(8).fill("test"),
      ...Array<string>(6).fill("unlabeled"),
    ];
    const files = { "set.npz": npz({ x: x(34), y: y(34), split: npyTexts(parts, "U") }) };
    const dataset = await load(files);
    expect(countsOf(dataset)).toEqual([6, 20, 8]);
    expect(saidOf(dataset).bank).toContain("(of a part of that name, split = unlabeled)");
    const left = await load(files, { unlabeled: "leaveOut" });
    expect([countsOf(left), saidOf(left).left]).toEqual([[20, null, 8], ["6 without a class, where others have one"]]);
    const bare = await load({ "set.npz": npz({ x: x(34), split: npyTexts(parts, "U") }) });
    expect(countsOf(bare)).toEqual([26, null, 8]);
  });

  test("alone are an ordinary data set", async () => {
    expect(countsOf(await load({ "unlabeled.npz": npz({ x: x(24), y: y(24) }) }))).toEqual([20, null, 4]);
    expect(countsOf(await load({ "unlabeled.npy": x(24) }))).toEqual([20, null, 4]);
  });
});

describe("samples without a label in an array of labels", () => {
  const labels = (known: number, bare: number, mark: number, of = 3) =>
    npy([known + bare], [...classes(known, of), ...Array(bare).fill(mark)], { descr: "<f8" });

  test.each([Number.NaN, -1])("marked %s, that are most, train", async (mark) => {
    const dataset = await load({ "set.npz": npz({ x: x(64), y: labels(24, 40, mark) }) });
    expect([countsOf(dataset), dataset.classNames]).toEqual([
      [40, 20, 4],
      ["0", "1", "2"],
    ]);
    expect(saidOf(dataset).bank).toMatch(/the larger part of the data/);
  });

  test("that are few are left out, counted, with the way to change it", async () => {
    const files = { "set.npz": npz({ x: x(30), y: labels(24, 6, Number.NaN) }) };
    const dataset = await load(files);
    expect(countsOf(dataset)).toEqual([20, null, 4]);
    const { left, notes } = saidOf(dataset);
    expect([left, notes]).toEqual([["6 without a class, where others have one"], [expect.stringMatching(WAY)]]);
    expect(countsOf(await load(files, { unlabeled: "train" }))).toEqual([6, 20, 4]);
  });

  test("marked -1 are a class beside 0 and 1, and where they are few", async () => {
    expect((await load({ "set.npz": npz({ x: x(64), y: labels(24, 40, -1, 2) }) })).classNames).toEqual([
      "-1",
      "0",
      "1",
    ]);
    expect((await load({ "set.npz": npz({ x: x(30), y: labels(24, 6, -1) }) })).classNames).toContain("-1");
  });

  test("as empty texts", async () => {
    const words = [...Array.from({ length: 24 }, (_, i) => ["ant", "bee"][i % 2]!), ...Array<string>(30).fill("")];
    const dataset = await load({ "set.npz": npz({ x: x(54), labels: npyTexts(words, "U") }) });
    expect([countsOf(dataset), dataset.classNames]).toEqual([
      [30, 20, 4],
      ["ant", "bee"],
    ]);
  });

  test("throughout: all of them train", async () => {
    expect(countsOf(await load({ "set.npz": npz({ x: x(24), y: labels(0, 24, Number.NaN) }) }))).toEqual([20, null, 4]);
  });
});
