import * as tf from "@tensorflow/tfjs";
import { expect, it, vi } from "vitest";
import type { ArmConfig, ExperimentInput } from "../../src/config/schema";
import { StepBlock } from "../../src/engine/stepBlock";
import { STEP_METRICS, stepColumn } from "../../src/metrics";
import { anchorObjective } from "../../src/objectives/define";
import { dualRows } from "../../src/objectives/parts/dual";
import { NEVER } from "../../src/objectives/parts/sentinels";
import type { Objective } from "../../src/objectives/types";
import type * as Heads from "../../src/training/loss/headArm";
import { expectAllclose, flatten } from "../support/allclose";
import { describeOnEachBackend, describeOnWebGpu, QUICK_BACKENDS } from "../support/backends";
import { conduct, dataOf, measured, prepare, tensorsAt, tinyConfig, underway } from "../support/experiment";
import { expectReplayed } from "../support/replay";
import { bits } from "../support/tensors";
import { IS_THOROUGH } from "../support/thorough";

/** Arms with such a label have an objective of this file's. */
const OBJECTIVES = vi.hoisted(() => ({}) as Record<string, Objective>);

vi.mock("../../src/training/loss/headArm", async (original) => {
  const heads = await original<typeof Heads>();
  const headArm = (arm: ArmConfig, learners: number) => {
    const own = OBJECTIVES[arm.label ?? ""];
    return { ...heads.headArm(arm, learners), ...(own ? { objective: own } : {}) };
  };
  return { ...heads, headArm };
});

const TEXTS = { formula: "", summary: "", source: "" };

/** FlatNCE, each anchor weaker every time that its sample comes. */
OBJECTIVES.tiring = anchorObjective({
  ...TEXTS,
  id: "tiring",
  label: "Tiring",
  memory: "sample",
  rows: (contrasts, { memory }) => {
    const visits = (memory ?? tf.zerosLike(contrasts.logXi)).maximum(0).add(1);
    const { positive, negatives } = dualRows(contrasts, contrasts.logXi);
    // Its value is the number of visits, so that a test can read it from the metrics.
    return { value: visits, positive: positive.div(visits), negatives: negatives.div(visits), memory: visits };
  },
});

/** FlatNCE that counts its steps, and learns the mean of log xi. */
OBJECTIVES.learning = anchorObjective({
  ...TEXTS,
  id: "learning",
  label: "Learning",
  memory: "learner",
  learned: 1,
  rows: (contrasts, { memory, learned }) => {
    const steps = (memory ?? tf.zeros([1, 1, 1])).maximum(0).add(1);
    const level = learned[0] as tf.Tensor;
    return {
      ...dualRows(contrasts, contrasts.logXi),
      value: contrasts.logXi.mul(0).add(steps),
      memory: steps,
      learned: [level.sub(contrasts.logXi)],
    };
  },
});

const tiring = { objective: "flatNce", label: "tiring" } as const;
const learning = { objective: "flatNce", label: "learning" } as const;
const BARE = { gradientProbe: { every: 0 }, evaluation: { every: 0 } } satisfies ExperimentInput;

/** All that steps may carry along beside a controlled temperature. */
const CONTROLLED = {
  arms: [
    { ...tiring, temperatureRule: "ess" },
    { ...learning, temperatureRule: "learned" },
    { objective: "infoNce", temperatureRule: "scheduled" },
  ],
  temperatureRule: { end: 0.1 },
  gradientProbe: { every: 3, microBatches: 2 },
  evaluation: { every: 0 },
  steps: 5,
} satisfies ExperimentInput;

/** And beside a queue. */
const QUEUED = {
  ...CONTROLLED,
  arms: [tiring, ...CONTROLLED.arms.slice(1)],
  queue: { size: 10, momentum: 0.9 },
} satisfies ExperimentInput;

describeOnEachBackend(
  "a memory of samples",
  () => {
    it("is told to the loss sample by sample, and kept for when a sample comes again", async () => {
      const config = tinyConfig({ ...BARE, arms: [tiring], batchSize: 16, steps: 9 });
      const perEpoch = Math.floor((await dataOf(config)).train.count / 16);
      const { record } = await conduct(config);
      // Every sample comes once in an epoch, to every learner, and the loss is the number of the visit.
      const visits = Array.from({ length: 9 }, (_, step) => Math.floor(step / perEpoch) + 1);
      expect(visits.at(-1)).toBeGreaterThan(2);
      for (let learner = 0; learner < 2; learner++) expect(measured(record, learner, "objective")).toEqual(visits);
    });

    it("has a place of its own for every learner, view and sample", async () => {
      const { cohort, source, training, dispose } = await underway({ arms: [tiring, tiring] });
      expect(cohort.asksForSamples).toBe(true);
      const block = new StepBlock(cohort.learners);
      const all = tf.range(0, source.trainSamples, 1, "int32").tile([2]).reshape([2, -1]) as tf.Tensor2D;
      const views = source.views(0);
      const kept = (samples: tf.Tensor2D) => tf.split(cohort.carried.read(views, samples).memory as tf.Tensor3D, 2);
      for (const own of kept(all)) expect(new Set(await flatten(own))).toEqual(new Set([NEVER]));
      training.update(0);
      for (const own of kept(source.draw(block, "training", true).samples!)) {
        expect(own.shape).toEqual([2, 8, 1]);
        expect(new Set(await flatten(own))).toEqual(new Set([1]));
      }
      // Both views of a batch of four, in each of two learners; all others are untouched.
      for (const own of kept(all)) expect((await flatten(own)).filter((visits) => visits === 1)).toHaveLength(16);
      dispose();
    });
  },
  QUICK_BACKENDS,
);

