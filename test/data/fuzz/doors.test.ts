import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { file } from "../readers/idxFiles";
import { decodePng } from "../readers/pngFiles";
import { damage } from "./damage";
import { DOORS, type NamedFile } from "./doors";
import { expectOutcome, RUNS } from "./outcome";

const load = (files: NamedFile[]) =>
  loadDataset(
    { id: "files", name: "", samples: 64 },
    1,
    { id: 0, files: files.map(({ path, bytes }) => ({ path, file: file(nameOf(path), bytes) })) },
    { decodeImage: decodePng },
  );
const nameOf = (path: string) => path.split("/").at(-1)!;
const namesOf = (files: NamedFile[]) => [
  ...new Set(files.flatMap(({ path, within = path }) => [nameOf(path), within])),
];

describe("whatever becomes of a file, the outcome is a data set whose report adds up, or a DataError that names it", () => {
  test.each(Object.entries(DOORS))(
    "%s",
    async (_, sources) => {
      let taken = 0;
      for (const source of sources) taken += Number(await expectOutcome(load(source), namesOf(source)));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...sources), fc.nat(), damage, async (source, which, change) => {
          const victim = which % source.length;
          const files = source.map((one, i) => (i === victim ? { ...one, bytes: change(one.bytes) } : one));
          const isTaken = await expectOutcome(load(files), namesOf(files));
          taken += Number(isTaken);
        }),
        { numRuns: RUNS },
      );
      expect(taken).toBeGreaterThan(0);
    },
    30 * 60_000,
  );
});
