import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { interpretTables } from "../../../src/data/interpretation/interpret";
import type { Table } from "../../../src/data/interpretation/table";
import { READERS } from "../../../src/data/readers";
import { picked } from "../../../src/data/readers/pickedFiles";
import { readBrought } from "../../../src/data/readers/readBrought";
import type { Reader } from "../../../src/data/readers/types";
import { Counter } from "../../../src/data/report/counter";
import { texts as reportTexts } from "../../../src/data/report/texts";
import { english } from "../../../src/i18n/translate";
import { expectSums } from "../fuzz/outcome";
import { refusal } from "../refusal";
import { file, imageBytes } from "./idxFiles";

/** The first example of docs/adding-a-reader.md: one byte for the number of values, then bytes. */
const tally: Reader = {
  id: "tally",
  label: "tallies",
  endings: [".tally"],
  recognizes: ({ text }) => text.startsWith("TALLY"),
  companions: ["tally-notes.txt"],
  read: async (files) => {
    const bytes = new Uint8Array(await files[0]!.file.arrayBuffer());
    const columns = bytes[5]!;
    const values = Float32Array.from(bytes.subarray(6));
    const count = values.length / columns;
    const set = { name: files[0]!.file.name, kind: "features" as const, shape: [columns], count, values };
    return { train: { ...set, labels: null, classNames: [] }, test: null };
  },
};

/** The other one: two bytes a row, and one row that cannot be read. */
const ledger: Reader = {
  id: "ledger",
  label: "ledgers",
  endings: [".ledger"],
  reads: [".note"],
  read: async (files, { interpretation }) => {
    const own = files.filter(({ path }) => path.endsWith(".ledger"));
    const values = [...new Uint8Array(await own[0]!.file.arrayBuffer())];
    const column = (name: string, numbers: number[]) => ({
      name,
      numbers: Float32Array.from(numbers),
      rows: new Int32Array(0),
      texts: new Int32Array(0),
      words: [],
    });
    const [a, b] = [0, 1].map((at) => values.filter((_, i) => i % 2 === at)) as [number[], number[]];
    const columns = [column("a", a), column("label", b)];
    const table: Table = { name: own[0]!.file.name, columns, count: a.length, hasHeader: true, firstLine: 2 };
    const sets = interpretTables([table], interpretation);
    const samples = new Counter("rows", sets.report?.samples).leave(reportTexts.left.undecodable, "row 17");
    const unused = files
      .filter((one) => !own.includes(one))
      .map(({ path }) => ({ path, why: reportTexts.left.noEnding }));
    return { ...sets, report: { ...sets.report, samples: samples.tally, unused } };
  },
};

const bytes = Uint8Array.of(
  ...new TextEncoder().encode("TALLY"),
  2,
  ...Array.from({ length: 60 }, (_, i) => (7 * i) % 31),
);
const read = (files: File[], readers: readonly Reader[]) =>
  readBrought(picked(files), { id: "files", name: "", samples: 64 }, 1, {}, readers);

describe("a reader is one object in the list", () => {
  test.each(["by.tally", "by-its-mark"])("%s is recognized and read", async (name) => {
    const { shape, train, title } = await read([file(name, bytes)], [...READERS, tally]);
    expect([english(title), shape, train.count]).toEqual([name, [2], 25]);
  });

  test("its companions are left out", async () => {
    const { train } = await read([file("a", bytes), file("tally-notes.txt", bytes)], [...READERS, tally]);
    expect(train.count).toBe(25);
  });

  test("tables are interpreted, and what is left out is counted", async () => {
    const rows = Uint8Array.from({ length: 120 }, (_, i) => (i % 2 === 0 ? (7 * i) % 31 : (i >> 1) % 3));
    const files = [file("a.ledger", rows), file("b.note", Uint8Array.of(1))];
    const { train, test: held, classNames, report } = await read(files, [...READERS, ledger]);
    expect([train.count + held.count, classNames]).toEqual([60, ["0", "1", "2"]]);
    expectSums(report!);
    expect(report!.samples.found).toBe(61);
    expect(report!.sources[0]).toMatchObject({ of: "files", found: 2, taken: 1 });
  });

  test("it is named where a file is of no format, and where files are of two", async () => {
    expect(await refusal(read([file("what", Uint8Array.of(1, 2, 3))], [...READERS, tally]))).toMatch(
      /^what is of no known format\. What is read: IDX .*; Parquet; tallies\.$/,
    );
    expect(await refusal(read([file("a", bytes), file("b", imageBytes(12))], [...READERS, tally]))).toBe(
      "a and b are of different formats (tally and idx): pick the files of one data set.",
    );
  });

  test("without it its files are of no known format", async () => {
    expect(await refusal(read([file("a", bytes)], READERS))).toMatch(/a is of no known format/);
  });
});

describe("what is no data set", () => {
  const archive = zipSync({ "word/document.xml": Uint8Array.of(60), "word/media/1.png": Uint8Array.of(1) });

  test.each([
    [
      "a text document",
      "notes.docx",
      archive,
      /^notes\.docx is a text document, which holds no data set\. What is read: /,
    ],
    ["a text document cut short", "notes.docx", archive.slice(0, 40), /^notes\.docx is a text document/],
    ["a spreadsheet", "Table.XLSX", archive, /^Table\.XLSX is a spreadsheet: save its table as CSV, and bring that\./],
    ["a PDF", "paper.pdf", new TextEncoder().encode("%PDF-1.7"), /^paper\.pdf is a PDF/],
    ["a text that begins like an archive", "notes", new TextEncoder().encode("PKs"), /^notes is of no known format/],
  ])("%s is called what it is, and no damaged ZIP", async (_, name, bytes, said) => {
    expect(await refusal(read([file(name, bytes)], READERS))).toMatch(said);
  });
});
