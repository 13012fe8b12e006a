import { noise } from "./tableTexts";

/** JSON in the shapes that people and programs write, made small. `right` is what has to come of each. */

const rows = <T>(count: number, of: (row: number) => T): T[] => Array.from({ length: count }, (_, row) => of(row));
const ANIMALS = ["ant", "bee", "cat"];
const record = (i: number) => ({ id: i, a: noise(i), b: noise(i, 1), kind: ANIMALS[i % 3] });
const records = rows(36, record);
const lines = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).join("\n");
const byName = (name: "a" | "b" | "kind") => records.map((one) => one[name]);
const numbered = (values: readonly unknown[]) => Object.fromEntries(values.map((value, i) => [i, value]));

interface JsonCase {
  of: string;
  files: Record<string, string>;
  right: { count: number; test?: number; shape: number[]; classes: string[] | null; first?: number[]; views?: true };
  said?: RegExp[];
}

const plain = { count: 36, shape: [2], classes: ANIMALS, first: [noise(0), noise(0, 1)] };

export const JSON_CASES: JsonCase[] = [
  { of: "a list of objects", files: { "a.json": JSON.stringify(records) }, right: plain, said: [/columns: 3 of 4/] },
  { of: "a list of objects, over many lines", files: { "a.json": JSON.stringify(records, null, 2) }, right: plain },
  { of: "an object a line", files: { "a.jsonl": `${lines(records)}\n\n` }, right: plain },
  { of: "an object a line, by any name", files: { "a.txt": lines(records) }, right: plain },
  {
    of: "columns by their names",
    files: { "a.json": JSON.stringify({ a: byName("a"), b: byName("b"), kind: byName("kind") }) },
    right: plain,
  },
  {
    of: "columns by the numbers of rows, as pandas writes them",
    files: {
      "a.json": JSON.stringify({ a: numbered(byName("a")), b: numbered(byName("b")), kind: numbered(byName("kind")) }),
    },
    right: plain,
  },
  { of: "rows by their numbers", files: { "a.json": JSON.stringify(numbered(records)) }, right: plain },
  {
    of: "columns, index and data",
    files: {
      "a.json": JSON.stringify({
        columns: ["a", "b", "kind"],
        index: rows(36, (i) => i),
        data: records.map(({ a, b, kind }) => [a, b, kind]),
      }),
    },
    right: plain,
  },
  {
    of: "a schema before the data",
    files: { "a.json": JSON.stringify({ schema: { fields: [{ name: "a" }] }, data: records }) },
    right: plain,
  },
  {
    of: "rows under a head",
    files: { "a.json": JSON.stringify([["a", "b", "kind"], ...records.map(({ a, b, kind }) => [a, b, kind])]) },
    right: plain,
  },
  {
    of: "rows alone",
    files: { "a.json": JSON.stringify(records.map(({ a, b, kind }) => [a, b, kind])) },
    right: plain,
    said: [/Column 3 /],
  },
  {
    of: "lists of records by the names of parts",
    files: { "a.json": JSON.stringify({ train: records, test: rows(12, record) }) },
    right: { ...plain, test: 12 },
  },
  {
    of: "missing values, written in every way",
    files: {
      "a.jsonl": [
        ...records.map((one) => JSON.stringify(one)),
        '{"id": 36, "a": NaN, "b": 1, "kind": "ant"}',
        '{"id": 37, "a": null, "b": 1, "kind": "NaN, or a \\" in a text"}',
        '{"id": 38, "b": 1, "kind": "bee"}',
        '{"id": 39, "a": -Infinity, "b": 1, "kind": "bee"}',
      ].join("\n"),
    },
    right: plain,
    said: [/4 with missing cells/],
  },
  {
    of: "numbers in texts, yes and no, records in records",
    files: {
      "a.json": JSON.stringify(rows(36, (i) => ({ at: { x: String(noise(i)), y: { z: i % 5 } }, isOld: i % 2 === 0 }))),
    },
    right: { count: 36, shape: [2], classes: ["false", "true"], first: [noise(0), 0] },
    said: [/Column isOld/],
  },
  {
    of: "lists of numbers are features",
    files: {
      "a.jsonl": lines(
        rows(36, (i) => ({
          text: `sentence ${i}`,
          embedding: i === 3 ? null : [noise(i), i, 1],
          tags: ["x"],
          ragged: rows(1 + (i % 2), () => 1),
          label: i % 2,
        })),
      ),
    },
    right: { count: 35, shape: [3], classes: ["0", "1"], first: [noise(0), 0, 1] },
    said: [
      /columns: 2 of 5/,
      /1 of lists that are not of numbers: tags/,
      /1 of lists that are not all of one length: ragged/,
    ],
  },
  {
    of: "lists of lists are pictures",
    files: {
      "a.json": JSON.stringify({
        images: rows(20, (i) => rows(8, (y) => rows(9, (x) => (10 * y + x + i) % 256))),
        labels: rows(20, (i) => i % 2),
      }),
    },
    right: { count: 20, shape: [8, 9, 1], classes: ["0", "1"], first: [0, 1, 2] },
  },
  {
    of: "nothing but pictures",
    files: { "a.json": JSON.stringify(rows(20, (i) => rows(8, (y) => rows(9, (x) => (10 * y + x + i) % 256)))) },
    right: { count: 20, shape: [8, 9, 1], classes: null },
  },
  {
    of: "two lists that are views",
    files: { "a.jsonl": lines(rows(36, (i) => ({ x1: [noise(i), 1], x2: [noise(i, 1), 2] }))) },
    right: { count: 36, shape: [2], classes: null, views: true },
  },
  {
    of: "parts in files, and more rows",
    files: {
      "train-1.jsonl": lines(records.slice(18)),
      "train-0.jsonl": lines(records.slice(0, 18)),
      "test.jsonl": lines(records.slice(0, 12)),
    },
    right: { ...plain, test: 12 },
  },
];
