import * as tf from "@tensorflow/tfjs";
import { afterEach, expect, it } from "vitest";
import { wasmLane } from "../../../src/engine/wasm/lane";
import { playgroundBackend } from "../../../src/engine/webgpu/register";
import { OBJECTIVE_IDS } from "../../../src/objectives";
import { contrastiveHead } from "../../../src/ops/head";
import { type HeadState, labeledBatch, NO_STATE } from "../../../src/ops/head/state";
import type { HeadArm, HeadOutcome } from "../../../src/ops/head/types";
import { planeNumbers } from "../../../src/ops/parts/plane";
import { expectAllclose, flatten } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";
import { pseudoRandom, randomMatrix } from "../../support/float64";
import { headArm } from "../../support/objectives";
import { IS_THOROUGH } from "../../support/thorough";

/** Learners of different batch sizes in one head: each as the reference works it out on its own rows. */

/** The backend with kernels. */
const fusing = (): { fused: boolean } => wasmLane() ?? playgroundBackend()!;

const CLASSES = 3;
/** Learners of every arm. */
const SEEDS = 2;

interface Case {
  arms: HeadArm[];
  /** B, D */
  batch: number;
  size: number;
}

/** A head of random numbers, all that a loss may see among them. */
function inputOf({ arms, batch, size }: Case): Parameters<typeof contrastiveHead> {
  const learners = arms.reduce((sum, arm) => sum + arm.learners, 0);
  const next = pseudoRandom(1000 * learners + 10 * batch + size);
  const stack = (rows: number, columns: number) =>
    tf.tensor3d(Array.from({ length: learners }, () => randomMatrix(rows, columns, next)));
  const temperatures = Array.from({ length: learners }, (_, l) => [0.2, 0.5, 0.1][l % 3]!);
  const samples = Int32Array.from({ length: SEEDS * batch }, (_, i) => (7 * i) % 20);
  const state: HeadState = {
    learned: stack(1, 3).mul(0.3),
    memory: stack(2 * batch, 1),
    queue: null,
    labeled: labeledBatch(stack(2 * batch, CLASSES), {
      labels: tf.tensor1d(
        Array.from({ length: 20 }, (_, i) => i % CLASSES),
        "int32",
      ),
      samples: tf.tensor2d(samples, [SEEDS, batch], "int32"),
    }),
  };
  return [stack(2 * batch, size), tf.tensor3d(temperatures, [learners, 1, 1]), arms, state];
}

function composed(...input: Parameters<typeof contrastiveHead>): HeadOutcome {
  fusing().fused = false;
  try {
    return contrastiveHead(...input);
  } finally {
    fusing().fused = true;
  }
}

async function expectSame(one: Case): Promise<void> {
  const input = inputOf(one);
  const [fused, reference] = [contrastiveHead(...input), composed(...input)];
  let from = 0;
  for (const { objective, learners, batchSize } of one.arms) {
    const what = `${objective.id} of ${batchSize} in ${one.batch}`;
    const own = (x: tf.Tensor) => x.slice(from, learners);
    const scale = Math.max(1e-6, ...(await flatten(own(reference.gradient).abs())));
    const difference = own(fused.gradient).sub(own(reference.gradient)).abs().max();
    expect((await flatten(difference))[0], what).toBeLessThan(1e-5 * scale);
    await expectAllclose(own(fused.metrics), own(reference.metrics), { rtol: 3e-5, atol: 1e-5 });
    await expectAllclose(own(fused.logXi), own(reference.logXi), { atol: 1e-5 });
    await expectAllclose(own(fused.learned!), own(reference.learned!), { rtol: 1e-4, atol: 2e-5 });
    await expectAllclose(own(fused.ofScores!), own(reference.ofScores!), { atol: 1e-6 });
    const ess = [fused, reference].map((outcome) => own(planeNumbers(outcome.ess())));
    await expectAllclose(ess[0]!, ess[1]!, { rtol: 2e-5 });
    if (objective.memory) {
      const kept = [fused, reference].map((outcome) => own(planeNumbers(outcome.memory!)));
      await expectAllclose(kept[0]!, kept[1]!, { rtol: 2e-5, atol: 1e-5 });
    }
    from += learners;
  }
}

/** Each objective with a batch of its own, the largest among them. */
function armsOf(ids: readonly (typeof OBJECTIVE_IDS)[number][], sizes: readonly number[]): HeadArm[] {
  return ids.map((id, k) => ({ ...headArm(id, SEEDS), batchSize: sizes[k % sizes.length] }));
}

// Not in one cohort: a software adapter takes long to compile a program with all of them.
const GROUPS = Array.from({ length: 4 }, (_, group) => OBJECTIVE_IDS.filter((_, k) => k % 4 === group));
/** One of each form, pairing and kind of similarity. */
const FORMS = ["flo", "sogClr", "dv", "barlowTwins", "supervised", "sigLip", "nPair", "clip", "hardNegative"] as const;

describeOnEachBackend(
  "learners of different batch sizes in one head",
  (backend) => {
    afterEach(() => {
      fusing().fused = true;
    });

    const groups = backend === "webgpu" && !IS_THOROUGH ? [FORMS] : GROUPS;
    it.each(groups.map((ids, k) => ({ ids, batch: [5, 8, 6, 9][k]!, size: [4, 6, 17, 8][k]! })))(
      "are what the reference makes of each: $ids, B = $batch, D = $size",
      async ({ ids, batch, size }) => {
        await expectSame({ arms: armsOf(ids, [batch, 2, 3, batch - 1, 4]), batch, size });
      },
    );

    it("are so in low precision, and where one arm has no kernels", async () => {
      const without = headArm("flatNce", SEEDS);
      const arms: HeadArm[] = [
        { ...headArm("infoNce", SEEDS, "bfloat16"), batchSize: 40 },
        { ...without, objective: { ...without.objective, wgsl: undefined } as typeof without.objective, batchSize: 7 },
        { ...headArm("sogClr", SEEDS), batchSize: 3 },
        { ...headArm("infoNce", SEEDS), batchSize: 40 },
      ];
      await expectSame({ arms: arms.slice(1), batch: 40, size: 12 });
      const input = inputOf({ arms, batch: 40, size: 12 });
      const [fused, reference] = [contrastiveHead(...input), composed(...input)];
      await expectAllclose(fused.gradient.slice(0, 1), reference.gradient.slice(0, 1), { rtol: 0, atol: 2e-4 });
    });

    it("repeat to the bit", async () => {
      const input = inputOf({ arms: armsOf(["infoNce", "flatNce", "vicReg"], [6, 3]), batch: 6, size: 8 });
      const runs = [0, 1].map(() => contrastiveHead(...input));
      for (const part of ["gradient", "metrics", "logXi"] as const)
        expect(await flatten(runs[0]![part])).toEqual(await flatten(runs[1]![part]));
    });

    it.runIf(backend === "webgpu")("take as many programs as learners of one batch size", () => {
      const programs = (sizes: number[]) => {
        const ids = ["infoNce", "flatNce", "dv", "barlowTwins"] as const;
        const [z, temperature, arms] = inputOf({ arms: armsOf(ids, sizes), batch: 8, size: 4 });
        return playgroundBackend()!.record(() => {
          contrastiveHead(z, temperature, arms, NO_STATE);
        }).dispatches;
      };
      expect(programs([8, 5, 3, 2])).toBe(programs([8]));
    });
  },
  ["wasm", "webgpu"],
);
