import { describe, expect, it } from "vitest";
import { but, byArm, LOG_K, said, WITH_QUEUE, type Written } from "./narrated";

/** The same of what the losses and their gradients do. */

const { NaN: nothing } = Number;
const adam = { optimizer: { id: "adam" } } as const;

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
    expect(said("vanishing", but(small, { config: WITH_QUEUE }))).toBeNull();
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
      "InfoNCE weighs its anchors by 4%, but the optimizer makes up for it: its steps are about as long as FlatNCE\u2019s.",
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
    expect(said("ceiling", at(0.97, WITH_QUEUE))).toBeNull();
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
    expect(said("evenNegatives", of(0.97, 2, 0.8))).toContain("all 14 negatives push InfoNCE almost alike");
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