describeOnEachBackend(
  "arms whose loss has no kernel",
  (backend) => {
    it("are named in the run's environment, where the others have some", async () => {
      const { trainer, run } = await prepare(tinyConfig({ ...BARE, arms: [{ objective: "infoNce" }, tiring] }));
      expect(run.environment?.composed).toEqual(backend === "cpu" ? undefined : [1]);
      trainer.dispose();
    });
  },
  QUICK_BACKENDS,
);

describeOnEachBackend(
  "a memory of a learner, and a learned number",
  () => {
    it("go from step to step", async () => {
      const rate = 0.1;
      const { cohort, training } = await underway({
        arms: [learning, { objective: "flatNce" }],
        optimizer: { id: "sgd", learningRate: rate, momentum: 0 },
      });
      for (let step = 0; step < 4; step++) training.update(step);
      const { values } = await training.sink.metrics.drain();
      const rows = await tf.tensor3d(values, [4, cohort.learners, STEP_METRICS.length]).array();
      const column = (metric: "objective" | "logXi", learner: number) =>
        rows.map((learners) => learners[learner]![stepColumn(metric)]!);
      const learned = (await cohort.parameters.tensors.at(-1)!.array()) as number[][][];
      for (const learner of [0, 1]) {
        expect(column("objective", learner)).toEqual([1, 2, 3, 4]);
        const level = column("logXi", learner).reduce((own, logXi) => own - rate * (own - logXi), 0);
        await expectAllclose(learned[learner]![0]!, [0, level], { rtol: 1e-4 });
      }
      for (const learner of [2, 3]) expect(learned[learner]).toEqual([[0, 0]]);
    });
  },
  QUICK_BACKENDS,
);

describeOnEachBackend(
  "what learners carry along",
  (backend) => {
    it.each(
      // On WebGPU every form of a step has programs of its own to be compiled.
      backend === "webgpu" ? [QUEUED] : [QUEUED, CONTROLLED],
    )("is left as it is by the probe, which sees it", async (everything) => {
      const [probed, untouched] = [await underway(everything), await underway(everything)];
      const metrics: number[][] = [];
      for (const { probe, training, cohort } of [probed, untouched]) {
        for (let step = 0; step < 3; step++) {
          if (cohort === probed.cohort) await probe.measure(step);
          training.update(step);
        }
        metrics.push(Array.from((await training.sink.metrics.drain()).values));
      }
      expect(metrics[0]!.every(Number.isFinite)).toBe(true);
      expect(metrics[1]).toEqual(metrics[0]);
      const weights = ({ cohort }: typeof probed) => Promise.all(cohort.parameters.tensors.map(bits));
      expect(await weights(untouched)).toEqual(await weights(probed));
      expect(await untouched.temperatures(3)).toEqual(await probed.temperatures(3));
    });

    // On WebGPU a recorded step (below) repeats a plain one, and test/engine/replay sees what is given back.
    it.runIf(backend !== "webgpu" || IS_THOROUGH)("repeats to the bit, and is given back", async () => {
      const config = tinyConfig({ ...QUEUED, steps: 4 });
      const dataset = await dataOf(config);
      const { record } = await conduct(config, { dataset });
      const before = tf.memory().numTensors;
      const { record: again } = await conduct(config, { dataset });
      expect(again.learners).toEqual(record.learners);
      expect(tf.memory().numTensors).toBe(before);
    });

    it("grows no memory from step to step", async () => {
      const { trainer } = await prepare(tinyConfig({ ...QUEUED, ...BARE, steps: 1000 }));
      const counts = await tensorsAt(trainer, [4, 8]);
      trainer.dispose();
      expect(counts[1]).toBe(counts[0]);
    });

    it.skipIf(backend === "cpu")("is the same as on the CPU", async () => {
      const config = tinyConfig({ ...QUEUED, ...BARE });
      const { record } = await conduct(config);
      await tf.setBackend("cpu");
      const { record: reference } = await conduct(config);
      await tf.setBackend(backend);
      for (let learner = 0; learner < record.learners.length; learner++)
        for (const metric of ["objective", "infoNce", "ess"] as const)
          await expectAllclose(measured(record, learner, metric), measured(reference, learner, metric), {
            rtol: 1e-3,
            atol: 1e-4,
          });
    });
  },
  QUICK_BACKENDS,
);

describeOnWebGpu("a recorded step with all that learners carry along", (backend) => {
  it.runIf(IS_THOROUGH)("trains as a plain one does, to the bit, and is replayed", () => expectReplayed(QUEUED));

  it("stays in the fused head with a learned and a controlled temperature: six programs of it", async () => {
    const names = new Set<string>();
    const dispatch = vi.spyOn(backend, "dispatch");
    const arms = [
      { objective: "infoNce" as const },
      { objective: "flatNce" as const, temperatureRule: "ess" as const },
    ];
    const { training } = await underway({ arms, temperatureRule: { id: "learned" } });
    training.update(0);
    for (const [{ name }] of dispatch.mock.calls) if (name.startsWith("head: ")) names.add(name);
    dispatch.mockRestore();
    expect(names.size).toBe(6);
  });

  it.runIf(IS_THOROUGH)("follows the same way with the reference operations", async () => {
    const config = tinyConfig({
      ...BARE,
      arms: [{ objective: "infoNce" }, { objective: "flatNce", temperatureRule: "ess" }],
      temperatureRule: { id: "learned" },
      steps: 6,
    });
    const { record } = await conduct(config);
    backend.fused = false;
    const { record: reference } = await conduct(config);
    backend.fused = true;
    for (let learner = 0; learner < 4; learner++)
      await expectAllclose(measured(record, learner, "infoNce"), measured(reference, learner, "infoNce"), {
        rtol: 1e-3,
        atol: 1e-4,
      });
  });
});
