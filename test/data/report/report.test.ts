import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assemble } from "../../../src/data/assembly/assemble";
import type { LabeledSet } from "../../../src/data/assembly/labeled";
import { Counter } from "../../../src/data/report/counter";
import { isAllTaken, type Tally } from "../../../src/data/report/report";
import { suspicionsOf } from "../../../src/data/report/suspicions";
import { texts } from "../../../src/data/report/texts";
import { summarize } from "../../../src/data/summary";
import { verbatim } from "../../../src/i18n/errors";
import { english } from "../../../src/i18n/translate";

const sumOf = ({ taken, left }: Tally) => left.reduce((sum, { count }) => sum + count, taken);

describe("a count", () => {
  test("adds up whatever is taken, left out and dropped, and goes on from another", () => {
    const step = fc.record({
      what: fc.constantFrom("take", "leave", "drop"),
      why: fc.constantFrom("a", "b"),
      n: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let counter = new Counter("files").take(1000);
        let found = 1000;
        for (const { what, why, n } of steps) {
          if (what === "take") counter.take(n);
          else counter[what as "leave" | "drop"](verbatim(why), ["x", "y"], n);
          if (what !== "drop") found += n;
          counter = new Counter("files", counter.tally);
        }
        expect(counter.tally.found).toBe(found);
        expect(sumOf(counter.tally)).toBe(found);
      }),
    );
  });

  test("gathers what was left out for one reason, with the first names", () => {
    const counter = new Counter("files")
      .take(117)
      .leave(verbatim("damaged"), "a.png")
      .leave(verbatim("damaged"), "b.png");
    counter.leave(verbatim(".txt"), "notes.txt");
    const { found, left } = counter.tally;
    expect(found).toBe(120);
    expect(left.map(({ count, names }) => [count, names])).toEqual([
      [2, ["a.png", "b.png"]],
      [1, ["notes.txt"]],
    ]);
  });
});

function rows(name: string, labels: number[] | null, count = labels?.length ?? 0): LabeledSet {
  const values = Float32Array.from({ length: count * 2 }, (_, i) => (i * 37) % 101);
  return {
    name,
    kind: "features",
    shape: [2],
    count,
    values,
    labels: labels && Uint8Array.from(labels),
    classNames: ["ant", "bee", "cat", "dog"],
  };
}

const WISH = { id: "files", title: "mine", samples: 1000 };
const turns = (count: number, ...labels: number[]) =>
  Array.from({ length: count }, (_, i) => labels[i % labels.length]!);

describe("the report of a data set", () => {
  test("says that all was taken, where it was", () => {
    const { report } = summarize(assemble({ train: rows("t.csv", turns(30, 0, 1)), test: null }, WISH, 1));
    expect(report?.samples).toEqual({ of: "rows", found: 30, taken: 30, left: [] });
    expect(report && isAllTaken(report)).toBe(true);
    expect(english(report!.split)).toMatch(/no test set: one in 6/);
  });

  test("counts what the settings did not ask for", () => {
    const { report } = assemble({ train: rows("t.csv", turns(300, 0, 1)), test: null }, { ...WISH, samples: 64 }, 1);
    expect(report?.samples).toMatchObject({
      found: 300,
      taken: 64 + 50,
      left: [{ count: 186, why: texts.left.notNeeded }],
    });
  });

  test("adds to what the reader counted", () => {
    const samples = new Counter("rows").take(30).leave(verbatim("with missing cells"), "row 3").tally;
    const sets = { train: rows("t.csv", turns(30, 0, 1)), test: null, report: { samples } };
    const { report } = assemble(sets, { ...WISH, samples: 10 }, 1);
    expect(report?.samples.found).toBe(31);
    expect(sumOf(report!.samples)).toBe(31);
  });

  test("puts a test set without labels aside, and holds out a part of the training set", () => {
    const sets = { train: rows("train.csv", turns(30, 0, 1)), test: rows("test.csv", null, 20) };
    const { report, test, train } = assemble(sets, WISH, 1);
    expect([train.count, test.count]).toEqual([25, 5]);
    expect(test.labels).not.toBeNull();
    expect(report?.samples).toMatchObject({ found: 50, taken: 30, left: [{ count: 20, names: ["test.csv"] }] });
    expect(english(report!.split)).toMatch(/test\.csv has no labels/);
  });

  test("never measures by a test set of other classes", () => {
    const sets = { train: rows("train.csv", turns(30, 0, 1)), test: rows("val", turns(20, 2, 3)) };
    const { report, classNames } = assemble(sets, WISH, 1);
    expect(classNames).toEqual(["ant", "bee"]);
    expect(english(report!.split)).toMatch(/val shares no class with the training set \(cat, dog against ant, bee\)/);
  });

  test("learns from a part of a labelled test set beside training samples without labels, and holds out the rest", () => {
    const sets = { train: rows("train.csv", null, 30), test: rows("test.csv", turns(20, 0, 1)) };
    const { train, bank, test, report } = assemble(sets, WISH, 1);
    expect([train.count, train.labels, bank?.count, test.count]).toEqual([30, null, 16, 4]);
    expect(report?.samples).toEqual({ of: "rows", found: 50, taken: 50, left: [] });
    expect(english(report!.bank!)).toBe(
      "16 labelled samples, which kNN and the linear probe learn from; 30 samples without labels train (no training sample has one).",
    );
    expect(english(report!.split)).toMatch(
      /^Of the labelled samples of test\.csv, the only ones, one in 6 is held out/,
    );
  });

  test("leaves it as it is where samples without labels are to be left out", () => {
    const sets = { train: rows("train.csv", null, 30), test: rows("test.csv", turns(20, 0, 1)) };
    const { bank, test } = assemble(sets, { ...WISH, interpretation: { unlabeled: "leaveOut" } }, 1);
    expect([bank, test.count]).toEqual([undefined, 20]);
  });
});

