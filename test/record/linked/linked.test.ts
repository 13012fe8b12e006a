import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaults } from "../../../src/config/parse";
import { PlaygroundError } from "../../../src/i18n/errors";
import { METRICS, type MetricId } from "../../../src/metrics";
import { RunColumns } from "../../../src/record/columns";
import { type LinkedCurves, linkedCurvesOf, MOST, plain } from "../../../src/record/linked/curves";
import { readCurves } from "../../../src/record/linked/read";
import { PARTS } from "../../../src/record/linked/scale";
import { writeCurves } from "../../../src/record/linked/write";

const word = (most: number) => fc.string({ unit: "grapheme", maxLength: most }).map((text) => plain(text, most));
const color = fc.oneof(
  fc.integer({ min: 0, max: 7 }),
  fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`),
);
const steps = fc
  .uniqueArray(fc.integer({ min: 0, max: MOST.step }), { minLength: 1, maxLength: MOST.points })
  .map((all) => Int32Array.from(all.sort((a, b) => a - b)));
/** Anything that a run measures, of any size, and nothing at all. */
const value = fc.oneof(fc.float({ noDefaultInfinity: true }), fc.float({ min: Math.fround(1e-6), max: 10 }));

const linked: fc.Arbitrary<LinkedCurves> = fc
  .array(fc.record({ label: word(MOST.label), color }), { minLength: 1, maxLength: MOST.arms })
  .chain((arms) => {
    const curve = fc.tuple(fc.constantFrom(...(Object.keys(METRICS) as MetricId[])), steps).chain(([metric, at]) => {
      const mean = fc.array(value, { minLength: at.length, maxLength: at.length }).map((own) => Float32Array.from(own));
      const means = fc.array(mean, { minLength: arms.length, maxLength: arms.length });
      return fc.record({ metric: fc.constant(metric), steps: fc.constant(at), means });
    });
    return fc.record({
      title: word(MOST.title),
      seeds: fc.integer({ min: 1, max: MOST.seeds }),
      batchSize: fc.integer({ min: 1, max: MOST.batchSize }),
      arms: fc.constant(arms),
      curves: fc.uniqueArray(curve, { minLength: 1, maxLength: MOST.curves, selector: ({ metric }) => metric }),
    });
  });

/** How far a value may come back from what it was: half a part of the span, or of its logarithm, and a float32's rounding. */
function tolerance(of: readonly number[], at: number): number {
  const finite = of.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const rounding = 1e-6 * Math.max(Math.abs(low), Math.abs(high)) + 1e-44;
  if (low > 0 && high / low > 100) return at * ((high / low) ** (0.51 / PARTS) - 1) + 1e-6 * at + 1e-44;
  return (0.5 * (high - low)) / PARTS + rounding;
}

/** A run of two arms of three seeds. */
function run(rows: number, arms = 2) {
  const config = {
    ...defaults(),
    arms: Array.from({ length: arms }, () => ({ objective: "infoNce" as const })),
    seeds: 3,
  };
  const columns = new RunColumns(3 * arms);
  const values = (of: (step: number, learner: number) => number) =>
    Float32Array.from({ length: rows * 3 * arms }, (_, i) => of(Math.floor(i / (3 * arms)), i % (3 * arms)));
  columns.append({
    steps: Int32Array.from({ length: rows }, (_, i) => i),
    values: {
      infoNce: values((step, learner) => 3 * Math.exp(-step / 300) + 0.1 * learner + 0.2 * Math.sin(7 * step)),
      gradientVariance: values((step, learner) => Math.exp(-step / 200 - learner)),
      knnAccuracy: values((step) => step / rows),
    },
  });
  return { config, columns };
}

const METRIC_IDS: MetricId[] = ["infoNce", "gradientVariance", "knnAccuracy"];
const taken = (rows: number, arms?: number, title = "Low temperature \u00b7 Batch size 32 \u00b7 5 Mar, 14:20") =>
  linkedCurvesOf(run(rows, arms), { title, metrics: METRIC_IDS, smoothing: 0.9 });

describe("curves in a link", () => {
  it("come back as they were, but for the rounding", () => {
    fc.assert(
      fc.property(linked, (written) => {
        const read = readCurves(writeCurves(written));
        const { curves, ...rest } = written;
        expect(read).toMatchObject(rest);
        expect(read.curves.map(({ metric, steps: at }) => [metric, at])).toEqual(
          curves.map(({ metric, steps: at }) => [metric, at]),
        );
        for (const [i, { means }] of curves.entries()) {
          const all = means.flatMap((own) => [...own]);
          const back = read.curves[i]!.means.flatMap((own) => [...own]);
          for (const [place, before] of all.entries()) {
            if (!Number.isFinite(before)) expect(back[place]).toBeNaN();
            else expect(Math.abs(back[place]! - before)).toBeLessThanOrEqual(tolerance(all, before));
          }
        }
      }),
    );
  });

  it("are read or refused with words, whatever stands in the link", () => {
    const text = writeCurves(taken(500));
    const hostile = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.string({ maxLength: 300 }).map((tail) => `1.${tail}`),
      fc.base64String({ maxLength: 400 }).map((tail) => `1.${tail}`),
      fc.nat({ max: text.length - 1 }).map((at) => text.slice(0, at)),
      fc
        .tuple(fc.nat({ max: text.length - 1 }), fc.stringMatching(/^[\w-]$/))
        .map(([at, other]) => text.slice(0, at) + other + text.slice(at + 1)),
    );
    fc.assert(
      fc.property(hostile, (link) => {
        try {
          const { title, arms, curves } = readCurves(link);
          expect(plain(title, MOST.title)).toBe(title);
          expect(arms.length * curves.length).toBeGreaterThan(0);
          for (const { metric, steps: at, means } of curves) {
            expect(METRICS).toHaveProperty(metric);
            expect([...at].every((step, i) => i === 0 || step > at[i - 1]!)).toBe(true);
            expect(means.flatMap((own) => [...own]).some((mean) => Math.abs(mean) === Number.POSITIVE_INFINITY)).toBe(
              false,
            );
          }
        } catch (error) {
          expect(error).toBeInstanceOf(PlaygroundError);
        }
      }),
    );
  });

  it("say what is wrong with them", () => {
    const text = writeCurves(taken(500));
    const said = (link: string) => {
      try {
        return readCurves(link).title;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(said(text.slice(0, 300))).toContain("ends too early");
    expect(said(`${text}AAAA`)).toContain("goes on after its end");
    expect(said(text.replace("1.", "2."))).toContain("version");
    expect(said(`${text.slice(0, 40)}<b>${text.slice(43)}`)).toContain("characters that cannot be in it");
    expect(said(`1.${"A".repeat(9000)}`)).toContain("at most 8,000");
    expect(said("1.AAEBAAA")).toContain("says what cannot be");
  });

  it("never turn the words around them, whoever wrote their title", () => {
    const written = { ...taken(10), title: "a\u202eb\u0000c\nd\u200be" };
    expect(readCurves(writeCurves(written)).title).toBe("a b c d e");
    expect([...plain("\ud83d\ude00".repeat(99), MOST.title)]).toHaveLength(MOST.title);
  });

  it("are the means of the lines as they are shown, at forty points of a long run", () => {
    const { curves, seeds } = taken(5000);
    expect(seeds).toBe(3);
    for (const { steps: at, means } of curves) {
      expect([at.length, at.at(-1), means.length]).toEqual([40, 4999, 2]);
    }
    // Smoothed: the ripple of 0.2 is hardly there at the end, where the curve is flat.
    expect(curves[0]!.means[0]!.at(-1)).toBeCloseTo(0.1, 1);
    // What is measured now and then is not smoothed.
    expect(curves[2]!.means[0]!.at(-1)).toBeCloseTo(4999 / 5000, 6);
  });

  it("leave a link short, of many arms as well", () => {
    const lengths = [2, 4, 8].map((arms) => writeCurves(taken(10_000, arms)).length);
    expect(lengths[0]).toBeLessThan(1200);
    for (const length of lengths) expect(length).toBeLessThan(1900);
  });

  it("are those alone that were measured", () => {
    const few = linkedCurvesOf(run(3), { title: "", metrics: ["infoNce", "alignment", "infoNce"], smoothing: 0 });
    expect(few.curves.map(({ metric, steps: at }) => [metric, [...at]])).toEqual([["infoNce", [0, 1, 2]]]);
  });
});
