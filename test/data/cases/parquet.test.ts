import { describe, expect, test } from "vitest";
import type { Interpretation } from "../../../src/data/interpretation/schema";
import { loadDataset } from "../../../src/data/load";
import { parquet } from "../../../src/data/readers/parquet";
import { picked } from "../../../src/data/readers/pickedFiles";
import { file, pick } from "../readers/idxFiles";
import { FLOAT, INT64, TEXT, tableParquet } from "../readers/tableParquet";
import { refusal } from "../refusal";
import { holdTo } from "./holdTo";
import { DESCRIPTION_CASES } from "./parquetDescriptions";
import { ENCODING_CASES } from "./parquetEncodings";
import { list, PARQUET_CASES, rows } from "./parquetTables";

const CASES = [...PARQUET_CASES, ...DESCRIPTION_CASES, ...ENCODING_CASES];
const WISH = { samples: 60_000, seed: 1 };
const filesOf = (files: Record<string, Uint8Array>) => Object.entries(files).map(([name, bytes]) => file(name, bytes));
const load = (files: File[]) => loadDataset({ id: "files", name: "", samples: 60_000 }, 1, pick(files));

describe("Parquet tables as people have them", () => {
  test.each(CASES)("$of", async ({ files, ...expected }) => {
    await holdTo(parquet, filesOf(files), expected);
  });
});

describe("what is said of lists goes before what is guessed", () => {
  const bytes = tableParquet([
    { name: "text", type: FLOAT, depth: 1, data: rows(30, (i) => list(i, 64).map((value) => Math.abs(value) % 1)) },
    { name: "image", type: FLOAT, depth: 1, data: rows(30, (i) => list(i, 64)) },
    { name: "label", type: INT64, data: rows(30, (i) => BigInt(i % 2)) },
  ]);
  const read = (interpretation: Interpretation) =>
    parquet.read(picked([file("a.parquet", bytes)]), { ...WISH, interpretation }, {});

  test("one of two is left out, or they are views", async () => {
    expect((await read({ columns: [{ name: "text", role: "ignore" }] })).train.shape).toEqual([64]);
    const { train } = await read({
      columns: [
        { name: "text", role: "viewA" },
        { name: "image", role: "viewB" },
      ],
    });
    expect([train.shape, train.second?.length]).toEqual([[64], 30 * 64]);
  });

  test("rows are pictures", async () => {
    const { train } = await read({ columns: [{ name: "image", role: "ignore" }], rows: "pictures" });
    expect(train.shape).toEqual([8, 8, 1]);
  });

  test("a list that is not there is named, and those that are", async () => {
    expect(await refusal(read({ columns: [{ name: "audio", role: "ignore" }] }))).toMatch(
      /no column audio\. It has: text, image, label\./,
    );
  });
});

test("paths of pictures alone are refused with the way out", async () => {
  const paths = tableParquet([{ name: "image", type: TEXT, data: rows(30, (i) => `img/${i}.png`) }]);
  expect(await refusal(load([file("a.parquet", paths)]))).toMatch(/a\.parquet .* bring the pictures along/);
});
