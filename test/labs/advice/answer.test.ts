import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { english } from "../../../src/i18n/translate";
import { type Facts, factsOf } from "../../../src/labs/advice/answer/facts";
import { limitsOf } from "../../../src/labs/advice/answer/limits";
import { answerOf, type Measured, measuredOf } from "../../../src/labs/advice/answer/sentences";
import { seedsToDecide, verdictOf } from "../../../src/labs/advice/answer/verdict";
import { experimentOf, reportOf } from "../../../src/labs/advice/recipe";
import { pairedDifference } from "../../../src/record/statistics/differences";
import { adviceConfig, adviceRows, type Learner } from "../../support/labs/advice";

const NOISE = [0.003, -0.004, 0.001, 0.002, -0.002, 0.004, -0.003, 0];
const noise = (seed: number, scale = 1) => scale * (NOISE[seed % NOISE.length] ?? 0);

/** Accuracies that are best at temperature 0.1 and the recipe's rate, with what FlatNCE adds, where it adds it. */
const gaining = (gain: (learner: Learner) => number, scale?: number) => (learner: Learner) => {
  const { arm, tau, rate, seed } = learner;
  const setting = 0.7 - (tau === 0.1 ? 0 : 0.05) - (rate === 1 ? 0 : 0.03);
  return setting + (arm === "infoNce" ? 0 : gain(learner) + noise(seed, scale));
};

function measured(accuracy: (learner: Learner) => number | null, input = {}, f = 0.2): Measured {
  const advice = adviceConfig(input);
  const facts = measuredOf(factsOf(advice, adviceRows(advice, { accuracy, f: ({ tau }) => (tau === 0.5 ? 0.92 : f) })));
  if (!facts) throw new Error("There is nothing to answer by.");
  return facts;
}
const said = (facts: Measured) => answerOf(facts).map((sentence) => english(sentence));
const limits = (facts: Measured) => limitsOf(facts).map((sentence) => english(sentence));

describe("the verdict", () => {
  const of = (...differences: number[]) =>
    pairedDifference(
      differences.map(() => 0),
      differences,
    );

  it("is read from the interval and the smallest gain that matters", () => {
    expect(verdictOf(of(0.03, 0.035, 0.04), 0.01)).toBe("yes");
    expect(verdictOf(of(0.001, -0.001, 0), 0.01)).toBe("same");
    expect(verdictOf(of(0.004, 0.005, 0.006), 0.01)).toBe("same");
    expect(verdictOf(of(-0.03, -0.035, -0.04), 0.01)).toBe("worse");
    expect(verdictOf(of(0.006, 0.008, 0.01), 0.01)).toBe("small");
    expect(verdictOf(of(0.1, -0.1, 0.05), 0.01)).toBe("undecided");
    expect(verdictOf(of(0.03), 0.01)).toBe("oneSeed");
    expect(verdictOf(of(), 0.01)).toBe("nothing");
  });

  it("never says yes to an interval that holds 0, nor no to one that reaches a gain that matters", () => {
    const differences = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(differences, (values) => {
        const main = of(...values);
        const [low, high] = main.ci95 ?? [0, 0];
        const verdict = verdictOf(main, 0.01);
        if (verdict === "yes") expect(low).toBeGreaterThan(0);
        if (verdict === "same" || verdict === "worse") expect(high).toBeLessThan(0.01);
        if (low <= 0 && high >= 0.01) expect(verdict).toBe("undecided");
      }),
    );
  });

  it("says how many seeds would decide, if more scatter as these do", () => {
    const few = of(0.01, 0.05, 0.02);
    expect(verdictOf(few, 0.01)).toBe("undecided");
    expect(seedsToDecide(few, 0.01, 16)).toBeGreaterThan(3);
    expect(seedsToDecide(of(0.2, -0.19, 0.02), 0.01, 16)).toBeNull();
    expect(seedsToDecide(of(0.02), 0.01, 16)).toBeNull();
  });
});

