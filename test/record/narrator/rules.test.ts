import { describe, expect, it } from "vitest";
import { said, type Written } from "./narrated";

/** Each rule speaks where its numbers carry the sentence, and is silent in the cases beside it. */

const { NaN: nothing } = Number;
/** K = 2 * 8 - 1. */
const LOG_K = Math.log(15);
const byArm =
  (...values: number[]) =>
  ({ arm }: { arm: number }) =>
    values[arm] ?? nothing;
const adam = { optimizer: { id: "adam" } } as const;
const queue = { queue: { size: 16 } } as const;

/** The same with other fields. */
function but(written: Written, changes: Written): Written {
  return { ...written, ...changes, config: { ...written.config, ...changes.config } };
}

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
    expect(said("atChance", but(chance, { config: queue }))).toBeNull();
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
      "The views may be too easy: contrastive accuracy 100.0% after 14 of 200 steps.",
    );
  });
  it("is silent where it comes later, in one arm alone, or goes again", () => {
    expect(said("easyViews", solvedAt(30))).toBeNull();
    expect(said("easyViews", solvedAt(150, 0))).toBeNull();
    expect(said("easyViews", { steps: { contrastiveAccuracy: ({ step }) => (step < 100 ? 1 : 0.7) } })).toBeNull();
    expect(said("easyViews", {})).toBeNull();
  });
});

describe("vanishing", () => {
  const small: Written = { steps: { vanishingFactor: byArm(0.13, 0.05) } };
  it("turns the weight of anchors into a learning rate, of arms that have such weights", () => {
    expect(said("vanishing", small)).toBe(
      "InfoNCE weighs its anchors by 13%: it moves as with a learning rate of about 0.013, not 0.1.",
    );
    expect(said("vanishing", but(small, { config: { arms: [{ objective: "flatNce" }] } }))).toBeNull();
    const slider = { arms: [{ objective: "dual" as const }, { objective: "flatNce" as const }] };
    expect(said("vanishing", but(small, { config: slider }))).toBeNull();
  });
  it("is silent under optimizers that make up for it, and where the weight is not small", () => {
    expect(said("vanishing", but(small, { config: adam }))).toBeNull();
    expect(said("vanishing", but(small, { config: { optimizer: { id: "lars" } } }))).toBeNull();
    expect(said("vanishing", but(small, { config: { optimizer: { id: "sgd", matchGradientNorm: true } } }))).toBeNull();
    expect(said("vanishing", { steps: { vanishingFactor: byArm(0.6, 0.1) } })).toBeNull();
    expect(said("vanishing", but(small, { step: 12 }))).toBeNull();
    expect(said("vanishing", but(small, { config: queue }))).toBeNull();
  });
});

describe("madeUp", () => {
  const made = (...sizes: number[]): Written => ({
    config: adam,
    steps: { vanishingFactor: 0.04 },
    probes: [{ at: [199], of: { updateSize: byArm(...sizes) } }],
  });
  it("says that the steps are as long, where they were measured to be", () => {
    expect(said("madeUp", made(1e-3, 1.1e-3))).toBe(
      "InfoNCE weighs its anchors by 4%, but the optimizer makes up for it: its steps are as long as FlatNCE\u2019s.",
    );
    expect(said("madeUp", made(1e-4, 1.1e-3))).toBeNull();
    expect(said("madeUp", made(nothing, 1.1e-3))).toBeNull();
    expect(said("madeUp", made(0, 0))).toBeNull();
  });
});

describe("ceiling", () => {
  const at = (share: number, config = {}): Written => ({
    config,
    steps: { mutualInformation: byArm(0.5, share * LOG_K) },
  });
  it("names the ceiling", () => {
    expect(said("ceiling", at(0.97))).toBe(
      "FlatNCE: InfoNCE\u2019s estimate of the information, 2.63 nats, is at its ceiling log K = 2.71.",
    );
    expect(said("ceiling", at(0.9))).toBeNull();
    expect(said("ceiling", at(0.97, queue))).toBeNull();
  });
});

describe("updates", () => {
  const of = (...sizes: number[]): Written => ({ probes: [{ at: [199], of: { updateSize: byArm(...sizes) } }] });
  it("speaks of both ends, and not in between", () => {
    expect(said("updates", of(1e-3, 0.2))).toBe(
      "A step changes FlatNCE\u2019s weights by 20% of their length: the learning rate of 0.1 is high.",
    );
    expect(said("updates", of(1e-6, 1e-3))).toContain("they hardly move");
    expect(said("updates", of(2e-5, 0.04))).toBeNull();
    expect(said("updates", of(0, nothing))).toBeNull();
  });
});

