import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatErrors } from "../../../src/config/configError";
import { readSweepDocument, type SweepDocument } from "../../../src/labs/sweep/document";
import { cellsOf } from "../../../src/labs/sweep/grid";
import { mergeParts } from "../../../src/labs/sweep/merge";
import { rowsOf, smallSweep, sweepPart } from "../../support/labs/sweep";

const SWEEP = smallSweep();
const CELLS = cellsOf(SWEEP);
const named = (...documents: SweepDocument[]) => documents.map((document, i) => ({ name: `part-${i}.json`, document }));
const parts = (count: number) => Array.from({ length: count }, (_, i) => sweepPart(SWEEP, { index: i + 1, count }));
/** As a file has it. */
const written = (document: object): unknown => JSON.parse(JSON.stringify(document));
const problemsOf = (content: unknown): string => {
  const read = readSweepDocument(content);
  return read.ok ? "" : formatErrors(read.errors);
};

describe("parts of a sweep", () => {
  it("merge to what one piece is, in whatever order they come and however many there are", () => {
    const { rows } = sweepPart(SWEEP);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.infiniteStream(fc.nat()), (count, numbers) => {
        const order = parts(count).map((part) => ({ part, at: numbers.next().value ?? 0 }));
        const shuffled = order.sort((a, b) => a.at - b.at).map(({ part }) => part);
        const { document, missing } = mergeParts(named(...shuffled));
        expect(document.rows).toEqual(rows);
        expect(document.finished).toBe(true);
        expect(document.shard).toBeUndefined();
        expect(missing).toEqual([]);
      }),
    );
  });

  it("say when and where each cell was measured, and how long all of it took", () => {
    const { document } = mergeParts(named(...parts(3).reverse()));
    expect(document).toMatchObject({ startedAt: "2026-01-01T00:00:00.000Z", durationMs: 3000 });
    expect(document.sources.map(({ shard, cells }) => [shard.index, cells])).toEqual([
      [3, [2, 5]],
      [2, [1, 4]],
      [1, [0, 3]],
    ]);
    expect(mergeParts(named(...parts(2), ...parts(2))).document.durationMs).toBe(2000);
  });

  it("name all machines that they were measured on, where these do not compute the same to the bit", () => {
    const [one, other] = parts(2) as [SweepDocument, SweepDocument];
    const [source] = other.sources as [SweepDocument["sources"][number]];
    const elsewhere = { ...source, environment: { ...source.environment, adapter: "another" } };
    const { document } = mergeParts(named(one, { ...other, sources: [elsewhere] }));
    expect(document.environment.adapter).toBe("webgpu (test adapter) + webgpu (another)");
  });

  it("are told which cells are in none of them, those that lack a learner among them", () => {
    const [one, other] = parts(2) as [SweepDocument, SweepDocument];
    const { document, missing } = mergeParts(
      named({ ...one, rows: one.rows.slice(1) }, sweepPart(SWEEP, { index: 2, count: 2 }, 2)),
    );
    expect(missing).toEqual([CELLS[0], CELLS[5]]);
    expect(document.finished).toBe(false);
    expect(other.finished).toBe(false);
  });

  it("are refused where they are of different sweeps, not where they are shown differently", () => {
    const other = sweepPart(smallSweep({ base: { ...SWEEP.base, steps: 20 } }));
    expect(() => mergeParts(named(sweepPart(SWEEP), other))).toThrow(
      "part-1.json is of another sweep than part-0.json: base.steps is 20, not 10.",
    );
    const shown = { ...sweepPart(SWEEP), config: smallSweep({ metric: "knnAccuracy", cell: 3 }) };
    expect(mergeParts(named(sweepPart(SWEEP), shown)).document.config.metric).toBe(SWEEP.metric);
  });

  it("may have the same learner, but not different numbers of it; time is none of them", () => {
    const whole = sweepPart(SWEEP);
    const changed = (change: object) => ({
      ...whole,
      rows: whole.rows.map((row, i) => (i === 5 ? { ...row, ...change } : row)),
    });
    expect(mergeParts(named(whole, changed({ msPerStep: 3, together: 4, packingGain: 2 }))).document.rows).toEqual(
      whole.rows,
    );
    expect(() => mergeParts(named(whole, changed({ probeAccuracy: 0.123 })))).toThrow(
      "part-0.json and part-1.json have different numbers of the same learner (x 8, y 0.1, arm 0, seed 1)",
    );
    const refused = { ...whole, rows: whole.rows.slice(4).concat({ ...rowsOf(CELLS[1]!)[0]!, x: 4 }) };
    expect(() => mergeParts(named(whole, refused))).toThrow(/different numbers of the same learner \(x 4, y 0\.1/);
  });
});

describe("a sweep's document", () => {
  it("is read as it was written", () => {
    for (const part of [sweepPart(SWEEP), ...parts(3)]) {
      const read = readSweepDocument(written(part));
      expect(read.ok && read.config).toEqual(part);
    }
  });

  it("may be one that the page exported, without a part, a number of its schema, or word of where cells were measured", () => {
    const { schema: _, sources: __, ...exported } = sweepPart(SWEEP);
    const read = readSweepDocument(written(exported));
    expect(read.ok && read.config).toMatchObject({
      schema: 1,
      sources: [{ cells: [0, 1, 2, 3, 4, 5] }],
      finished: true,
    });
  });

  it("is refused by the name of what is wrong with it", () => {
    const document = sweepPart(SWEEP);
    expect(problemsOf({ ...document, schema: 2 })).toBe(
      "schema: is 2, of a later version of this program: this one reads 1",
    );
    expect(problemsOf({ ...document, lab: "other" })).toMatch(/^lab: must be one of sweep, bound/);
    expect(problemsOf({ ...document, lab: "bound", config: {}, rows: [] })).toMatch(/^lab: must be sweep/);
    expect(problemsOf({ ...document, config: { base: { stepz: 3 } } })).toMatch(
      /^config\.base\.stepz: there is no such field/,
    );
    expect(problemsOf({ ...document, shard: { index: 3, count: 2 } })).toMatch(/^shard/);
    const strange = (change: object) =>
      problemsOf({ ...document, rows: [...document.rows, { ...document.rows[0], ...change }] });
    const last = document.rows.length;
    expect(strange({ probeAccuracy: "high" })).toMatch(
      new RegExp(`^rows\\[${last}\\]\\.probeAccuracy: must be of type number`),
    );
    for (const change of [
      { x: 5 },
      { arm: 2 },
      { arm: -1 },
      { seed: 9 },
      { arm: null, seed: null },
      { x: 1 },
      { problem: "no" },
    ])
      expect(strange(change), JSON.stringify(change)).toBe(
        `rows[${last}]: is of no cell, arm and seed of the document's config`,
      );
  });

  it("is never read from anything else, and reading never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        expect(readSweepDocument(content).ok).toBe(false);
      }),
    );
    const document = written(sweepPart(SWEEP)) as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(document)), fc.jsonValue(), (field, value) => {
        const read = readSweepDocument({ ...document, [field]: value });
        if (read.ok) expect(read.config.lab).toBe("sweep");
        else expect(formatErrors(read.errors)).not.toBe("");
      }),
    );
  });
});
