import fc from "fast-check";
import { expect, test } from "vitest";
import { DataError } from "../../../src/data/errors";
import { interpretTables } from "../../../src/data/interpretation/interpret";
import { interpretation, ROLES } from "../../../src/data/interpretation/schema";
import { parseTable } from "../../../src/data/readers/csv/table";
import { expectSums, RUNS } from "./outcome";

const number = fc.oneof(
  fc.integer({ min: -3, max: 300 }).map(String),
  fc.double({ noNaN: true, min: -1e3, max: 1e3 }).map((value) => value.toFixed(2)),
);
const word = fc.constantFrom("ant", "bee", "train", "test", "unlabeled", "x.png", "2024-01-01");
const missing = fc.constantFrom("", "NA", "nan", "inf", "?");
/** Cells that no table should have. */
const odd = fc.oneof(
  fc.constantFrom("1e999", "0x1f", "\u0000", '"', "#", "sep=;", "1,5", "1.234,5"),
  fc.string({ maxLength: 6, unit: "grapheme" }),
);
/** What a column is made of, most of all. */
const cells = fc.constantFrom(
  number,
  number,
  word,
  fc.oneof({ weight: 12, arbitrary: number }, { weight: 1, arbitrary: missing }),
  fc.oneof({ weight: 20, arbitrary: number }, { weight: 1, arbitrary: odd }),
  fc.oneof(number, word, missing),
);
const name = fc.oneof(
  fc.constantFrom("label", "id", "", "Unnamed: 0", "split", "a_x", "b_x", "y", "target", "pixel1"),
  fc.string({ maxLength: 8 }),
);
const mark = fc.constantFrom(",", ";", "\t", "|", " ");

const table = fc
  .record({ kinds: fc.array(cells, { minLength: 1, maxLength: 5 }), height: fc.integer({ min: 0, max: 25 }) })
  .chain(({ kinds, height }) =>
    fc.record({
      header: fc.array(name, { minLength: kinds.length, maxLength: kinds.length }),
      hasHeader: fc.boolean(),
      rows: fc.array(fc.tuple(...kinds), { minLength: height, maxLength: height }),
      mark,
      file: fc.constantFrom(
        "a.csv",
        "x_train.csv",
        "y_train.csv",
        "test.csv",
        "view_a.csv",
        "view_b.csv",
        "val.csv",
        "unlabeled.csv",
      ),
    }),
  )
  .map(({ header, hasHeader, rows, mark: between, file }) => ({
    name: file,
    header,
    text: [...(hasHeader ? [header] : []), ...rows].map((row) => row.join(between)).join("\n"),
  }));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const side = optional(fc.integer({ min: 8, max: 40 }));
const wish = fc.record({
  unlabeled: optional(fc.constantFrom("train" as const, "leaveOut" as const)),
  missing: optional(fc.constantFrom("leaveOut" as const, "mean" as const)),
  texts: optional(fc.constantFrom("ignore" as const, "categories" as const)),
  decimal: optional(fc.constantFrom("point" as const, "comma" as const)),
  tables: optional(fc.constantFrom("rows" as const, "views" as const)),
  rows: optional(fc.constantFrom("features" as const, "pictures" as const)),
  pictures: optional(fc.record({ height: side, width: side })),
});
const LONG = 30 * 60_000;
const role = fc.constantFrom(...ROLES);

test(
  "whatever the tables and what is said of them, the outcome is samples that keep their promises, or a DataError",
  () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.array(table, { minLength: 1, maxLength: 2 }),
        wish,
        fc.array(role, { maxLength: 1 }),
        (tables, said, roles) => {
          const columns = roles.map((own, i) => ({ name: tables[0]!.header[i] ?? String(i + 1), role: own }));
          const whole = interpretation.parse({ ...said, columns });
          try {
            const parsed = tables.map(({ text, name: file }) => parseTable(text, file, whole.decimal));
            const { train, bank, test: held, report } = interpretTables(parsed, whole);
            taken++;
            const sets = [train, ...(bank ? [bank] : []), ...(held ? [held] : [])];
            for (const { values, second, labels, shape, count, classNames } of sets) {
              const size = shape.reduce((product, length) => product * length, 1);
              expect(values.length).toBe(count * size);
              if (second) expect(second.length).toBe(values.length);
              expect(values.every(Number.isFinite)).toBe(true);
              if (labels)
                expect([labels.length, labels.every((label) => label < classNames.length)]).toEqual([count, true]);
            }
            const samples = report!.samples!;
            expectSums({ sources: report!.sources!, samples });
            expect(samples.taken).toBe(sets.reduce((sum, { count }) => sum + count, 0));
            if (bank) expect([train.labels, bank.labels?.length]).toEqual([null, bank.count]);
            const rows = parsed.reduce((sum, { count }) => sum + count, 0);
            expect(samples.found).toBeLessThanOrEqual(rows);
            if (parsed.length === 1) expect(samples.found).toBe(rows);
          } catch (error) {
            if (!(error instanceof DataError)) throw error;
          }
        },
      ),
      { numRuns: RUNS },
    );
    // The inputs are no mere noise.
    expect(taken).toBeGreaterThan(RUNS / 20);
  },
  LONG,
);
