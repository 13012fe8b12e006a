import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { ExperimentConfig, ExperimentInput } from "../../../src/config/schema";
import { Replayable } from "../../../src/engine/replayable";
import { wasmLane, wasmOutput } from "../../../src/engine/wasm/lane";
import { OBJECTIVE_IDS, type ObjectiveId } from "../../../src/objectives";
import type { RunRecord } from "../../../src/record/record";
import { describeOnEachBackend } from "../../support/backends";
import { conduct, measured, tinyConfig } from "../../support/experiment";
import { OF_QUEUE } from "../../support/objectives";
import { expectReplayed } from "../../support/replay";
import { IS_THOROUGH } from "../../support/thorough";

/** Whole training steps in WebAssembly: replayed, the same to the bit, and what the references give. */

const GLYPHS: ExperimentInput = {
  dataset: { id: "glyphs", classes: 4, samples: 64 },
  augmentation: { strength: 0.5, noise: 0.05 },
};

/** Encoders and arms of every kind that kernels know; the probe and the evaluation come in between. */
const CASES: Record<string, ExperimentInput> = {
  "points, an mlp": {},
  "points, a deeper mlp with batch normalization, LARS": {
    encoder: { id: "mlp", width: 10, depth: 2, projection: 5, norm: "batch" },
    optimizer: { id: "lars", momentum: 0.9, weightDecay: 0.01 },
  },
  "letters, a convnet": { ...GLYPHS, encoder: { id: "convnet", width: 4, projection: 6 } },
  "letters, a resnet with group normalization": {
    ...GLYPHS,
    encoder: { id: "resnet", width: 4, projection: 6, norm: "group" },
    optimizer: { id: "sgd", momentum: 0.9, weightDecay: 0.001 },
  },
  "learned temperatures and matched gradients": {
    temperatureRule: { id: "learned" },
    optimizer: { id: "sgd", matchGradientNorm: true },
  },
  "a queue": { queue: { size: 11, momentum: 0.9 }, temperatureRule: { id: "learned" } },
  "every loss of anchors against a queue": {
    arms: OF_QUEUE.map((objective) => ({ objective })),
    seeds: 1,
    queue: { size: 9 },
    optimizer: { id: "sgd", learningRate: 0.01 },
  },
  "standardized embeddings": {
    arms: [{ objective: "barlowTwins" }, { objective: "vicReg" }, { objective: "infoNce" }],
    batchSize: 8,
    // Not Adam, which makes of a gradient near 0 whatever its rounding says, nor a rate at which VICReg leaps away.
    optimizer: { id: "sgd", learningRate: 0.001 },
  },
  "batches of other sizes": {
    arms: [
      { objective: "infoNce", batchSize: 8 },
      { objective: "flatNce" },
      { objective: "supervised", batchSize: 6 },
      { objective: "infoNce", batchSize: 6, temperatureRule: "learned" },
      { objective: "flatNce", batchSize: 5, temperatureRule: "ess" },
      { objective: "barlowTwins", batchSize: 8 },
      { objective: "sogClr", batchSize: 3 },
    ],
    temperatureRule: { id: "fixed", target: 0.4, gain: 0.05 },
    optimizer: { id: "sgd", learningRate: 0.01 },
  },
  "batches of other sizes, letters, a convnet with batch normalization": {
    ...GLYPHS,
    encoder: { id: "convnet", width: 4, projection: 6, norm: "batch" },
    arms: [{ objective: "infoNce", batchSize: 6 }, { objective: "flatNce" }, { objective: "infoNce", batchSize: 5 }],
    optimizer: { id: "sgd", learningRate: 0.01 },
  },
  "a supervised arm beside others": { arms: [{ objective: "infoNce" }, { objective: "supervised" }] },
};

/** Image encoders take the references long; what is normalized over a batch of images is left to the thorough tests. */
const QUICK = Object.entries(CASES).filter(([name]) => IS_THOROUGH || !/resnet|convnet with batch/.test(name));

/** Objectives whose kernels read rows or pairs; each stands beside InfoNCE, of which some kernels work for all learners. */
const OF_ROWS: ObjectiveId[] = OBJECTIVE_IDS.filter((id) => !["barlowTwins", "vicReg", "supervised"].includes(id));
/** Beside each other, so that what one leaves is not taken for another's, and a run says something of all of them. */
const GROUPS = Array.from({ length: 5 }, (_, group) => OF_ROWS.filter((_, k) => k % 5 === group));

/** Not Adam, which makes as much of a gradient that is rounding alone as of any other: SMILE's, where all negatives are clipped. */
const SGD: ExperimentInput = { optimizer: { id: "sgd", learningRate: 0.005, momentum: 0.9 } };

const armsOf = (...ids: ObjectiveId[]): ExperimentInput => ({ arms: ids.map((objective) => ({ objective })) });

describeOnEachBackend("a training step in WebAssembly", () => {
  it.each(Object.entries(CASES))("of %s is replayed, and comes to the same to the bit", (_, changes) =>
    expectReplayed(changes),
  );

  it.each(QUICK)("of %s is what the references give, over 20 steps", async (_, changes) => {
    const config = tinyConfig({ ...changes, steps: 20 });
    const [kernels, again] = [(await conduct(config)).record, (await conduct(config)).record];
    expect(again.learners).toEqual(kernels.learners);
    expect(largestDifference(kernels, await conductByReferences(config))).toBeLessThan(1e-4);
  });

  it.each(GROUPS)(
    "with %s, %s, %s, %s, %s is replayed, probe and all, and what the references give",
    async (...ids) => {
      const arms = armsOf(...ids);
      await expectReplayed(arms);
      const config = tinyConfig({ ...arms, ...SGD, steps: 12 });
      const { record } = await conduct(config);
      const reference = await conductByReferences(config);
      for (const [arm, id] of ids.entries()) expect(largestDifference(record, reference, arm), id).toBeLessThan(1e-4);
    },
  );

  it("runs plainly, and says why, where TensorFlow.js works with what a kernel wrote", async () => {
    const lane = wasmLane();
    if (!lane) throw new Error("There is no lane.");
    const source = tf.tensor1d([1, 2, 3]);
    const total = tf.engine().makeTensorFromTensorInfo(lane.allocate(3));
    let runs = 0;
    const work = new Replayable(() => {
      runs++;
      tf.tidy(() => {
        const copied = wasmOutput(lane, [3]);
        lane.copyInto(copied, source);
        lane.copyInto(total, tf.square(copied));
      });
    }, true);
    for (let run = 0; run < 4; run++) work.run();
    expect(runs).toBe(4);
    expect(work.refusal).toBe("TensorFlow.js works with what a kernel wrote");
    expect(Array.from(await total.data())).toEqual([1, 4, 9]);
  });
}, ["wasm"]);

async function conductByReferences(config: ExperimentConfig): Promise<RunRecord> {
  const lane = wasmLane();
  if (!lane) throw new Error("There is no lane.");
  lane.fused = false;
  const { record } = await conduct(config).finally(() => {
    lane.fused = true;
  });
  return record;
}

/** Of the losses of all learners, or of those of an arm, and of all steps, relative to their size where that is above 1. */
function largestDifference(one: RunRecord, other: RunRecord, only?: number): number {
  const differences = one.learners.flatMap(({ arm }, learner) => {
    if (only !== undefined && arm !== only) return [];
    const others = measured(other, learner, "objective");
    return measured(one, learner, "objective").map(
      (value, i) => Math.abs(value - others[i]!) / Math.max(1, Math.abs(others[i]!)),
    );
  });
  expect(differences.length).toBeGreaterThan(0);
  return Math.max(...differences);
}
