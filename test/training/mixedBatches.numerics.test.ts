import { expect, it } from "vitest";
import type { ExperimentConfig, ExperimentInput } from "../../src/config/schema";
import { METRIC_IDS, type MetricId } from "../../src/metrics";
import type { RunRecord } from "../../src/record/record";
import { describeOnEachBackend, describeOnWebGpu, QUICK_BACKENDS } from "../support/backends";
import { conduct, tinyConfig } from "../support/experiment";
import { images } from "../support/golden/experiments";
import { expectReplayed } from "../support/replay";
import { IS_THOROUGH } from "../support/thorough";

/** Learners of different batch sizes in one cohort: each is what it is in a run of its own. */

const STEPS = IS_THOROUGH ? 20 : 4;
/** TensorFlow.js convolves very slowly on the CPU backend. */
const TIMEOUT = 600_000;

/** One arm a run, so that nothing is of a first arm. */
const OWN: ExperimentInput = {
  steps: STEPS,
  seeds: 2,
  gradientProbe: { every: STEPS / 2, microBatches: 3, common: false },
  evaluation: { every: STEPS / 2, trainSamples: 32, testSamples: 16, knn: { k: 5 }, fineTune: { steps: 0 } },
};

/** What arms of each kind of loss, memory and rule have in one cohort. */
const POINTS: ExperimentInput = {
  ...OWN,
  // Not Adam, which makes of a gradient near 0 whatever its rounding says.
  optimizer: { id: "sgd", learningRate: 0.01, momentum: 0.9, rateRule: "squareRoot", referenceBatch: 8 },
  temperatureRule: { id: "fixed", target: 0.4, gain: 0.05 },
  arms: [
    { objective: "infoNce", batchSize: 8 },
    { objective: "flatNce" },
    { objective: "sogClr", batchSize: 3 },
    { objective: "dv", batchSize: 6 },
    { objective: "barlowTwins", batchSize: 8 },
    { objective: "clip", batchSize: 2 },
    { objective: "infoNce", batchSize: 6, temperatureRule: "learned" },
    { objective: "flatNce", batchSize: 5, temperatureRule: "ess" },
    { objective: "supervised", batchSize: 6 },
  ],
};

const SHAPES: ExperimentInput = {
  ...OWN,
  seeds: 1,
  encoder: { id: "convnet", width: 4, depth: 2, projection: 4, norm: "batch" },
  arms: [
    { objective: "infoNce", batchSize: 6 },
    { objective: "flatNce", batchSize: 3 },
    { objective: "infoNce", batchSize: 4 },
  ],
};

/** The experiment of one arm, as it would be set for itself. */
function alone(config: ExperimentConfig, arm: number): ExperimentConfig {
  const { batchSize = config.batchSize, ...own } = config.arms[arm]!;
  return { ...config, batchSize, arms: [own] };
}

async function expectSame(together: ExperimentConfig, tolerance: number): Promise<void> {
  const { record } = await conduct(together);
  for (const arm of together.arms.keys()) {
    const { record: own } = await conduct(alone(together, arm));
    for (const learner of own.learners.keys()) {
      const [mixed, separate] = [record.learners[arm * together.seeds + learner]!, own.learners[learner]!];
      for (const metric of METRIC_IDS) expectClose({ mixed, separate, metric, tolerance });
    }
  }
}

type Learner = RunRecord["learners"][number];

interface Pair {
  mixed: Learner;
  separate: Learner;
  metric: MetricId;
  tolerance: number;
}

function expectClose({ mixed, separate, metric, tolerance }: Pair): void {
  // A metric that no learner of a run has is not in its record at all.
  const [ours, theirs] = [mixed, separate].map(({ series }) => series[metric] ?? series.step.map(() => null)) as [
    (number | null)[],
    (number | null)[],
  ];
  const where = `${metric} of ${JSON.stringify(separate.arm)}`;
  for (const [i, value] of theirs.entries())
    if (value === null || ours[i] === null) expect(ours[i], where).toBe(value);
    else
      expect(Math.abs(ours[i]! - value) / Math.max(1, Math.abs(value)), `${where}, row ${i}`).toBeLessThan(tolerance);
}

describeOnEachBackend(
  "a cohort of different batch sizes",
  (backend) => {
    // The kernels of a GPU divide sums by the number of learners.
    const tolerance = backend === "webgpu" ? 1e-4 : 1e-5;
    it("trains every arm as a run of its own does, whatever its loss", { timeout: TIMEOUT }, async () => {
      await expectSame(tinyConfig(POINTS), tolerance);
    });

    it.skipIf(backend === "cpu" && !IS_THOROUGH)(
      "leaves out of batch normalization what is not an arm's own",
      async () => {
        await expectSame(images(SHAPES), tolerance);
      },
      TIMEOUT,
    );
  },
  QUICK_BACKENDS,
);

describeOnWebGpu("a recorded step of different batch sizes", () => {
  it("trains as a plain one does, to the bit, and is replayed", () =>
    expectReplayed({
      arms: [
        { objective: "infoNce", batchSize: 8 },
        { objective: "sogClr", batchSize: 3 },
        { objective: "supervised", batchSize: 6 },
        { objective: "flatNce", batchSize: 5, temperatureRule: "ess" },
      ],
    }));
});
