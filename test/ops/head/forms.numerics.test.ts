import * as tf from "@tensorflow/tfjs";
import { afterEach, expect, it } from "vitest";
import { wasmLane } from "../../../src/engine/wasm/lane";
import { stepColumn } from "../../../src/metrics";
import { isLabelFree, OBJECTIVE_IDS, OBJECTIVES, type ObjectiveId } from "../../../src/objectives";
import { anchorObjective } from "../../../src/objectives/define";
import { NEVER } from "../../../src/objectives/parts/sentinels";
import { composedArms, contrastiveHead } from "../../../src/ops/head";
import { type HeadState, NO_STATE } from "../../../src/ops/head/state";
import type { HeadArm } from "../../../src/ops/head/types";
import { planeNumbers } from "../../../src/ops/parts/plane";
import { flatten } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";
import { pseudoRandom, randomMatrix } from "../../support/float64";
import { headArm } from "../../support/objectives";

/** Every form of a loss of rows in WebAssembly kernels beside the reference, with all that a loss may see and leave. */

/** What an objective says to kernels is a row's softmax, or a function of pairs. */
const isOfRows = (id: ObjectiveId) => {
  const { options, phi, objective } = headArm(id, 1);
  return ["softmax", "pairwise"].includes(objective.wgsl?.({ options, phi })?.form ?? "");
};
const IDS = OBJECTIVE_IDS.filter((id) => isLabelFree(id) && isOfRows(id));

const SHAPES = [
  [1, 6, 3],
  [2, 10, 5],
  [3, 34, 9],
  [2, 130, 7],
] as const;

interface Case {
  z: tf.Tensor3D;
  temperatures: tf.Tensor3D;
  arms: HeadArm[];
  state: HeadState;
}

/** Embeddings of any length, what was learned and what was kept; some anchors were never seen. */
function caseOf(arms: HeadArm[], views: number, size: number, seed: number): Case {
  const learners = arms.reduce((sum, arm) => sum + arm.learners, 0);
  const next = pseudoRandom(seed);
  const z = Array.from({ length: learners }, () => randomMatrix(views, size, next));
  const temperatures = Array.from({ length: learners }, (_, l) => [0.1, 0.3, 0.5][l % 3]!);
  const learned = Array.from({ length: 3 * learners }, () => 0.4 * next());
  const memory = arms.flatMap((arm) => Array.from({ length: arm.learners }, () => keptOf(arm, views, next)));
  return {
    arms,
    z: tf.tensor3d(z),
    temperatures: tf.tensor3d(temperatures, [learners, 1, 1]),
    state: {
      ...NO_STATE,
      learned: tf.tensor3d(learned, [learners, 1, 3]),
      memory: tf.tensor3d(memory.flat(), [learners, views, 1]),
    },
  };
}

function keptOf({ objective }: HeadArm, views: number, next: () => number): number[] {
  const own = next();
  return Array.from({ length: views }, (_, i) => (objective.memory === "learner" ? own : i % 3 === 0 ? NEVER : next()));
}

const run = ({ z, temperatures, arms, state }: Case) => contrastiveHead(z, temperatures, arms, state);

function reference(one: Case): ReturnType<typeof run> {
  wasmLane()!.fused = false;
  try {
    return run(one);
  } finally {
    wasmLane()!.fused = true;
  }
}

/** Of two tensors, relative to the larger numbers of the second one in the same learner. */
async function difference(own: tf.Tensor, expected: tf.Tensor): Promise<number> {
  const [rows, others] = [own, expected].map((x) => x.reshape([x.shape[0]!, -1]));
  const scale = others!.abs().max(1, true).maximum(1e-3);
  return Math.max(...(await flatten(rows!.sub(others!).abs().div(scale))));
}

