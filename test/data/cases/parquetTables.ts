import {
  BOOLEAN,
  DAY,
  DECIMAL,
  DOUBLE,
  FLOAT,
  HALF,
  INT64,
  type MadeColumn,
  TEXT,
  TIME,
  tableParquet,
} from "../readers/tableParquet";
import { noise } from "./tableTexts";

/** Parquet files without images, in the shapes that people bring. `right` is what has to come of each. */

export const rows = <T>(count: number, of: (row: number) => T): T[] =>
  Array.from({ length: count }, (_, row) => of(row));
export const ANIMALS = ["ant", "bee", "cat"];
export const column = (
  name: string,
  type: MadeColumn["type"],
  data: unknown[],
  rest: Partial<MadeColumn> = {},
): MadeColumn => ({
  name,
  type,
  data,
  ...rest,
});
export const floats = (name: string, count: number, offset = 0) =>
  column(
    name,
    FLOAT,
    rows(count, (i) => noise(i, offset)),
  );
export const labels = (count: number) =>
  column(
    "label",
    INT64,
    rows(count, (i) => BigInt(i % 3)),
  );
export const words = (count: number) =>
  column(
    "species",
    TEXT,
    rows(count, (i) => ANIMALS[i % 3]),
  );
export const list = (row: number, length: number) => rows(length, (at) => noise(row * length + at));
const vectors = (name: string, count: number, length = 5) =>
  column(
    name,
    FLOAT,
    rows(count, (i) => list(i, length)),
    { depth: 1 },
  );
const picture = (row: number, height: number, width: number) =>
  rows(height, (y) => rows(width, (x) => (10 * y + x + row) % 256));

export interface ParquetCase {
  of: string;
  files: Record<string, Uint8Array>;
  right: { count: number; test?: number; shape: number[]; classes: string[] | null; first?: number[]; views?: true };
  said?: RegExp[];
}

export const DIGITS = ["0", "1", "2"];

