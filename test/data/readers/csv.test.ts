import { describe, expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { refusal } from "../refusal";
import { file, pick } from "./idxFiles";

const bytes = (text: string) => new TextEncoder().encode(text);
const csv = (name: string, text: string) => file(name, bytes(text));
const load = (files: File[], samples = 60_000) => loadDataset({ id: "files", name: "", samples }, 1, pick(files));

/** Rows of a, b and a class: b is always 2 a. */
const rows = (count: number, separator = ",") =>
  Array.from({ length: count }, (_, i) => [3 * i, 6 * i, ["pine", "oak"][i % 2]].join(separator)).join("\n");

describe("tables of numbers", () => {
  test.each([
    ["without a header, its text the label", rows(24)],
    ["with a header, in which y is a coordinate", `x,y,kind\n${rows(24)}`],
    [
      "with a named label, an index and quotes",
      `"","class","a","b"\n${rows(24).replace(/(\d+),(\d+),(\w+)/g, '9,"$3",$1,"$2"')}`,
    ],
    [
      "separated by semicolons, with blanks and empty lines",
      `a;b;kind\r\n${rows(24, " ; ").replaceAll("\n", "\r\n\r\n")}\r\n`,
    ],
  ])("%s", async (_, text) => {
    const dataset = await load([csv("trees.csv", text)]);
    expect([dataset.shape, dataset.train.count, dataset.test.count]).toEqual([[2], 20, 4]);
    expect(dataset.classNames).toEqual(["oak", "pine"]);
    for (let i = 0; i < 20; i++) expect(dataset.train.values[2 * i + 1]).toBeCloseTo(dataset.train.values[2 * i]!, 4);
  });

  test("separated by tabs, without labels, for training and testing", async () => {
    const numbers = rows(14, "\t").replace(/\t\w+$/gm, "");
    const dataset = await load([csv("x_test.tsv", numbers), csv("x_train.tsv", numbers)]);
    expect([dataset.train.count, dataset.test.count, dataset.train.labels]).toEqual([14, 14, null]);
  });

  test("classes that are numbers are in their order", async () => {
    const text = Array.from({ length: 24 }, (_, i) => `${i},${[10, 9][i % 2]}`).join("\n");
    expect((await load([csv("a.csv", `x,label\n${text}`)])).classNames).toEqual(["9", "10"]);
  });
});

describe("two views of each sample", () => {
  const expectPairs = async (files: File[]) => {
    const { train, shape, classNames } = await load(files);
    expect([shape, classNames]).toEqual([[1], ["oak", "pine"]]);
    // The second view falls where the first rises.
    for (let i = 0; i < train.count; i++) expect(train.second![i]).toBeCloseTo(-train.values[i]!, 4);
  };
  const one = Array.from({ length: 24 }, (_, i) => `${i},${["pine", "oak"][i % 2]}`).join("\n");

  test("are columns a_ and b_", () =>
    expectPairs([csv("a.csv", `b_x,a_x,label\n${one.replace(/^\d+/gm, (i) => `${5 - Number(i)},${i}`)}`)]));

  const other = Array.from({ length: 24 }, (_, i) => 7 - 3 * i).join("\n");

  test.each([
    ["view2.csv", "view1.csv"],
    ["cells_b.csv", "cells_a.csv"],
    ["B.csv", "A.csv"],
  ])("are two files that are called so: %s and %s", (second, first) =>
    expectPairs([csv(second, other), csv(first, one)]),
  );

  test("are two files that are said to be", async () => {
    const files = pick([csv("two.csv", other), csv("one.csv", one)]);
    const { train } = await loadDataset(
      { id: "files", name: "", samples: 64, interpretation: { tables: "views" } },
      1,
      files,
    );
    for (let i = 0; i < train.count; i++) expect(train.second![i]).toBeCloseTo(-train.values[i]!, 4);
  });

  test("leave out the rows in which either misses a cell", async () => {
    const { train, test: held } = await load([
      csv("view1.csv", one.replace("\n1,", "\n,")),
      csv("view2.csv", other.replace(/-\d+$/, "NA")),
    ]);
    expect(train.count + held.count).toBe(22);
    for (let i = 0; i < train.count; i++) expect(train.second![i]).toBeCloseTo(-train.values[i]!, 4);
  });
});

describe("refusals name row and column", () => {
  test.each<[string, File[], RegExp]>([
    [
      "text among numbers",
      [csv("a.csv", "x,y1\n1,2\n3,four\n5,6")],
      /a\.csv, row 3, column "y1": "four" is not a number/,
    ],
    ["a gap, where too little is left", [csv("a.csv", "1,2,3\n4,,6")], /1 row is left of 2, .* row 2, column 2\./],
    ["a short row", [csv("a.csv", "1,2\n3")], /row 2 has 1 column, the first row has 2/],
    ["nothing", [csv("a.csv", "")], /a\.csv holds no row of numbers/],
    ["a header alone", [csv("a.csv", "x,y")], /holds no row of numbers/],
    ["words alone", [csv("a.csv", "x\nword\nword")], /holds no column of numbers/],
    ["numbers too large", [csv("a.csv", "x\n1e300\n2\n3")], /row 2, column "x": "1e300" is not a number/],
    ["views of different width", [csv("a.csv", "a_x,a_y,b_x\n1,2,3")], /2 columns a_\.\.\., 1 b_/],
    [
      "files of different length",
      [csv("a.csv", "1\n2"), csv("b.csv", "1")],
      /a\.csv holds 2 rows of 1 number, b\.csv 1 of 1/,
    ],
    ["test rows of another width", [csv("train.csv", "1,2"), csv("test.csv", "1")], /2 numbers in a row, test\.csv 1/],
    ["three files of few rows", ["a", "b", "c"].map((name) => csv(`${name}.csv`, "1")), /a\.csv holds 3 samples/],
    ["an open quote", [csv("a.csv", '1,2\n"3,4')], /a\.csv, row 2: Quoted field unterminated/],
    ["too few rows", [csv("a.csv", "1\n2")], /a\.csv holds 2 samples; .* at least 12/],
  ])("%s", async (_, files, message) => {
    expect(await refusal(load(files))).toMatch(message);
  });
});
