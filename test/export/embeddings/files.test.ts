import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { ZipArchive } from "../../../src/data/archives/zip/zip";
import { textAt } from "../../../src/data/interpretation/table";
import { parseTable } from "../../../src/data/readers/csv/table";
import { readNpy } from "../../../src/data/readers/numpy/array";
import { ParquetFile } from "../../../src/data/readers/parquet/file";
import { readTable } from "../../../src/data/readers/parquet/tables";
import { FORMATS } from "../../../src/export/embeddings";
import type { FileContent, FormatId } from "../../../src/export/embeddings/types";
import type { ExtractedRows, ExtractionHead } from "../../../src/training/extraction/types";
import { HEAD, PARTS } from "./rows";

const ALL: FileContent = { embedding: "both", labels: true, index: true, predictions: true };

async function written(format: FormatId, content = ALL, head: ExtractionHead = HEAD, parts = PARTS): Promise<Blob> {
  const writer = await FORMATS[format].open(head, content);
  for (const rows of parts) await writer.add(rows);
  return writer.finish();
}

const joined = (of: (rows: ExtractedRows) => Iterable<number>) => PARTS.flatMap((rows) => [...of(rows)]);
const H = joined(({ features }) => features);
const Z = joined(({ embeddings }) => embeddings);
/** By name, what every format has to bring back; -1 and NaN where nothing was predicted. */
const EXPECTED = {
  index: [0, 1, 2, 3, 4],
  source: joined(({ origin }) => origin!),
  label: joined(({ labels }) => labels!),
  evaluation: joined(({ evaluation }) => evaluation),
  knn: joined(({ knn }) => knn!.classes),
  knn_score: joined(({ knn }) => knn!.scores),
  probe: joined(({ probe }) => probe!.classes),
  probe_score: joined(({ probe }) => probe!.scores),
};
const CLASSES = joined(({ labels }) => labels!).map((label) => HEAD.classNames[label]!);

