import * as tf from "@tensorflow/tfjs";
import { it } from "vitest";
import { objectiveOf } from "../../src/objectives";
import { type HeadState, NO_STATE } from "../../src/ops/head/state";
import { planeNumbers } from "../../src/ops/parts/plane";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import {
  type Matrix,
  mean,
  numericalGradient,
  pseudoRandom,
  randomMatrix,
  referenceContrasts,
} from "../support/float64";
import { expectGradient } from "../support/gradient";
import { evaluate, headArm, LABEL_FREE_IDS } from "../support/objectives";

const TEMPERATURE = 0.3;
const Z = randomMatrix(8, 5, pseudoRandom(41));
/** M, the negatives of an anchor. */
const COUNT = 6;

/** What is kept of a learner's eight views, or of the learner. */
const ofViews = (values: number[]) => (values.length === 1 ? new Array<number>(8).fill(values[0]!) : values);

/** A memory of one learner, [1, N, 1]. */
function remembering(values: number[]): HeadState {
  return { ...NO_STATE, memory: tf.tensor3d(ofViews(values), [1, 8, 1]) };
}

/** Those that carry something of their own from step to step. */
const CARRYING = LABEL_FREE_IDS.filter((id) => objectiveOf(id).memory || objectiveOf(id).learned > 0);

describeOnEachBackend("what objectives keep from step to step", (backend) => {
  const sogClr = headArm("sogClr", 1, "float32", { memoryRate: 0.25 });

  it("makes SogCLR's first step FlatNCE's, and keeps the mean of e^d", async () => {
    const first = evaluate(sogClr, [Z], TEMPERATURE);
    await expectGradient(first.gradient, evaluate(headArm("flatNce", 1), [Z], TEMPERATURE).gradient);
    const { logXi } = referenceContrasts(Z, TEMPERATURE);
    await expectAllclose(
      planeNumbers(first.memory!).flatten(),
      logXi.map((v) => v - Math.log(COUNT)),
      { atol: 1e-5 },
    );
    const unseen = evaluate(sogClr, [Z], TEMPERATURE, remembering(new Array(8).fill(-1e9)));
    await expectGradient(unseen.gradient, first.gradient);
  });

  it("divides SogCLR's later gradients by the samples' averages", async () => {
    const before = [-2, 0, 1, -8, 3, 0.5, -1, 2];
    const { logXi } = referenceContrasts(Z, TEMPERATURE);
    const averages = logXi.map((v, i) => 0.75 * Math.exp(before[i]!) + (0.25 * Math.exp(v)) / COUNT);
    const outcome = evaluate(sogClr, [Z], TEMPERATURE, remembering(before));
    const expected = numericalGradient((z) => {
      const xi = referenceContrasts(z, TEMPERATURE).logXi.map(Math.exp);
      return mean(xi.map((x, i) => x / (COUNT * averages[i]!)));
    }, Z);
    await expectGradient(outcome.gradient, expected, 2e-5);
    await expectAllclose(planeNumbers(outcome.memory!).flatten(), averages.map(Math.log), { atol: 1e-5 });
    await expectAllclose(outcome.value, mean(averages.map((x) => Math.log(COUNT * x))), { atol: 1e-5 });
  });

  it("divides MINE's second term by the average partition, whose first call takes its own value", async () => {
    const mine = headArm("dv", 1, "float32", { partitionAverage: 0.9 });
    const plain = evaluate(headArm("dv", 1), [Z], TEMPERATURE);
    const unseen = evaluate(mine, [Z], TEMPERATURE, remembering([-1e9]));
    await expectGradient(unseen.gradient, plain.gradient);

    const before = 2;
    const average = 0.9 * Math.exp(before) + 0.1 * partitionOf(Z);
    const outcome = evaluate(mine, [Z], TEMPERATURE, remembering([before]));
    const expected = numericalGradient((z) => partitionOf(z) / average - positiveMean(z), Z);
    await expectGradient(outcome.gradient, expected, 2e-5);
    await expectAllclose(planeNumbers(outcome.memory!).flatten(), ofViews([Math.log(average)]), { atol: 1e-5 });
    await expectAllclose(outcome.value, plain.value);
  });

  it.each(backend === "cpu" ? LABEL_FREE_IDS : CARRYING)(
    "%s: learners of a stack do not mix, nor what they carry",
    async (id) => {
      const next = pseudoRandom(42);
      const z = [randomMatrix(8, 5, next), randomMatrix(8, 5, next)];
      const kept = { sample: randomMatrix(2, 8, next), learner: randomMatrix(2, 1, next) };
      const { memory } = objectiveOf(id);
      const numbers = randomMatrix(2, 3, next);
      const stateOf = (learners: number[]): HeadState => ({
        ...NO_STATE,
        learned: tf.tensor3d(learners.map((l) => [numbers[l]!])),
        memory: memory && tf.tensor3d(learners.map((l) => ofViews(kept[memory][l]!).map((x) => [x]))),
      });
      const together = evaluate(headArm(id, 2), z, TEMPERATURE, stateOf([0, 1]));
      for (const l of [0, 1]) {
        const alone = evaluate(headArm(id, 1), [z[l]!], TEMPERATURE, stateOf([l]));
        const own = (x: tf.Tensor) => x.slice(l, 1);
        await expectGradient(own(together.gradient), alone.gradient, 2e-6);
        await expectAllclose(own(together.value), alone.value, { rtol: 2e-6 });
        await expectAllclose(own(together.learned!), alone.learned!, { atol: 1e-5 });
        if (memory)
          await expectAllclose(own(planeNumbers(together.memory!)), planeNumbers(alone.memory!), { rtol: 2e-6 });
      }
    },
  );
});

/** Cosines of first views (rows) and second views over the temperature. */
function logits(z: Matrix): Matrix {
  const unit = z.map((row) => row.map((x) => x / Math.hypot(...row)));
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  return unit.slice(0, 4).map((a) => unit.slice(4).map((b) => dot(a, b) / TEMPERATURE));
}

const positiveMean = (z: Matrix) => mean(logits(z).map((row, i) => row[i]!));

/** Mean of e^f over the negatives. */
const partitionOf = (z: Matrix) =>
  mean(
    logits(z)
      .flatMap((row, i) => row.filter((_, j) => j !== i))
      .map(Math.exp),
  );