export const PARQUET_CASES: ParquetCase[] = [
  {
    of: "12 columns of numbers",
    files: { "a.parquet": tableParquet([floats("a", 60), floats("b", 60, 1), labels(60)]) },
    right: { count: 60, shape: [2], classes: DIGITS, first: [noise(0), noise(0, 1)] },
    said: [/columns: 3 of 3/, /Column label/],
  },
  {
    of: "12 lists of numbers",
    files: { "a.parquet": tableParquet([vectors("embedding", 60), labels(60)]) },
    right: { count: 60, shape: [5], classes: DIGITS, first: list(0, 5) },
    said: [/columns: 2 of 2/],
  },
  {
    of: "12 lists over several groups of rows, one of them missing, one with a gap",
    files: {
      "a.parquet": tableParquet(
        [
          column(
            "embedding",
            DOUBLE,
            rows(60, (i) =>
              i === 0 || i === 31 ? null : list(i, 5).map((value, at) => (i === 7 && at === 2 ? null : value)),
            ),
            { depth: 1 },
          ),
          words(60),
        ],
        13,
      ),
    },
    right: { count: 57, shape: [5], classes: ANIMALS, first: list(1, 5) },
    said: [/3 with missing cells/],
  },
  {
    of: "12 lists of floats of 16 bits",
    files: {
      "a.parquet": tableParquet([
        column(
          "embedding",
          HALF,
          rows(60, (i) => rows(4, (at) => (i + at) / 8)),
          { depth: 1 },
        ),
        words(60),
      ]),
    },
    right: { count: 60, shape: [4], classes: ANIMALS, first: [0, 0.125, 0.25, 0.375] },
  },
  {
    of: "12 lists of lists are pictures",
    files: {
      "a.parquet": tableParquet([
        column(
          "image",
          INT64,
          rows(30, (i) => picture(i, 9, 12).map((line) => line.map(BigInt))),
          { depth: 2 },
        ),
        labels(30),
      ]),
    },
    right: { count: 30, shape: [9, 12, 1], classes: DIGITS, first: [0, 1, 2] },
    said: [/pictures of 9 x 12/],
  },
  {
    of: "12 lists of lists of lists are pictures in color, channels first",
    files: {
      "a.parquet": tableParquet([
        column(
          "pixels",
          FLOAT,
          rows(30, (i) =>
            rows(3, (channel) => picture(i, 8, 8).map((line) => line.map((value) => value / 2 + 40 * channel))),
          ),
          { depth: 3 },
        ),
        labels(30),
      ]),
    },
    right: { count: 30, shape: [8, 8, 3], classes: DIGITS, first: [0, 40, 80, 1, 41, 81] },
  },
  {
    of: "12 lists of lists below 0 are features",
    files: {
      "a.parquet": tableParquet([
        column(
          "image",
          FLOAT,
          rows(30, (i) => picture(i, 9, 12).map((line) => line.map((value) => value - 100))),
          { depth: 2 },
        ),
      ]),
    },
    right: { count: 30, shape: [108], classes: null },
  },
  {
    of: "12 a list of as many bytes as a square has pixels",
    files: {
      "a.parquet": tableParquet([
        column(
          "image",
          INT64,
          rows(30, (i) => picture(i, 8, 8).flat().map(BigInt)),
          { depth: 1 },
        ),
        labels(30),
      ]),
    },
    right: { count: 30, shape: [8, 8, 1], classes: DIGITS },
  },
  {
    of: "12 lists of unequal length and of texts, beside numbers",
    files: {
      "a.parquet": tableParquet([
        floats("a", 60),
        column(
          "ragged",
          FLOAT,
          rows(60, (i) => list(i, 2 + (i % 2))),
          { depth: 1 },
        ),
        column(
          "tags",
          TEXT,
          rows(60, () => ["x", "y"]),
          { depth: 1 },
        ),
        labels(60),
      ]),
    },
    right: { count: 60, shape: [1], classes: DIGITS },
    said: [
      /columns: 2 of 4/,
      /1 of lists that are not all of one length: ragged/,
      /1 of lists that are not of numbers: tags/,
    ],
  },
  {
    of: "12 two lists that are views",
    files: { "a.parquet": tableParquet([vectors("view_a", 60), vectors("view_b", 60)]) },
    right: { count: 60, shape: [5], classes: null, views: true },
    said: [/columns: 2 of 2/],
  },
  {
    of: "12 two lists that are none",
    files: { "a.parquet": tableParquet([vectors("text", 60), vectors("image", 60)]) },
    right: { count: 60, shape: [10], classes: null },
  },
  {
    of: "12 columns of every kind",
    files: {
      "a.parquet": tableParquet([
        column("id", INT64, rows(60, BigInt)),
        column(
          "price",
          DECIMAL,
          rows(60, (i) => 1 + (i % 7) / 4),
        ),
        column(
          "day",
          DAY,
          rows(60, (i) => new Date(86_400_000 * i)),
        ),
        column(
          "at",
          TIME,
          rows(60, (i) => new Date(1e12 + 1e7 * i)),
        ),
        column(
          "name",
          TEXT,
          rows(60, (i) => `n${i}`),
        ),
        column(
          "half",
          HALF,
          rows(60, (i) => i % 8),
        ),
        column(
          "isOld",
          BOOLEAN,
          rows(60, (i) => i % 2 === 0),
        ),
        column(
          "gap",
          DOUBLE,
          rows(60, (i) => (i === 3 ? null : i === 4 ? Number.NaN : noise(i))),
        ),
      ]),
    },
    right: { count: 58, shape: [3], classes: ["false", "true"], first: [1, 0, noise(0)] },
    said: [
      /columns: 4 of 8/,
      /2 of dates or times: day, at/,
      /telling rows apart.*: id/,
      /2 with missing cells/,
      /Column isOld/,
    ],
  },
];
