import { INT64, tableParquet } from "../readers/tableParquet";
import { ANIMALS, column, DIGITS, floats, labels, type ParquetCase, rows } from "./parquetTables";
import { noise } from "./tableTexts";

/** What files say of themselves: names of classes, and by their own names the part of the data. */
export const DESCRIPTION_CASES: ParquetCase[] = [
  {
    of: "13 classes with names, one label missing as -1",
    files: {
      "a.parquet": tableParquet(
        [
          floats("a", 60),
          column(
            "mood",
            INT64,
            rows(60, (i) => (i === 4 ? -1n : BigInt((i + 1) % 3))),
          ),
        ],
        20,
        { mood: ANIMALS },
      ),
    },
    right: { count: 59, shape: [1], classes: ANIMALS },
    said: [/Column mood/, /1 without a class/],
  },
  {
    of: "13 parts by the names of files",
    files: {
      "train-00001-of-00002.parquet": tableParquet([floats("a", 30, 1), labels(30)]),
      "train-00000-of-00002.parquet": tableParquet([floats("a", 30), labels(30)]),
      "validation-00000-of-00001.parquet": tableParquet([floats("a", 12), labels(12)]),
      "test-00000-of-00001.parquet": tableParquet([floats("a", 15), labels(15)]),
    },
    right: { count: 60, test: 15, shape: [1], classes: DIGITS, first: [noise(0)] },
    said: [/rows: 75 of 87\n12 for validation: validation-00000-of-00001\.parquet/],
  },
  {
    of: "13 a column of the test table that the training table lacks",
    files: {
      "train.parquet": tableParquet([floats("a", 60), labels(60)]),
      "test.parquet": tableParquet([floats("a", 15), floats("weight", 15), labels(15)]),
    },
    right: { count: 60, test: 15, shape: [1], classes: DIGITS },
    said: [/columns: 2 of 3/, /1 that the training table does not have: weight/],
  },
];
