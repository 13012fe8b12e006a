import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/data/load";
import type { RunRecord } from "../../src/record/record";
import { pick } from "../data/readers/idxFiles";
import { chooseWasm, conduct, measured, tinyConfig, validConfig } from "../support/experiment";
import { MNIST, realFiles } from "../support/realData";
import { IS_THOROUGH } from "../support/thorough";

/** What the learners are for: training makes features that tell classes apart. */

beforeAll(chooseWasm);

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function gain(record: RunRecord, learner: number, metric: "knnAccuracy" | "probeAccuracy"): number {
  const values = measured(record, learner, metric);
  return values.at(-1)! - values[0]!;
}

describe("training on points", () => {
  it.each(["infoNce", "flatNce", "infoNceCe"] as const)(
    "reduces the loss of %s and lifts kNN",
    async (objective) => {
      const config = tinyConfig({
        dataset: { id: "points", layout: "rings", classes: 8, samples: 1000 },
        augmentation: { strength: 0, noise: 0.02 },
        encoder: { id: "mlp", width: 32, depth: 2, projection: 8 },
        arms: [{ objective }],
        batchSize: 16,
        temperature: 0.1,
        steps: 150,
        gradientProbe: { every: 0 },
        evaluation: { every: 1000, trainSamples: 400, testSamples: 200, knn: { k: 20 } },
      });
      const { record } = await conduct(config);
      for (const learner of [0, 1]) {
        const loss = measured(record, learner, "infoNce");
        expect(mean(loss.slice(-20))).toBeLessThan(0.7 * mean(loss.slice(0, 20)));
        expect(gain(record, learner, "knnAccuracy")).toBeGreaterThan(0.1);
      }
    },
    60_000,
  );
});

const CONVNET = { id: "convnet", width: 32, depth: 3, projection: 64 };
/** A crop, a turn and a change of light, as the presets have them for characters. */
const DIGITS = { strength: 0, minScale: 0.4, maxAspect: 4 / 3, rotation: 15, brightness: 0.4, contrast: 0.4 };

describe("glyphs", () => {
  it("cannot be told apart by a linear probe on an untrained encoder", async () => {
    const config = validConfig({
      dataset: { id: "glyphs", samples: 1000 },
      encoder: CONVNET,
      arms: [{ objective: "infoNce" }],
      seeds: 2,
      steps: 1,
      batchSize: 2,
      gradientProbe: { every: 0 },
      evaluation: { every: 1000, trainSamples: 1000, testSamples: 250 },
    });
    const { record } = await conduct(config);
    for (const learner of [0, 1]) expect(measured(record, learner, "probeAccuracy")[0]).toBeLessThan(0.6);
  }, 60_000);
});

const mnist = realFiles(...MNIST);
describe.skipIf(!mnist || !IS_THOROUGH)("MNIST", () => {
  it("is told apart by nearest neighbours after 150 steps, by both objectives", async () => {
    const config = validConfig({
      dataset: { id: "files", name: "MNIST" },
      augmentation: DIGITS,
      encoder: CONVNET,
      seeds: 1,
      batchSize: 32,
      temperature: 0.1,
      optimizer: { id: "adam", learningRate: 1e-3 },
      steps: 150,
      gradientProbe: { every: 0 },
      evaluation: { every: 1000, trainSamples: 2000, testSamples: 500 },
    });
    const dataset = await loadDataset(config.dataset, config.seed, pick(mnist!()));
    const { record } = await conduct(config, { dataset });
    for (const learner of [0, 1]) {
      expect(measured(record, learner, "knnAccuracy").at(-1)).toBeGreaterThan(0.8);
      expect(gain(record, learner, "knnAccuracy")).toBeGreaterThan(0.05);
    }
  }, 300_000);
});