describe("the answer", () => {
  it("is yes where FlatNCE is surely ahead of InfoNCE at its best", () => {
    const sentences = said(measured(gaining(() => 0.04)));
    expect(sentences[0]).toBe("Yes, here it helps.");
    expect(sentences[1]).toBe(
      "FlatNCE at temperature 0.1 and learning rate 0.02 comes to 74.0% (Linear probe accuracy), InfoNCE at temperature 0.1 and learning rate 0.02 to 70.0%, each at the setting that suited it best.",
    );
    expect(sentences[2]).toMatch(/^The difference is \+4\.0 points, 95 % interval \+3\.\d to \+4\.\d over 5 seeds\.$/);
    expect(sentences).toContain(
      "At the end InfoNCE’s anchors kept 20% of their weight (vanishing factor f = 0.20): that is what FlatNCE repairs.",
    );
    expect(sentences).toContain("At temperature 0.5 hardly anything vanishes (f = 0.92), so there is little to fix.");
    expect(sentences.at(-1)).toBe(
      "Next: try FlatNCE at temperature 0.1 and learning rate 0.02 in your own training, at your own batch.",
    );
    // Both chose the same: there is nothing that would be exchanged alone.
    expect(sentences.join(" ")).not.toContain("with nothing else changed");
  });

  it("is no where both come to the same, and says why", () => {
    const sentences = said(
      measured(
        gaining(() => 0),
        {},
        0.95,
      ),
    );
    expect(sentences[0]).toBe("No, here it would not help.");
    expect(sentences.join(" ")).toContain("hardly anything vanishes, so there is little to fix.");
    expect(sentences.at(-1)).toBe("Next: keep InfoNCE, at temperature 0.1 and learning rate 0.02.");
  });

  it("is no where InfoNCE only needed a larger learning rate", () => {
    const accuracy = ({ arm, tau, rate, seed }: Learner) => {
      const step = arm === "infoNce" ? rate : 3 * rate;
      const tuned = step >= 3 ? 0.7 - 0.02 * Math.log(step / 3) : 0.6 + 0.03 * Math.log(step / 0.3);
      return tuned - (tau === 0.05 ? 0 : 0.1) + (arm === "infoNce" ? 0 : noise(seed, 0.3));
    };
    const facts = measured(accuracy);
    const sentences = said(facts);
    expect(facts.chosen).toEqual({ infoNce: { tau: 0.05, rate: 3 }, flatNce: { tau: 0.05, rate: 1 } });
    expect(sentences[0]).toBe("No, here it would not help.");
    expect(sentences).toContain(
      "InfoNCE makes up for it with a learning rate 3 times as large: there the gap is one of step size.",
    );
    expect(sentences.join(" ")).toMatch(
      /FlatNCE in InfoNCE’s place, with nothing else changed, makes a difference of −/,
    );
    expect(sentences).toContain(
      "InfoNCE did best at the largest learning rate that was tried: a larger one may do better still.",
    );
  });

  it("is no where FlatNCE is worse", () => {
    expect(said(measured(gaining(() => -0.05)))[0]).toBe("No, here it does worse.");
  });

  it("is not decided where seeds scatter, and says how many might decide", () => {
    const sentences = said(measured(gaining(() => 0.012, 8)));
    expect(sentences[0]).toBe("Not decided.");
    expect(sentences.at(-1)).toMatch(/^Next: (more seeds|longer training)/);
  });

  it("is not decided by one seed, nor where every learner of the report stopped", () => {
    expect(
      said(
        measured(
          gaining(() => 0.04),
          { seeds: 1 },
        ),
      ),
    ).toEqual(
      expect.arrayContaining(["Not decided: a single seed has no interval.", "Next: at least two seeds, better five."]),
    );
    const stopping = (learner: Learner) =>
      learner.stage === "report" && learner.arm === "flatNce" ? null : gaining(() => 0)(learner);
    const sentences = said(measured(stopping));
    expect(sentences[0]).toBe("No answer: no seed came to its end with both losses.");
    expect(sentences.at(-1)).toBe("Next: smaller learning rates or a higher temperature.");
  });

  it("compares both at the seeds that both have", () => {
    // The seed at which InfoNCE is best is one that FlatNCE lacks.
    const accuracy = (learner: Learner) => {
      const isLucky = learner.stage === "report" && learner.seed === 0;
      if (isLucky) return learner.arm === "infoNce" ? 0.99 : null;
      return gaining(() => 0.04)(learner);
    };
    const { report } = measured(accuracy);
    expect(report.main.n).toBe(4);
    expect((report.flatNce ?? 0) - (report.infoNce ?? 0)).toBeCloseTo(report.main.difference ?? Number.NaN, 9);
  });

  it("speaks of less than half only where it is", () => {
    const of = (f: number) =>
      said(
        measured(
          gaining(() => 0),
          {},
          f,
        ),
      ).join(" ");
    expect(of(0.45)).toContain("much vanishes");
    expect(of(0.55)).toContain("something vanishes, but less than half");
    expect(of(0.85)).toContain("something vanishes, but less than half");
  });

  it("is not there before all was measured, nor mixes other contents of a file of the same name", () => {
    const advice = adviceConfig();
    const rows = adviceRows(advice, { accuracy: gaining(() => 0.04) });
    expect(measuredOf(factsOf(advice, []))).toBeNull();
    expect(measuredOf(factsOf(advice, rows.slice(0, 30)))).toBeNull();
    expect(factsOf(advice, rows.slice(0, -1))).toMatchObject({ chosen: { flatNce: { tau: 0.1 } }, report: null });
    const [other] = adviceRows(advice, { accuracy: () => 0.5, data: { checksum: "other" } });
    expect(factsOf(advice, [...rows, other!]).chosen).toBeNull();
  });

  it("reads steps from where both reach the same accuracy", () => {
    const advice = adviceConfig({ aim: "steps" });
    const accuracy = gaining(() => 0);
    const half = ({ arm, seed }: Learner) => (arm === "infoNce" ? 0.3 : 0.08) + noise(seed);
    const facts = measuredOf(factsOf(advice, adviceRows(advice, { accuracy, half })));
    const sentences = said(facts!);
    expect(sentences[0]).toBe("Yes, here it helps.");
    expect(sentences[2]).toMatch(/^FlatNCE saves \+\d+\.\d points of the run/);
  });

  it("warns where nothing was learned, and of a gain that vanishing does not explain", () => {
    const flat = ({ arm, seed }: Learner) => 0.21 + (arm === "infoNce" ? 0 : noise(seed));
    expect(said(measured(flat)).join(" ")).toContain("Neither came far: at most 1");
    expect(
      said(
        measured(
          gaining(() => 0.04),
          {},
          0.95,
        ),
      ).join(" "),
    ).toContain("the gain has another cause");
  });
});

