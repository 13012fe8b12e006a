import { describe, expect, it } from "vitest";
import { branchedConfig, branchPlan } from "../../src/config/branch";
import { parseConfig } from "../../src/config/parse";
import type { ExperimentConfig, ExperimentInput } from "../../src/config/schema";
import { english } from "../../src/i18n/translate";

const config = (input: ExperimentInput = {}): ExperimentConfig => {
  const result = parseConfig(input);
  if (!result.ok) throw new Error("The test's config is not valid.");
  return result.config;
};
const reasons = (before: ExperimentInput, after: ExperimentInput) =>
  branchPlan(config(before), config(after)).refused.map(({ change, why }) => `${change.path}: ${english(why)}`);

describe("what a branch can have", () => {
  it.each<[string, ExperimentInput]>([
    ["more steps and another learning rate", { steps: 5000, optimizer: { learningRate: 0.01 } }],
    ["another optimizer", { optimizer: { id: "lars" } }],
    ["another objective of an arm", { arms: [{ objective: "flatNce" }, { objective: "sogClr" }] }],
    ["another augmentation", { augmentation: { jitter: 0.3 } as ExperimentInput["augmentation"] }],
    ["another schedule", { optimizer: { schedule: { id: "cosine", warmupSteps: 5 } } }],
    ["another rule of the temperature", { temperatureRule: { id: "learned" } }],
  ])("%s", (_, after) => {
    const plan = branchPlan(config(), config(after));
    expect(plan.refused).toEqual([]);
    expect(plan.changes.length).toBeGreaterThan(0);
    expect(branchedConfig(config(), plan.patch)).toEqual(config(after));
  });

  it("is not what the weights, the seeds or the curves are of, each with its reason", () => {
    const after: ExperimentInput = {
      dataset: { id: "points", samples: 500 },
      encoder: { id: "mlp", width: 7 },
      seeds: 2,
      batchSize: 8,
      queue: { size: 64 },
      evaluation: { every: 7 },
    };
    expect(reasons({}, after).map((line) => line.split(":")[0])).toEqual([
      "dataset.samples",
      "encoder.width",
      "seeds",
      "batchSize",
      "queue.size",
      "evaluation.every",
    ]);
    expect(reasons({}, { seed: 3 })).toEqual(["seed: weights, batches and views of each learner are of its seed"]);
  });

  it("is neither one more arm nor an objective with trained numbers of its own", () => {
    const [one] = [{ objective: "infoNce" as const }];
    expect(reasons({ arms: [one] }, { arms: [one, one] })[0]).toContain("untrained");
    expect(reasons({ arms: [one] }, { arms: [{ objective: "sigLip" }] })[0]).toContain(
      "trained beside the encoder, begin and end with SigLIP",
    );
  });

  it("is taken on any device", () => {
    expect(branchPlan(config({ backend: "webgpu" }), config({ backend: "cpu" })).changes).toEqual([]);
  });
});

describe("what begins anew in a branch", () => {
  const fresh = (before: ExperimentInput, after: ExperimentInput) => branchPlan(config(before), config(after)).fresh;

  it("is the optimizer's state where it is another one, or remembers otherwise", () => {
    expect(fresh({}, { optimizer: { id: "sgd" } }).optimizer).toBe(true);
    expect(fresh({}, { optimizer: { beta1: 0.8 } }).optimizer).toBe(true);
    expect(fresh({}, { optimizer: { momentum: 0.8, weightDecay: 0.1 } }).optimizer).toBe(false);
  });

  it("is what another objective kept, and what another rule of the temperature carried", () => {
    const after: ExperimentInput = { arms: [{ objective: "sogClr" }, { objective: "flatNce" }] };
    expect(fresh({}, after).memories).toEqual([true, false]);
    expect(fresh({}, { temperatureRule: { id: "ess" } })).toMatchObject({ controllers: true, optimizer: false });
    expect(fresh({}, { temperatureRule: { id: "learned" } })).toMatchObject({ learned: true, optimizer: true });
  });
});
