import { expect, it } from "vitest";
import type { ArmConfig } from "../../src/config/schema";
import { describeOnEachBackend } from "../support/backends";
import { conduct, seriesOf, tinyConfig } from "../support/experiment";

/** Two steps may be queued before the loss of the last one has been read. */
const STEPS = 18;
const OBJECTIVES = ["infoNce", "flatNce", "infoNceCe"] as const;
/** With a decay of 1 and a learning rate of 10 a weight is multiplied by -9 in every step: z overflows at step 14. */
const DIVERGING = 10;

function decaying(arms: ArmConfig[]) {
  return tinyConfig({
    arms,
    seeds: 1,
    steps: STEPS,
    optimizer: { id: "sgd", learningRate: 0.01, momentum: 0, weightDecay: 1 },
    // Not at common weights: those would be the diverging ones of the first arm.
    gradientProbe: { every: 7, microBatches: 2, common: false },
    evaluation: { every: 7, trainSamples: 16, testSamples: 16, knn: { k: 3 } },
  });
}

/** One well-behaved arm behind one arm per objective. */
function mixed(learningRate: number) {
  return decaying([...OBJECTIVES.map((objective) => ({ objective, learningRate })), { objective: "infoNce" }]);
}

describeOnEachBackend("a learner whose loss is no longer finite", () => {
  it("is stopped and marked, whatever its objective, and leaves the others as they are to the bit", async () => {
    const { record: calm } = await conduct(mixed(0.01));
    const { record } = await conduct(mixed(DIVERGING));
    expect(calm.learners.filter(({ stopped }) => stopped)).toEqual([]);
    for (const learner of record.learners.filter(({ arm }) => arm < 3)) expectStopped(learner);
    expect(seriesOf(record, 3, 0)).toEqual(seriesOf(calm, 3, 0));
    // The evaluation is due at the very step, when the features are still finite.
    expect(new Set(record.learners.map(({ stopped }) => stopped?.step))).toEqual(new Set([14, undefined]));
    expect(record.stepsDone).toBe(STEPS);
    expect(record.summary.infoNce!.map(({ n }) => n)).toEqual([0, 0, 0, 1]);
    expect(record.paired.filter(({ n }) => n > 0)).toEqual([]);
    expect(calm.paired.filter(({ n }) => n !== 1)).toEqual([]);
  });
});

describeOnEachBackend("a run in which every learner has stopped", () => {
  it("ends early", async () => {
    const { record, run } = await conduct(decaying([{ objective: "flatNce", learningRate: DIVERGING }]));
    expect(record.stepsDone).toBeLessThan(STEPS);
    for (const learner of record.learners) expectStopped(learner);
    expect(run.failure).toBeNull();
  });
});

type Learner = Awaited<ReturnType<typeof conduct>>["record"]["learners"][number];

/** Measured before its last step, and nothing at all from that on. */
function expectStopped({ stopped, series }: Learner): void {
  expect(stopped?.step).toBeGreaterThan(0);
  expect(stopped?.step).toBeLessThan(STEPS);
  expect(stopped?.reason).toContain("finite");
  const { step: steps, ...metrics } = series as Record<string, (number | null)[]>;
  const before = steps!.filter((step) => step! < stopped!.step).length;
  for (const [id, values] of Object.entries(metrics)) {
    expect(values[0], id).not.toBeNull();
    expect(
      values.slice(before).filter((value) => value !== null),
      id,
    ).toEqual([]);
  }
  expect(metrics.infoNce!.slice(0, before)).not.toContain(null);
}