describe("the report of data that train here and measure there", () => {
  const reason = texts.unlabeled.most;
  const bank = { ...rows("labelled.csv", turns(36, 2, 3)), reason };
  const train = rows("unlabelled.csv", null, 300);

  test("counts three parts that add up, and holds out a part of the labelled samples", () => {
    const dataset = assemble({ train, bank, test: null }, { ...WISH, samples: 200 }, 1);
    const { report, bank: bankSummary, trainCount, testCount, classCounts, samples } = summarize(dataset);
    expect([trainCount, bankSummary?.count, testCount]).toEqual([200, 30, 6]);
    expect(report?.samples).toMatchObject({
      found: 336,
      taken: 236,
      left: [{ count: 100, why: texts.left.notNeeded }],
    });
    expect(sumOf(report!.samples)).toBe(336);
    expect(classCounts).toEqual({ bank: [15, 15], test: [3, 3] });
    expect(dataset.classNames).toEqual(["cat", "dog"]);
    expect([samples.labels, bankSummary?.samples.labels?.length]).toEqual([null, 30]);
    expect(english(report!.bank!)).toMatch(
      /^30 labelled samples.*; 200 samples without labels train \(the larger part/,
    );
    expect(english(report!.split)).toMatch(/no test set: one in 6 labelled samples was held out/);
  });

  test("takes the data's own test set, unless it has no labels or other classes", () => {
    const kept = assemble({ train, bank, test: rows("test.csv", turns(20, 2, 3)) }, WISH, 1);
    expect([kept.bank?.count, kept.test.count]).toEqual([36, 20]);
    for (const test of [rows("test.csv", null, 20), rows("test.csv", turns(20, 0, 1))]) {
      const { bank: rest, test: held, report } = assemble({ train, bank, test }, WISH, 1);
      expect([rest?.count, held.count]).toEqual([30, 6]);
      expect(report?.samples).toMatchObject({ found: 356, taken: 336, left: [{ count: 20 }] });
      expect(english(report!.split)).toMatch(/put aside: one in 6 of the labelled samples/);
    }
  });

  test("brings features of all three parts to the scale of those that train", () => {
    const dataset = assemble({ train, bank, test: null }, WISH, 1);
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(dataset.train.values)).toBeCloseTo(0, 5);
    const numbers = [...bank.values].map((value) => (value - mean(train.values)) / 1);
    expect(Math.sign(mean(dataset.bank!.values))).toBe(Math.sign(mean(numbers)));
    expect(Math.max(...dataset.bank!.values)).toBeLessThan(3);
  });

  test("points out classes that evaluation cannot learn", () => {
    const lopsided = { ...rows("labelled.csv", [...turns(35, 0, 1), 2]), reason };
    const { report } = assemble({ train, bank: lopsided, test: rows("test.csv", turns(20, 0, 1, 2)) }, WISH, 1);
    expect(report!.suspicions.map(({ said }) => english(said))).toContain(
      "This class has a single labelled sample to learn from: cat.",
    );
  });
});

/** Without a period. */
const noise = (i: number) => Math.imul(i + 1, 2_654_435_761) >>> 16;

describe("suspicions", () => {
  const images = (level: (i: number) => number, labels: number[] | null = null): LabeledSet => ({
    ...rows("pictures", labels, 60),
    kind: "images",
    shape: [28, 28, 1],
    values: Uint8Array.from({ length: 60 * 784 }, (_, i) => level(i)),
  });
  const kindsOf = (train: LabeledSet) =>
    assemble({ train, test: null }, WISH, 1).report!.suspicions.map(({ kind }) => kind);

  test("none of ordinary pictures", () => {
    expect(kindsOf(images((i) => noise(i) % 256, turns(60, 0, 1)))).toEqual([]);
  });

  test("pixels that hardly vary", () => {
    expect(kindsOf(images((i) => noise(i) % 12))).toEqual(["hardlyVaries"]);
    expect(kindsOf(images((i) => 250 + (noise(i) % 5)))).toEqual(["hardlyVaries"]);
  });

  test("samples that are all alike", () => {
    expect(kindsOf(images((i) => (i % 784) % 256))).toEqual(["alike"]);
  });

  test("classes without training samples", () => {
    const held = rows("test.csv", turns(20, 0, 1, 3));
    const { report } = assemble({ train: rows("train.csv", turns(30, 0, 1)), test: held }, WISH, 1);
    expect(report!.suspicions.map(({ said }) => english(said))).toEqual([
      expect.stringMatching(/^This class has no training sample: dog\.$/),
    ]);
  });

  test("held-out samples without labels", () => {
    const split = { train: rows("train.csv", turns(60, 0, 1)), test: null };
    const dataset = assemble(split, WISH, 1);
    expect(suspicionsOf(dataset)).toEqual([]);
    const unlabeled = { ...dataset, test: { ...dataset.test, labels: null } };
    expect(suspicionsOf(unlabeled).map(({ kind }) => kind)).toEqual(["testUnlabeled"]);
  });

  test("classes of one sample", () => {
    expect(kindsOf(rows("t.csv", [...turns(59, 0, 1), 2]))).toEqual(["single"]);
  });
});
