import { describe, expect, test } from "vitest";
import { interpretTables } from "../../../src/data/interpretation/interpret";
import type { Interpretation } from "../../../src/data/interpretation/schema";
import { parseTable } from "../../../src/data/readers/csv/table";
import { sentencesOf } from "../cases/sentences";
import { noise } from "../cases/tableTexts";

const lines = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i)).join("\n");
const numbers = (count: number, salt = 0) => `a,b\n${lines(count, (i) => `${noise(i, salt)},${noise(i, salt + 1)}`)}`;
const labeled = (count: number) => `a,b,label\n${lines(count, (i) => `${noise(i)},${noise(i, 1)},${(i % 2) + 1}`)}`;
const interpret = (texts: Record<string, string>, wish: Interpretation = {}) =>
  interpretTables(
    Object.entries(texts).map(([name, text]) => parseTable(text, name)),
    wish,
  );

describe("of several tables, the report counts the rows of those that are not used", () => {
  test("test tables with a label and without: the larger kind is tested with, and has all its labels", () => {
    const { test: held, report } = interpret({
      "train.csv": labeled(60),
      "test_1.csv": labeled(20),
      "test_2.csv": numbers(15),
    });
    expect([held?.count, held?.labels?.length]).toEqual([20, 20]);
    expect(sentencesOf(report!)).toMatch(/rows: 80 of 95\n15 with other columns than test_1\.csv: test_2\.csv/);
  });

  test("a third table beside two views", () => {
    const { train, report } = interpret(
      { "a.csv": numbers(40), "b.csv": numbers(40, 2), "c.csv": numbers(30, 4) },
      { tables: "views" },
    );
    expect([train.count, train.second?.length]).toEqual([40, 80]);
    expect(sentencesOf(report!)).toMatch(/rows: 40 of 70\n30 beside the two tables of views: c\.csv/);
  });

  test("an unrelated table", () => {
    const { train, report } = interpret({
      "a.csv": labeled(60),
      "weather.csv": `wind\n${lines(9, (i) => `${noise(i)}`)}`,
    });
    expect(train.count).toBe(60);
    expect(sentencesOf(report!)).toMatch(/rows: 60 of 69\n9 with other columns than a\.csv: weather\.csv/);
  });
});
