import { describe, expect, test } from "vitest";
import { interpretTables } from "../../../src/data/interpretation/interpret";
import type { Interpretation, Role } from "../../../src/data/interpretation/schema";
import { parseTable } from "../../../src/data/readers/csv/table";
import { sentencesOf } from "../cases/sentences";
import { noise } from "../cases/tableTexts";
import { refusal } from "../refusal";

const lines = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i)).join("\n");
const TABLE = `Id,a,b,island,kind\n${lines(60, (i) => `${i + 1},${noise(i)},${i === 7 ? "NA" : noise(i, 1)},${["Dream", "Biscoe"][i % 2]},${["x", "y", "z"][i % 3]}`)}`;
const interpret = async (text: string, wish: Interpretation, name = "a.csv") =>
  interpretTables([parseTable(text, name)], wish);
const roles = (said: Record<string, Role>): Interpretation => ({
  columns: Object.entries(said).map(([name, role]) => ({ name, role })),
});

describe("what is said goes before what is guessed", () => {
  test("another label: the one that was guessed is text again", async () => {
    const { train, report } = await interpret(TABLE, roles({ island: "label" }));
    expect([train.shape, train.classNames]).toEqual([[2], ["Biscoe", "Dream"]]);
    expect(sentencesOf(report!)).toMatch(/of text: kind\n[\s\S]*Column island \(as it was said\)/);
  });

  test("no label at all", async () => {
    const { train } = await interpret(TABLE, { ...roles({ kind: "ignore", island: "ignore" }) });
    expect([train.shape, train.labels]).toEqual([[2], null]);
  });

  test("a column that counts rows may be a feature", async () => {
    expect((await interpret(TABLE, roles({ Id: "feature" }))).train.shape).toEqual([3]);
  });

  test("categories are a feature for each word", async () => {
    const { train } = await interpret(TABLE, roles({ island: "categories" }));
    expect(train.shape).toEqual([4]);
    expect([...train.values.subarray(2, 4)]).toEqual([0, 1]);
    const all = await interpret(TABLE, { texts: "categories" });
    expect([all.train.shape, all.train.classNames]).toEqual([[4], ["x", "y", "z"]]);
  });

  test("missing cells take their column's mean", async () => {
    const { train, report } = await interpret(TABLE, { missing: "mean" });
    expect(train.count).toBe(60);
    const others = Array.from({ length: 60 }, (_, i) => i).filter((i) => i !== 7);
    const mean = others.reduce((sum, i) => sum + noise(i, 1), 0) / 59;
    expect(train.values[2 * 7 + 1]).toBeCloseTo(mean, 5);
    expect(sentencesOf(report!)).toMatch(/1 missing cell has taken the mean/);
  });

  test("two views in one table", async () => {
    const { train } = await interpret(TABLE, roles({ a: "viewA", b: "viewB" }));
    expect([train.shape, train.second?.length]).toEqual([[1], 59]);
  });

  test("a split by words", async () => {
    const text = `a,b,fold\n${lines(60, (i) => `${noise(i)},${noise(i, 1)},${["train", "train", "val"][i % 3]}`)}`;
    const { train, test: held } = await interpret(text, roles({ fold: "split" }));
    expect([train.count, held?.count]).toEqual([40, 20]);
  });
});

describe("rows of numbers as pictures", () => {
  const size = 12 * 10;
  const row = Array.from({ length: size }, (_, at) => at % 256);
  const text = lines(20, (i) => [...row.slice(0, -1), i].join(","));

  test("of the sides that are said; left to themselves they are features", async () => {
    expect((await interpret(text, {})).train.kind).toBe("features");
    const { train } = await interpret(text, { rows: "pictures", pictures: { height: 12 } });
    expect([train.kind, train.shape, [...train.values.subarray(0, 12)]]).toEqual([
      "images",
      [12, 10, 1],
      row.slice(0, 12),
    ]);
  });

  test("turned, rows and columns change places", async () => {
    const { train } = await interpret(text, { rows: "pictures", pictures: { height: 12, width: 10, turned: true } });
    expect([...train.values.subarray(0, 3)]).toEqual([0, 12, 24]);
  });

  test("colors lie beside each other, or in planes; which, is seen from what is smoother", async () => {
    const colors = (planar: boolean) =>
      lines(20, (i) =>
        Array.from({ length: 192 }, (_, at) => {
          const [pixel, channel] = planar ? [at % 64, Math.floor(at / 64)] : [Math.floor(at / 3), at % 3];
          return (pixel + i) * 2 + 40 * channel;
        }).join(","),
      );
    for (const planar of [true, false]) {
      const { train } = await interpret(colors(planar), {});
      expect([train.shape, [...train.values.subarray(0, 6)]]).toEqual([
        [8, 8, 3],
        [0, 40, 80, 2, 42, 82],
      ]);
    }
  });

  test("are no features where that is said", async () => {
    const pixels = lines(20, (i) => Array.from({ length: 64 }, (_, at) => (at * i) % 256).join(","));
    expect((await interpret(pixels, {})).train.shape).toEqual([8, 8, 1]);
    expect((await interpret(pixels, { rows: "features" })).train.kind).toBe("features");
  });
});

describe("what is wrong in it is named", () => {
  test.each<[string, Interpretation, RegExp]>([
    [
      "a column that is not there",
      roles({ kin: "label" }),
      /a\.csv has no column kin\. It has: Id, a, b, island, kind\./,
    ],
    ["two labels", roles({ island: "label", kind: "label" }), /columns island and kind are both said to be the label/],
    ["text as a feature", roles({ island: "feature" }), /row 2, column "island": "Dream" is not a number/],
    ["views of different width", roles({ a: "viewA" }), /1 column a_\.\.\., 0 b_/],
    ["words that name no part", roles({ island: "split" }), /column island: Dream names no part/],
    ["nothing left", roles({ a: "ignore", b: "ignore", Id: "ignore" }), /a\.csv holds no column of numbers/],
    ["sides that do not fit", { rows: "pictures", pictures: { height: 9 } }, /no pictures of 9 x \? x \?/],
    ["numbers that are no brightness", { rows: "pictures", pictures: { height: 8, width: 8 } }, /no pictures of 8 x 8/],
  ])("%s", async (_, wish, message) => {
    expect(await refusal(interpret(TABLE, wish))).toMatch(message);
  });

  test("pixels below 0", async () => {
    const text = lines(20, () => Array.from({ length: 64 }, (_, at) => at - 3).join(","));
    expect(await refusal(interpret(text, { rows: "pictures" }))).toMatch(/from -3 to 60/);
  });

  test("too many words for categories", async () => {
    const text = `a,b\n${lines(100, (i) => `${noise(i)},w${i}`)}`;
    expect(await refusal(interpret(text, roles({ b: "categories" })))).toMatch(/column b holds 65 different words/);
  });
});