async function arraysIn(file: Blob) {
  const archive = await ZipArchive.open(new File([file], "out.npz"), "out.npz");
  const read = archive.entries.map(async (entry) => {
    const { shape, numbers, texts } = readNpy(new Uint8Array(await archive.read(entry)), entry.path, entry.path);
    return [entry.path, { shape, values: texts ?? [...numbers] }] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

describe("a file of embeddings", () => {
  it("is a table that reads back the same float32 numbers", async () => {
    const text = await (await written("csv")).text();
    expect(text.split("\r\n", 1)[0]).toBe(
      "index,source,split,label,class,evaluation,knn,knn_score,probe,probe_score,h0,h1,h2,z0,z1",
    );
    const table = parseTable(text, "out.csv");
    const column = (name: string) => table.columns.find((one) => one.name === name)!;
    const { knn, knn_score, probe, probe_score, ...whole } = EXPECTED;
    for (const [name, values] of Object.entries(whole))
      expect([name, ...column(name).numbers]).toEqual([name, ...values]);
    const gap = (values: number[]) => values.map((value) => (value < 0 ? Number.NaN : value));
    for (const [name, values] of Object.entries({ knn, knn_score, probe, probe_score }))
      expect([...column(name).numbers].map(Math.fround)).toEqual(gap(values));
    expect([0, 1, 2, 3, 4].map((row) => textAt(column("class"), row))).toEqual(CLASSES);
    expect([0, 4].map((row) => textAt(column("split"), row))).toEqual(["test", "test"]);
    const numbers = (name: string, size: number) =>
      [0, 1, 2, 3, 4].flatMap((row) =>
        Array.from({ length: size }, (_, i) => Math.fround(column(name + i).numbers[row]!)),
      );
    expect([numbers("h", 3), numbers("z", 2)]).toEqual([H, Z]);
  });

  it("is an archive of arrays with the same names", async () => {
    const arrays = await arraysIn(await written("npz"));
    expect(Object.keys(arrays).toSorted()).toEqual(
      [...Object.keys(EXPECTED), "h", "z", "classes"].map((name) => `${name}.npy`).toSorted(),
    );
    for (const [name, values] of Object.entries(EXPECTED))
      expect(arrays[`${name}.npy`]).toEqual({ shape: [5], values });
    expect(arrays["h.npy"]).toEqual({ shape: [5, 3], values: H });
    expect(arrays["z.npy"]).toEqual({ shape: [5, 2], values: Z });
    expect(arrays["classes.npy"]).toEqual({ shape: [3], values: HEAD.classNames });
  });

  it("is one bare array", async () => {
    const bytes = new Uint8Array(await (await written("npy", { ...ALL, embedding: "z" })).arrayBuffer());
    expect(readNpy(bytes, "out.npy", "out")).toMatchObject({ shape: [5, 2], kind: "f", numbers: Float32Array.from(Z) });
  });

  it("is refused where it cannot hold what is asked for", async () => {
    await expect(written("npy")).rejects.toThrow("holds one embedding");
    await expect(written("npz", ALL, { ...HEAD, count: 2 ** 27 })).rejects.toThrow("this would be 6.5 GB");
  });

  it("is a Parquet table with an embedding as a column of lists, which says what it is of", async () => {
    const file = await (await written("parquet")).arrayBuffer();
    const rows = await parquetReadObjects({ file });
    const gap = (name: string, value: number) => (/knn|probe/.test(name) && !(value >= 0) ? null : value);
    for (const [name, values] of Object.entries(EXPECTED))
      expect(rows.map((row) => row[name])).toEqual(values.map((value) => gap(name, value)));
    expect(rows.map(({ class: name }) => name)).toEqual(CLASSES);
    expect(rows.flatMap(({ h }) => h)).toEqual(H);
    expect(rows.flatMap(({ z }) => z)).toEqual(Z);
    const { schema, key_value_metadata: about } = parquetMetadata(file);
    expect(schema.filter(({ type }) => type === "FLOAT").map(({ name }) => name)).toContain("element");
    expect(JSON.parse(about![0]!.value!)).toMatchObject({ arm: 1, seed: 2, split: "test", step: 40 });
  });

  it("is a Parquet table that the project reads like any other", async () => {
    const file = await written("parquet");
    const slice = async (start: number, end?: number) => file.slice(start, end).arrayBuffer();
    const table = await readTable(
      await ParquetFile.open({ name: "out", buffer: { byteLength: file.size, slice } }),
      {},
    );
    const fromCsv = parseTable(await (await written("csv")).text(), "out.csv");
    const words = (of: typeof table, name: string) => {
      const column = of.columns.find((one) => one.name === name)!;
      return [0, 1, 2, 3, 4].map((row) => textAt(column, row) ?? Math.fround(column.numbers[row]!));
    };
    for (const name of [...Object.keys(EXPECTED), "split", "class"])
      expect([name, ...words(table, name)]).toEqual([name, ...words(fromCsv, name)]);
    const numbers = table.columns.filter(({ name }) => /^[hz]\W*\d/.test(name));
    expect(numbers.map(({ numbers: own }) => [...own])).toEqual(
      [0, 1, 2]
        .map((i) => H.filter((_, at) => at % 3 === i))
        .concat([0, 1].map((i) => Z.filter((_, at) => at % 2 === i))),
    );
  });

  it("leaves out what was not asked for, and what there is not", async () => {
    const head = async (content: FileContent, of = HEAD) =>
      (await (await written("csv", content, of)).text()).split("\r\n", 1)[0];
    expect(await head({ embedding: "h", labels: false, index: false, predictions: false })).toBe("h0,h1,h2");
    expect(await head({ ...ALL, embedding: "z", labels: false })).toMatch(
      /^index,source,split,evaluation,knn,.*,z0,z1$/,
    );
    const bare: ExtractionHead = { ...HEAD, hasLabels: false, hasOrigin: false, predictions: "noLabels" };
    expect(await head({ ...ALL, embedding: "h" }, bare)).toBe("index,split,h0,h1,h2");
    expect(Object.keys(await arraysIn(await written("npz", ALL, bare))).toSorted()).toEqual([
      "h.npy",
      "index.npy",
      "z.npy",
    ]);
  });

  it("of many rows is in pieces that are read as one", async () => {
    const size = 400;
    const values = Float32Array.from({ length: 250 * size }, (_, i) => i / 7);
    const head: ExtractionHead = { ...HEAD, count: 1000, featureSize: size, hasLabels: false, predictions: "notAsked" };
    const parts = [0, 250, 500, 750].map((from) => ({ ...PARTS[0]!, from, count: 250, features: values }));
    const content: FileContent = { embedding: "h", labels: false, index: true, predictions: false };
    const file = await (await written("parquet", content, { ...head, hasOrigin: false }, parts)).arrayBuffer();
    expect(parquetMetadata(file).row_groups.length).toBeGreaterThan(2);
    const rows = await parquetReadObjects({ file });
    expect(rows.map(({ index }) => index)).toEqual([...Array(1000).keys()]);
    expect(rows[760]!.h).toEqual([...values.subarray(10 * size, 11 * size)]);
    const { "h.npy": h } = await arraysIn(await written("npz", content, { ...head, hasOrigin: false }, parts));
    expect([h!.shape, h!.values.slice(-size)]).toEqual([[1000, size], [...values.subarray(249 * size)]]);
  });
});

describe("numbers in a table", () => {
  it("bring the same float32 back, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.float(), { minLength: 1, maxLength: 20 }), async (values) => {
        const head: ExtractionHead = { ...HEAD, count: values.length, featureSize: 1 };
        const rows = { ...PARTS[0]!, count: values.length, features: Float32Array.from(values) };
        const content: FileContent = { embedding: "h", labels: false, index: false, predictions: false };
        const [, ...lines] = (await (await written("csv", content, head, [rows])).text()).trimEnd().split("\r\n");
        expect(lines.map(Number).map(Math.fround)).toEqual(values.map((value) => (value === 0 ? 0 : value)));
      }),
    );
  });
});