describe("silent", () => {
  const of = (share: number, config = {}): Written => ({
    config: { ...adam, ...config },
    probes: [{ at: [199], of: { silentGradients: byArm(share, 0.1) } }],
  });
  it("is of Adam alone", () => {
    expect(said("silent", of(0.8))).toContain("80% of InfoNCE\u2019s gradients are below Adam\u2019s epsilon");
    expect(said("silent", of(0.3))).toBeNull();
    expect(said("silent", of(0.8, { optimizer: { id: "sgd" } }))).toBeNull();
  });
});

describe("noise", () => {
  const probes = (...shares: number[]): Written => ({
    probes: [{ at: shares.map((_, i) => 50 * (i + 1)), of: { gradientNoise: ({ step }) => shares[step / 50 - 1]! } }],
  });
  it("wants several probes that agree", () => {
    expect(said("noise", probes(0.95, 0.93, 0.97))).toContain("97% of the gradient of a batch of 8 is chance");
    expect(said("noise", probes(0.95, 0.8, 0.97))).toBeNull();
    expect(said("noise", probes(0.95, 0.97))).toBeNull();
  });
});

describe("the temperature", () => {
  const of = (ess: number, temperature: number, accuracy: number, config = {}): Written => ({
    config,
    steps: { ess, temperature, contrastiveAccuracy: accuracy },
  });
  it("is low where one negative pushes", () => {
    expect(said("fewNegatives", of(1.2 / 14, 0.02, 0.8))).toBe(
      "At the temperature 0.020, 1.2 of 14 negatives push an anchor of InfoNCE: that is low.",
    );
    expect(said("fewNegatives", of(2 / 14, 0.02, 0.8))).toBeNull();
    expect(said("fewNegatives", of(1 / 6, 0.02, 0.8, { batchSize: 4 }))).toBeNull();
  });
  it("is high where all push alike, and twins are found", () => {
    expect(said("evenNegatives", of(0.97, 2, 0.8))).toContain("all 14 negatives push InfoNCE alike");
    expect(said("evenNegatives", of(0.97, 2, 0.1))).toBeNull();
    expect(said("evenNegatives", of(0.9, 2, 0.8))).toBeNull();
  });
  it("is nobody's whose loss has none", () => {
    const arms = [{ objective: "barlowTwins" }, { objective: "vicReg" }];
    expect(said("evenNegatives", of(0.97, 2, 0.8, { arms }))).toBeNull();
  });
});

describe("stillImproving", () => {
  const falling: Written = { steps: { infoNce: ({ step }) => 2 - step / 150 + (step % 2) * 0.01 } };
  it("is said of a run that is over", () => {
    expect(said("stillImproving", falling)).toMatch(
      /^InfoNCE was still improving when the run ended: .* was 15% lower/,
    );
    expect(said("stillImproving", but(falling, { isOver: false }))).toBeNull();
  });
  it("is silent of a loss that only jitters, or is short", () => {
    expect(said("stillImproving", { steps: { infoNce: ({ step }) => 1 + ((step * 7) % 10) / 10 } })).toBeNull();
    expect(said("stillImproving", but(falling, { step: 60 }))).toBeNull();
  });
});

describe("flatValue", () => {
  const flat: Written = {
    steps: { objective: ({ arm, step }) => (arm === 1 ? 1 : 2 - step / 200), infoNce: ({ step }) => 2 - step / 200 },
  };
  it("says so of a loss that stays while the other falls", () => {
    expect(said("flatValue", flat)).toMatch(/^FlatNCE\u2019s own loss stays at 1\.00 whatever it learns/);
  });
  it("is silent where nothing is learned, or the loss moves", () => {
    expect(said("flatValue", { steps: { objective: 1, infoNce: 2 } })).toBeNull();
    expect(
      said("flatValue", { steps: { objective: ({ step }) => 2 - step / 200, infoNce: ({ step }) => 2 - step / 200 } }),
    ).toBeNull();
    expect(said("flatValue", { steps: { objective: nothing, infoNce: nothing } })).toBeNull();
  });
});
