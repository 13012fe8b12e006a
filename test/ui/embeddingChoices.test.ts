import { describe, expect, it } from "vitest";
import { newRun } from "../../src/session/run";
import { firstChoice, splitsOfRun } from "../../src/ui/embeddings/chosen";
import { DATASET } from "../session/fakeService";
import { tinyConfig } from "../support/experiment";

const run = (validation: boolean) => newRun(tinyConfig({ seed: 4, evaluation: { validation } }), null, null);

describe("choices of embeddings", () => {
  it("begin with the first learner on the samples that the run is measured on", () => {
    expect(firstChoice(run(false))).toMatchObject({ arm: 0, seed: 4, split: "test", embedding: "h", format: "csv" });
    expect(firstChoice(run(true))).toMatchObject({ split: "validation" });
  });

  it("offer the splits that the run has, with their counts where those are known", () => {
    const dataset = { ...DATASET, trainCount: 80, testCount: 20 };
    expect(splitsOfRun({ ...run(false), dataset })).toEqual([
      ["train", 80],
      ["test", 20],
    ]);
    const bank = { count: 30, samples: DATASET.samples };
    expect(splitsOfRun({ ...run(true), dataset: { ...dataset, bank } })).toEqual([
      ["train", 80],
      ["bank", 30],
      ["validation", 20],
      ["test", null],
    ]);
  });
});