describe("the limits of the answer", () => {
  it("name the batch, and where it is not the user's", () => {
    const accuracy = gaining(() => 0.04);
    expect(limits(measured(accuracy))[0]).toBe("It holds for batch 32.");
    const [batch, growth] = limits(measured(accuracy, { place: "several", effort: "quick" }));
    expect(batch).toContain(
      "batch 128, the largest that is tested here in reasonable time, and not for certain for your 512",
    );
    expect(growth).toContain("f would be about 0.50 there");
    expect(limits(measured(accuracy, { place: "own", batchSize: 5000, effort: "thorough" }))[0]).toContain("batch 512");
  });

  it("count the test samples that were measured on, and not all of a large split", () => {
    const advice = adviceConfig();
    const rows = adviceRows(advice, { accuracy: gaining(() => 0.04), data: { testSamples: 10_000 } });
    const { evaluation } = experimentOf(
      advice,
      { shape: [2], trainSamples: 1600 },
      reportOf(factsOf(advice, rows).chosen!),
    );
    expect(evaluation.testSamples).toBeLessThan(10_000);
    expect(factsOf(advice, rows).scope?.testSamples).toBe(evaluation.testSamples);
  });

  it("put no number on more negatives where nothing vanishes at all", () => {
    const [, growth] = limits(
      measured(
        gaining(() => 0),
        { place: "several", effort: "quick" },
        1,
      ),
    );
    expect(growth).toContain("f would be about 1.00 there");
  });

  it("say what the interval is over, what was chosen by what, and what is left out", () => {
    const all = limits(measured(gaining(() => 0.04))).join(" ");
    expect(all).toContain("400 steps on 1,600 samples of one data set");
    expect(all).toContain("9 settings to choose from, by validation samples and 3 seeds of their own");
    const stopping = (learner: Learner) =>
      learner.stage === "report" && learner.seed === 2 ? null : gaining(() => 0.04)(learner);
    expect(limits(measured(stopping)).at(-1)).toBe("1 seed is left out, because a learner stopped.");
  });
});

it("keeps facts plain for a table", () => {
  const advice = adviceConfig();
  const { cells }: Facts = factsOf(advice, adviceRows(advice, { accuracy: gaining(() => 0.04) }));
  expect(cells.map(({ tau, rate }) => [tau, rate])).toHaveLength(9);
  expect(cells[4]).toMatchObject({
    tau: 0.1,
    rate: 1,
    learningRate: 0.02,
    infoNce: expect.closeTo(0.7, 9),
    f: expect.closeTo(0.2, 9),
  });
});
