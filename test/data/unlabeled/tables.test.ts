import { describe, expect, test } from "vitest";
import { countsOf, load, saidOf, WAY } from "./loading";

const HEADER = "a,b,label\n";
/** Rows whose first number says which they are. */
const rows = (count: number, first: number, label: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${(first + i) * 1.5},${((first + i) * 37) % 11}.5,${label(i)}\n`).join("");
const known = (i: number) => ["ant", "bee"][i % 2]!;
const none = () => "";

describe("rows without a label", () => {
  test.each(["", "NA", "unlabeled"])("written %j, that are most of all, train; the others measure", async (word) => {
    const text = HEADER + rows(24, 0, known) + rows(40, 100, () => word);
    const dataset = await load({ "table.csv": text });
    expect(countsOf(dataset)).toEqual([40, 20, 4]);
    expect(dataset.classNames).toEqual(["ant", "bee"]);
    expect(saidOf(dataset).bank).toMatch(
      /^20 labelled .*40 samples without labels train \(the larger part of the data\)/,
    );
  });

  test("that are few are left out, counted, with the way to change it", async () => {
    const files = { "table.csv": HEADER + rows(24, 0, known) + rows(5, 100, none) };
    const dataset = await load(files);
    expect(countsOf(dataset)).toEqual([20, null, 4]);
    const { left, notes } = saidOf(dataset);
    expect([left, notes]).toEqual([["5 without a class, where others have one"], [expect.stringMatching(WAY)]]);
    expect(dataset.report!.samples.left[0]!.names).toEqual(["table.csv:26"]);
    expect(countsOf(await load(files, { unlabeled: "train" }))).toEqual([5, 20, 4]);
  });

  test("that are most are left out where that is said", async () => {
    const text = HEADER + rows(24, 0, known) + rows(40, 100, none);
    expect(countsOf(await load({ "table.csv": text }, { unlabeled: "leaveOut" }))).toEqual([20, null, 4]);
  });

  test("and with other cells missing are left out for those", async () => {
    const text = `${HEADER}${rows(24, 0, known)}${rows(40, 100, none)}7,,\n`;
    const dataset = await load({ "table.csv": text });
    expect(countsOf(dataset)).toEqual([40, 20, 4]);
    expect(saidOf(dataset).left).toEqual(["1 with missing cells"]);
  });

  test("marked -1 as in scikit-learn train where they are most, beside classes from 0 on", async () => {
    const marked = (classes: number) => HEADER + rows(24, 0, (i) => String(i % classes)) + rows(40, 100, () => "-1");
    expect(countsOf(await load({ "table.csv": marked(3) }))).toEqual([40, 20, 4]);
    expect(countsOf(await load({ "table.csv": marked(3) }, { unlabeled: "leaveOut" }))).toEqual([20, null, 4]);
    // As in -1, 0, 1: a class like the others, unless it is said.
    expect((await load({ "table.csv": marked(2) })).classNames).toEqual(["-1", "0", "1"]);
    expect(countsOf(await load({ "table.csv": marked(2) }, { unlabeled: "train" }))).toEqual([40, 20, 4]);
    const few = HEADER + rows(40, 0, (i) => String(i % 3)) + rows(5, 100, () => "-1");
    expect((await load({ "table.csv": few })).classNames).toEqual(["-1", "0", "1", "2"]);
  });

  test("in a file of their own train, with the labelled file's columns", async () => {
    const files = {
      "train.csv": HEADER + rows(24, 0, known),
      "test.csv": HEADER + rows(10, 50, known),
      "unlabeled.csv": `a,b\n${rows(7, 100, none).replaceAll(",\n", "\n")}`,
    };
    const dataset = await load(files);
    expect(countsOf(dataset)).toEqual([7, 24, 10]);
    expect(saidOf(dataset).bank).toMatch(/of a part of that name, unlabeled\.csv/);
    const left = await load(files, { unlabeled: "leaveOut" });
    expect([countsOf(left), saidOf(left).left]).toEqual([[24, null, 10], ["7 without a class, where others have one"]]);
    expect(countsOf(await load({ "unlabeled.csv": HEADER + rows(24, 0, known) }))).toEqual([20, null, 4]);
  });

  test("of a part of a split column train, and no others", async () => {
    const head = "a,b,split,label\n";
    const part = (count: number, first: number, split: string, label: (i: number) => string) =>
      rows(count, first, (i) => `${split},${label(i)}`);
    const text = head + part(20, 0, "train", known) + part(8, 50, "test", known) + part(6, 100, "unlabeled", known);
    const dataset = await load({ "table.csv": text + part(3, 200, "test", none) });
    expect(countsOf(dataset)).toEqual([6, 20, 8]);
    expect(saidOf(dataset)).toMatchObject({
      bank: expect.stringMatching(/of a part of that name, split = unlabeled/),
      left: ["3 without a class, where others have one"],
    });
  });

  test("as pictures are of the brightness of the others", async () => {
    const head = `label,${Array.from({ length: 784 }, (_, i) => `pixel${i}`).join(",")}\n`;
    const picture = (i: number, label: string) =>
      `${label},${Array.from({ length: 784 }, (_, p) => (p * (i + 3)) % 251).join(",")}\n`;
    const text = head + Array.from({ length: 50 }, (_, i) => picture(i, i < 18 ? String(i % 3) : "")).join("");
    const dataset = await load({ "table.csv": text });
    expect([countsOf(dataset), dataset.shape]).toEqual([
      [32, 15, 3],
      [28, 28, 1],
    ]);
    expect(dataset.bank!.values).toBeInstanceOf(Uint8Array);
  });
});
