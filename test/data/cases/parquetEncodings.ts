import { DOUBLE, FLOAT, INT64, type MadeColumn, TEXT, tableParquet } from "../readers/tableParquet";
import { ANIMALS, column, floats, type ParquetCase, rows, words } from "./parquetTables";
import { noise } from "./tableTexts";

/** Values in every encoding of the format. */
export const ENCODING_CASES: ParquetCase[] = [
  ...(
    [
      ["DELTA_BINARY_PACKED", INT64, (i: number) => BigInt(i % 40)],
      ["BYTE_STREAM_SPLIT", FLOAT, (i: number) => Math.fround(noise(i))],
      ["BYTE_STREAM_SPLIT", DOUBLE, (i: number) => noise(i)],
      ["RLE_DICTIONARY", FLOAT, (i: number) => (i % 8) / 8],
      ["PLAIN", DOUBLE, (i: number) => (i === 1 ? null : noise(i))],
    ] as const
  ).map(
    ([encoding, type, of]: readonly [
      MadeColumn["encoding"],
      MadeColumn["type"],
      (i: number) => unknown,
    ]): ParquetCase => ({
      of: `13 numbers encoded by ${encoding} (${type.type})`,
      files: { "a.parquet": tableParquet([column("a", type, rows<unknown>(60, of), { encoding }), words(60)]) },
      right: { count: of(1) === null ? 59 : 60, shape: [1], classes: ANIMALS, first: [Number(of(0))] },
    }),
  ),
  ...(["DELTA_BYTE_ARRAY", "DELTA_LENGTH_BYTE_ARRAY", "PLAIN", "RLE_DICTIONARY"] as const).map(
    (encoding): ParquetCase => ({
      of: `13 texts encoded by ${encoding}`,
      files: {
        "a.parquet": tableParquet([
          floats("a", 60),
          column(
            "kind",
            TEXT,
            rows(60, (i) => `kind ${i % 3}`),
            { encoding },
          ),
        ]),
      },
      right: { count: 60, shape: [1], classes: ["kind 0", "kind 1", "kind 2"] },
    }),
  ),
];
