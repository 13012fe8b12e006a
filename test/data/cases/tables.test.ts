import { describe, expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { csv } from "../../../src/data/readers/csv";
import { picked } from "../../../src/data/readers/pickedFiles";
import { file, pick } from "../readers/idxFiles";
import { refusal } from "../refusal";
import { sentencesOf } from "./sentences";
import { TABLE_CASES, type TableCase } from "./tables";

const encode = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;
const filesOf = ({ files }: Pick<TableCase, "files">) =>
  Object.entries(files).map(([name, content]) => file(name, encode(content)));
const WISH = { samples: 60_000, seed: 1 };
const read = (files: File[]) => csv.read(picked(files), WISH, {});

describe("tables as people have them", () => {
  test.each(TABLE_CASES)("$of", async ({ right, ...input }) => {
    const { train, test: own } = await read(filesOf(input));
    expect([train.count, own?.count ?? 0, train.shape]).toEqual([
      right.count,
      right.test ?? right.aside ?? 0,
      right.shape,
    ]);
    if (!right.aside) expect(train.labels && train.classNames).toEqual(right.classes);
    right.first?.forEach((value, i) => void expect(train.values[i]).toBeCloseTo(value, 4));
  });

  test.each(TABLE_CASES)("$of: becomes a data set", async ({ right, said = [], ...input }) => {
    const options = { id: "files" as const, name: "", samples: 60_000 };
    const { train, test: held, classNames, report } = await loadDataset(options, 1, pick(filesOf(input)));
    expect(train.count + held.count).toBe(right.count + (right.test ?? 0));
    expect(classNames).toEqual(right.classes ?? []);
    for (const { found, taken, left } of [...report!.sources, report!.samples])
      expect(taken + left.reduce((sum, { count }) => sum + count, 0)).toBe(found);
    for (const sentence of said) expect(sentencesOf(report!)).toMatch(sentence);
  });
});

describe("text that is no table stays what it is", () => {
  test.each<[string, string]>([
    ["prose", "Dear Sir,\nthank you, and so on,\nyours, me\nand 2, 3 others\n"],
    ["a program", "const a = [1, 2];\nconst b = 3, c = 4;\nfor (;;) {}\n"],
    ["a list of names", "0 ant\nbee 1\n2 cat and dog\n"],
    ["JSON", '{"a": 1, "b": "x",\n"c": 2, "d": "y",\n"e": 3, "f": "z"}\n'],
    ["one number a line", "1\n2\n3\n4\n"],
  ])("%s", async (_, text) => {
    const loading = loadDataset({ id: "files", name: "", samples: 64 }, 1, pick([file("notes.txt", encode(text))]));
    expect(await refusal(loading)).toMatch(/^notes\.txt is of no known format/);
  });
});

describe("what is left open is refused with the way out", () => {
  const decimals = `a;b;label\n${Array.from({ length: 60 }, (_, i) => `1,${100 + i};${i % 3};${i % 2}`).join("\n")}`;
  const commas = file("a.csv", encode(decimals));

  test.each<[string, File[], RegExp]>([
    ["a comma that may be either", [commas], /a\.csv, row 2, column "a": "1,100" may be .*interpretation\.decimal/],
    ["paths alone", [file("a.csv", encode("path,label\nimg/0.png,0\nimg/1.png,1"))], /bring the pictures along/],
    ["a million columns", [file("a.csv", encode(`${"1,".repeat(1_000_000)}1\n`))], /more than 65536 columns/],
    [
      "a million columns in the second row",
      [file("a.csv", encode(`1,2\n${"1,".repeat(1_000_000)}1\n`))],
      /more than 65536 columns/,
    ],
  ])("%s", async (_, files, message) => {
    expect(await refusal(read(files))).toMatch(message);
  });

  test("and read once it is said", async () => {
    const load = async (decimal: "point" | "comma") =>
      (await csv.read(picked([commas]), { ...WISH, interpretation: { decimal } }, {})).train.values[0];
    expect([await load("point"), await load("comma")]).toEqual([1100, Math.fround(1.1)]);
  });
});
