import fc from "fast-check";
import { expect, test } from "vitest";
import { interpretation, ROLES } from "../../../src/data/interpretation/schema";
import { readBrought } from "../../../src/data/readers/readBrought";
import { file } from "../readers/idxFiles";
import { npy, npyTexts, npz } from "../readers/numpyFiles";
import { expectOutcome, RUNS } from "./outcome";

/** Arrays of any shape under any names, and anything said of them. */

const names = ["x", "y", "x1", "x2", "view_a", "view_b", "split", "label", "x_train", "y_test", "val_images", "ids"];
const words = fc.constantFrom(["ant", "bee"], ["train", "test"], ["train", "val", "test"], ["a"]);
const count = fc.constantFrom(12, 12, 12, 15, 1);
const numbers = (size: number) => Array.from({ length: size }, (_, i) => (31 * i) % 97);
const array = fc.oneof(
  fc
    .record({
      count,
      rest: fc.constantFrom([], [1], [3], [3], [64], [8, 8], [2, 3, 4], [8, 8, 3]),
      descr: fc.constantFrom("|u1", "<f4", "<i8", ">f8", "|b1"),
      fortran: fc.boolean(),
    })
    .map(({ count: rows, rest, ...how }) => {
      const shape: number[] = [rows, ...rest];
      return npy(shape, numbers(shape.reduce((product, side) => product * side, 1)), how);
    }),
  fc.record({ count, words }).map(({ count: rows, words: some }) =>
    npyTexts(
      Array.from({ length: rows }, (_, i) => some[i % some.length]!),
      "U",
    ),
  ),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const wish = fc.record({
  columns: fc.array(fc.record({ name: fc.constantFrom(...names), role: fc.constantFrom(...ROLES) }), { maxLength: 3 }),
  tables: optional(fc.constantFrom("rows" as const, "views" as const)),
  rows: optional(fc.constantFrom("features" as const, "pictures" as const)),
});
const files = fc.array(fc.dictionary(fc.constantFrom(...names), array, { minKeys: 1, maxKeys: 5 }), {
  minLength: 1,
  maxLength: 2,
});

test("whatever the arrays and what is said of them, the outcome is a data set whose report adds up, or a DataError", async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(files, wish, async (archives, said) => {
      const picked = archives.map((arrays, i) => {
        const name = `part_${i}.npz`;
        return { path: name, file: file(name, npz(arrays)) };
      });
      const options = { id: "files", name: "", samples: 64, interpretation: interpretation.parse(said) };
      const own = new Set(archives.flatMap((arrays) => Object.keys(arrays)));
      const called = ["part_", ...own, ...said.columns.map(({ name }) => name)];
      taken += Number(await expectOutcome(readBrought(picked, options, 1, {}), called));
    }),
    { numRuns: RUNS },
  );
  expect(taken).toBeGreaterThan(RUNS / 20);
}, 600_000);
