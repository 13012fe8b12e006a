import { describe, expect, it } from "vitest";
import { but, byArm, LOG_K, said, WITH_QUEUE, type Written } from "./narrated";

/** Each rule speaks where its numbers carry the sentence, and is silent in the cases beside it: what went wrong, and what the comparison is worth. */

const { NaN: nothing } = Number;
const adam = { optimizer: { id: "adam" } } as const;

describe("diverged", () => {
  it("counts the seeds that are lost, and says where none is left", () => {
    expect(said("diverged", { stopped: [[1, 0, 40]] })).toBe(
      "FlatNCE lost 1 of its 2 seeds to divergence, the first at step 40.",
    );
    expect(
      said("diverged", {
        stopped: [
          [1, 0, 40],
          [1, 1, 60],
        ],
      }),
    ).toBe("FlatNCE diverged: none of its seeds trained past step 60.");
    expect(said("diverged", {})).toBeNull();
  });

  it("speaks at once, while the run goes on", () => {
    expect(said("diverged", { isOver: false, step: 41, stopped: [[0, 0, 40]] })).toContain("InfoNCE lost 1");
  });
});

describe("onePoint", () => {
  const point: Written = { steps: { collapseStd: byArm(0.4, 0.01) } };
  it("tells a collapse from a spread that is only low", () => {
    expect(said("onePoint", point)).toBe(
      "FlatNCE maps everything to nearly the same point: its embeddings have collapsed.",
    );
    expect(said("onePoint", { steps: { collapseStd: byArm(0.4, 0.06) } })).toBeNull();
    expect(said("onePoint", { steps: { collapseStd: nothing } })).toBeNull();
    expect(said("onePoint", but(point, { step: 15 }))).toBeNull();
  });
});

describe("atChance", () => {
  const chance: Written = { steps: { infoNce: byArm(LOG_K, 0.5), contrastiveAccuracy: byArm(1 / 15, 0.9) } };
  it("says what the loss of guessing is", () => {
    expect(said("atChance", chance)).toBe(
      "InfoNCE is at chance: an InfoNCE value of 2.71 is log(15) = 2.71, the cost of guessing.",
    );
  });
  it("explains the 6.9 of a batch of 512", () => {
    const big = but(chance, {
      config: { batchSize: 512, dataset: { id: "points", samples: 1024 } },
      steps: { infoNce: Math.log(1023), contrastiveAccuracy: 0.001 },
    });
    expect(said("atChance", big)).toContain("6.93 is log(1,023) = 6.93");
  });
  it("is silent where twins are found at that loss, beside it, and with a queue", () => {
    expect(said("atChance", { steps: { infoNce: LOG_K, contrastiveAccuracy: 0.4 } })).toBeNull();
    expect(said("atChance", { steps: { infoNce: 0.95 * LOG_K, contrastiveAccuracy: 0.06 } })).toBeNull();
    expect(said("atChance", but(chance, { config: WITH_QUEUE }))).toBeNull();
    expect(said("atChance", { steps: { infoNce: nothing, contrastiveAccuracy: nothing } })).toBeNull();
  });
});

describe("noGain", () => {
  const worse: Written = {
    probes: [{ at: [0, 200], of: { probeAccuracy: ({ arm, step }) => (arm === 1 && step > 0 ? 0.55 : 0.6) } }],
  };
  it("holds the end beside the untrained encoder", () => {
    const better = ({ arm, step }: { arm: number; step: number }) => 0.6 + (step > 0 ? (arm === 0 ? 0.1 : -0.05) : 0);
    expect(said("noGain", { probes: [{ at: [0, 200], of: { probeAccuracy: better } }] })).toBe(
      "Training has not helped FlatNCE: Linear probe accuracy is 55.0%, and was 60.0% untrained.",
    );
    expect(said("noGain", worse)).toContain("FlatNCE");
  });
  it("is silent where it rose, was full at the beginning, or has only begun", () => {
    const of = (from: number, to: number): Written => ({
      probes: [{ at: [0, 200], of: { probeAccuracy: ({ step }) => (step > 0 ? to : from) } }],
    });
    expect(said("noGain", of(0.5, 0.51))).toBeNull();
    expect(said("noGain", of(1, 1))).toBeNull();
    expect(said("noGain", but(worse, { step: 50 }))).toBeNull();
    expect(said("noGain", { probes: [{ at: [50, 200], of: { probeAccuracy: 0.5 } }] })).toBeNull();
    expect(said("noGain", but(worse, { metric: "contrastiveAccuracy" }))).toBeNull();
  });
});

describe("saturated", () => {
  const full = (...values: number[]): Written => ({ probes: [{ at: [200], of: { probeAccuracy: byArm(...values) } }] });
  it("speaks of all arms, or not at all", () => {
    expect(said("saturated", full(0.995, 1))).toBe(
      "Every arm has reached 99.5% of Linear probe accuracy: this task is too easy to tell them apart.",
    );
    expect(said("saturated", full(0.98, 1))).toBeNull();
    expect(said("saturated", full(nothing, 1))).toBeNull();
    expect(said("saturated", but(full(0.995), { config: { arms: [{ objective: "infoNce" }] } }))).toBeNull();
  });
});

