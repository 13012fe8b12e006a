import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSchema } from "../../../src/config/parseSchema";
import { bounded } from "../../../src/data/report/bounds";
import { Counter } from "../../../src/data/report/counter";
import type { DataReport } from "../../../src/data/report/report";
import { dataReportSchema } from "../../../src/data/report/schema";
import { texts } from "../../../src/data/report/texts";
import { reportInWords } from "../../../src/data/report/words";
import { verbatim } from "../../../src/i18n/errors";
import { type Said, say } from "../../../src/i18n/message";
import { reportOfDimPictures } from "./dimPictures";

const REPORT = reportOfDimPictures();
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const read = (value: unknown) => parseSchema(dataReportSchema, throughJson(value));
const pathsOf = (value: unknown) => {
  const result = read(value);
  return result.ok ? [] : result.errors.map(({ path }) => path);
};

const name = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ minLength: 2500, maxLength: 2600 }));
const said: fc.Arbitrary<Said> = fc.oneof(
  name.map(verbatim),
  fc.constantFrom(texts.labels.given, texts.split.given),
  fc.record({ names: name, count: fc.nat() }).map((args) => say(texts.suspicions.single, { ...args, of: "bank" })),
  name.map((inner) => say(texts.left.unknownFormat, { ending: inner })),
);
const tally = fc
  .array(fc.tuple(said, fc.array(name, { maxLength: 8 }), fc.nat(1000)), { maxLength: 90 })
  .map((left) => {
    const counter = new Counter("files").take(7);
    for (const [why, names, count] of left) counter.leave(why, names, count);
    return counter.tally;
  });
const report: fc.Arbitrary<DataReport> = fc.record(
  {
    sources: fc.array(tally, { maxLength: 2 }),
    samples: tally,
    labels: said,
    bank: said,
    split: said,
    notes: fc.array(said, { maxLength: 90 }),
    suspicions: fc.array(fc.record({ kind: fc.constantFrom("alike", "single"), said }), { maxLength: 90 }),
  },
  { requiredKeys: ["sources", "samples", "labels", "split", "notes", "suspicions"] },
);

describe("a report in a document", () => {
  test("is read as it was written, whatever was counted and said", () => {
    fc.assert(
      fc.property(report, (each) => {
        const written = bounded(each);
        expect(read(written)).toEqual({ ok: true, config: written });
        expect(JSON.stringify(written).length).toBeLessThan(1e6);
      }),
      { numRuns: 20 },
    );
  });

  test("counts all that was left out, although not every reason is told apart", () => {
    const counter = new Counter("files").take(1);
    for (let i = 0; i < 500; i++) counter.leave(verbatim(`of kind ${i}`), `${i}`, 2);
    const { found, left } = new Counter("files", counter.tally).leave(verbatim("new"), "x").tally;
    expect(found).toBe(1002);
    expect(left).toHaveLength(40);
    expect(left.at(-1)).toMatchObject({ count: 2 * 461 + 1, why: texts.left.others });
  });

  test("counts the notes that it has no room for, and cuts names that are as long as files", () => {
    const written = bounded({ ...REPORT, notes: Array.from({ length: 100 }, () => verbatim("x".repeat(5000))) });
    const { notes } = reportInWords(written);
    expect(notes).toHaveLength(41);
    expect(notes[0]).toBe(`${"x".repeat(299)}\u2026`);
    expect(notes[40]).toBe("60 more notes of this kind.");
  });

  test("may be anything", () => {
    fc.assert(fc.property(fc.anything(), (content) => !parseSchema(dataReportSchema, content).ok));
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(REPORT) as (keyof DataReport)[])), fc.jsonValue(), (key, value) => {
        const result = read({ ...REPORT, [key]: value });
        if (result.ok) reportInWords(result.config);
      }),
    );
  });

  test("names what is wrong in one that was made up", () => {
    const [files] = REPORT.sources;
    expect(pathsOf(REPORT)).toEqual([]);
    expect(pathsOf({ ...REPORT, extra: 1 })).toEqual(["extra"]);
    expect(pathsOf({ ...REPORT, labels: { text: "no id" } })).toEqual(["labels"]);
    expect(pathsOf({ ...REPORT, labels: { ...texts.labels.given, html: "<b>" } })).toEqual(["labels"]);
    expect(pathsOf({ ...REPORT, sources: [{ ...files, found: 1 }] })).toEqual(["sources[0]"]);
    expect(pathsOf({ ...REPORT, notes: Array.from({ length: 201 }, () => texts.labels.given) })).toEqual(["notes"]);
    expect(pathsOf({ ...REPORT, split: verbatim("x".repeat(30_000)) })).toEqual(["split"]);
  });

  test("refuses what asks for arguments that it does not have, or says more than it holds", () => {
    expect(pathsOf({ ...REPORT, labels: { id: "of.tomorrow", text: "{from} to {to}", args: { from: 1 } } })).toEqual([
      "labels",
    ]);
    const again = (inner: Said | string): Said => ({ id: "x", text: "{x}".repeat(60), args: { x: inner } });
    expect(pathsOf({ ...REPORT, labels: again(again(again("x".repeat(60)))) })).toEqual(["labels"]);
    const deep = Array.from({ length: 300 }).reduce<Said>(
      (inner) => say(texts.left.unknownFormat, { ending: inner as never }),
      texts.labels.given,
    );
    expect(pathsOf({ ...REPORT, labels: deep })).toEqual(["labels"]);
  });
});