async function expectAlike(one: Case, tolerance: number, name: string): Promise<void> {
  const [own, expected] = [run(one), reference(one)];
  const value = ({ metrics }: typeof own) => metrics.slice([0, stepColumn("objective")], [-1, 1]);
  expect(await difference(value(own), value(expected)), `${name}: value`).toBeLessThan(tolerance);
  expect(await difference(own.gradient, expected.gradient), `${name}: gradient`).toBeLessThan(tolerance);
  // That of the temperature is of similarities as they are, in the reference of rounded ones.
  expect(await difference(own.learned!, expected.learned!), `${name}: learned`).toBeLessThan(4 * tolerance);
  expect(own.memory === null, `${name}: memory`).toBe(expected.memory === null);
  if (!own.memory || !expected.memory) return;
  // NEVER among numbers of any size would hide them.
  const [kept, others] = [own.memory, expected.memory].map((x) => planeNumbers(x).maximum(-100));
  expect(await difference(kept!, others!), `${name}: memory`).toBeLessThan(tolerance);
}

describeOnEachBackend("losses of rows in kernels", () => {
  afterEach(() => {
    wasmLane()!.fused = true;
  });

  it("are all of those that say so", () => {
    expect(IDS.length).toBe(25);
    expect(composedArms(IDS.map((id) => headArm(id, 1)))).toEqual([]);
  });

  it.each(IDS)("%s has the reference's value, gradients and memory", async (id) => {
    for (const [learners, views, size] of SHAPES) {
      const one = caseOf([headArm(id, learners)], views, size, 7 * views + learners);
      await expectAlike(one, 2e-5, `${id} of ${views} views`);
    }
  });

  it.each(["bfloat16", "float16"] as const)("round to %s where the reference does", async (precision) => {
    const epsilon = precision === "float16" ? 2 ** -10 : 2 ** -7;
    for (const id of IDS) {
      const one = caseOf([headArm(id, 2, precision)], 14, 6, 31);
      await expectAlike(one, 0.5 * epsilon, `${id} in ${precision}`);
      const rounds = OBJECTIVES[id].kind !== "embeddings";
      const exact = run({ ...one, arms: [headArm(id, 2)] }).gradient;
      const moved = await difference(run(one).gradient, exact);
      if (rounds) expect(moved, id).toBeGreaterThan(1e-2 * epsilon);
      else expect(moved, id).toBe(0);
    }
  });

  it("stand beside each other in any order", async () => {
    for (let k = 0; k < 6; k++) {
      const next = pseudoRandom(100 + k);
      const ids = Array.from({ length: 5 }, () => IDS[Math.floor((0.5 + 0.5 * next()) * IDS.length) % IDS.length]!);
      const arms = ids.map((id, i) => headArm(id, 1 + ((i + k) % 3), i % 2 ? "bfloat16" : "float32"));
      const alone = arms.filter(({ precision }) => precision !== "bfloat16");
      await expectAlike(caseOf(alone, 12 + 2 * k, 5, k), 2e-5, ids.join());
      await expectAlike(caseOf(arms, 12 + 2 * k, 5, k), 2 ** -6, ids.join());
    }
  });

  it("pass no gradient through inner products to a view whose embedding is zero, nor NaN to the others", async () => {
    const arms = [headArm("nPair", 1), headArm("spectral", 1)];
    const one = caseOf(arms, 8, 4, 5);
    const mask = tf.range(0, 8).greater(0).toFloat().reshape([1, 8, 1]);
    await expectAlike({ ...one, z: one.z.mul(mask) }, 2e-5, "a zero");
  });

  it("are composed where kernels cannot read what they say, and come to the same", async () => {
    const { kind: _, ...infoNce } = OBJECTIVES.infoNce;
    const objective = anchorObjective({
      ...infoNce,
      wgsl: () => ({ form: "softmax", over: "negatives", row: "return LogitGradient(tan(v), -1.0, 1.0);" }),
    });
    const arm = { ...headArm("infoNce", 2), objective };
    expect(composedArms([arm, headArm("dclw", 1)])).toEqual([arm]);
    await expectAlike(caseOf([arm, headArm("sogClr", 1), headArm("dv", 2)], 10, 4, 3), 2e-5, "composed");
  });
}, ["wasm"]);