describe("stepSize", () => {
  const gap: Written = {
    probes: [
      { at: [200], of: { probeAccuracy: byArm(0.5, 0.8) } },
      { at: [199], of: { updateSize: byArm(1e-4, 8e-4) } },
    ],
  };
  it("names the arm of longer steps", () => {
    expect(said("stepSize", gap)).toBe(
      "The gap may come from the step size: FlatNCE\u2019s steps are 8.0 times as long as InfoNCE\u2019s.",
    );
    expect(said("stepSize", but(gap, { config: adam }))).toContain("8.0 times");
  });
  it("is silent without a gap, with steps alike, or with gradients of one length", () => {
    const steps = (...sizes: number[]) => ({ at: [199], of: { updateSize: byArm(...sizes) } });
    const accuracies = (...values: number[]) => ({ at: [200], of: { probeAccuracy: byArm(...values) } });
    expect(said("stepSize", { probes: [accuracies(0.5, 0.5), steps(1e-4, 8e-4)] })).toBeNull();
    expect(said("stepSize", { probes: [accuracies(0.5, 0.8), steps(1e-4, 1.5e-4)] })).toBeNull();
    expect(said("stepSize", { probes: [accuracies(0.5, 0.8), steps(0, 1e-4)] })).toBeNull();
    expect(said("stepSize", { probes: [accuracies(0.5, 0.8)] })).toBeNull();
    expect(said("stepSize", but(gap, { config: { optimizer: { id: "sgd", matchGradientNorm: true } } }))).toBeNull();
  });
});

describe("wideInterval", () => {
  const seeds = (...differences: number[]): Written => ({
    config: { seeds: differences.length },
    probes: [{ at: [200], of: { probeAccuracy: ({ arm, seed }) => 0.5 + arm * (differences[seed] ?? nothing) } }],
  });
  it("says how many seeds would do, were all to stay", () => {
    expect(said("wideInterval", seeds(0.1, 0.02))).toBe(
      "The difference of 6.0 is known to \u00b150.8 points only: add seeds, about 6 in all.",
    );
    expect(said("wideInterval", seeds(0.1, -0.099))).toContain("even 32 seeds would not do");
  });
  it("is silent where the seeds agree, of one seed, without a difference, and early", () => {
    expect(said("wideInterval", seeds(0.1, 0.1001))).toBeNull();
    expect(said("wideInterval", seeds(0.1))).toBeNull();
    expect(said("wideInterval", seeds(0, 0))).toBeNull();
    expect(said("wideInterval", but(seeds(0.1, 0.02), { isOver: false, step: 90 }))).toBeNull();
  });
});

describe("unusedDirections", () => {
  const narrow = (from: number, to: number, accuracy = 1): Written => ({
    config: { encoder: { id: "mlp", width: 8, depth: 1, projection: 8 } },
    steps: { contrastiveAccuracy: accuracy },
    probes: [{ at: [0, 200], of: { effectiveRank: ({ step }) => (step > 0 ? to : from) } }],
  });
  it("calls it a collapse only where the rank fell", () => {
    expect(said("unusedDirections", narrow(4, 2))).toBe(
      "InfoNCE finds nearly every twin, but its effective rank is 2.0 of 8: dimensions have collapsed.",
    );
    expect(said("unusedDirections", narrow(2.1, 2))).toContain("most dimensions are not used");
  });
  it("is silent where twins are missed, more directions are used, or few are there", () => {
    expect(said("unusedDirections", narrow(4, 2, 0.9))).toBeNull();
    expect(said("unusedDirections", narrow(4, 2.8))).toBeNull();
    expect(said("unusedDirections", narrow(4, nothing))).toBeNull();
    expect(
      said("unusedDirections", but(narrow(4, 1), { config: { encoder: { id: "mlp", width: 8, projection: 4 } } })),
    ).toBeNull();
  });
});

describe("easyViews", () => {
  const solvedAt = (step: number, arm?: number): Written => ({
    steps: { contrastiveAccuracy: (at) => (at.step >= step || at.arm === arm ? 1 : 0.5) },
  });
  it("says after how many steps", () => {
    expect(said("easyViews", solvedAt(4))).toBe(
      "The views may be too easy: contrastive accuracy 100.0% at step 14 of 200.",
    );
  });
  it("is silent where it comes later, in one arm alone, or goes again", () => {
    expect(said("easyViews", solvedAt(30))).toBeNull();
    expect(said("easyViews", solvedAt(150, 0))).toBeNull();
    expect(said("easyViews", { steps: { contrastiveAccuracy: ({ step }) => (step < 100 ? 1 : 0.7) } })).toBeNull();
    expect(said("easyViews", {})).toBeNull();
  });
});
