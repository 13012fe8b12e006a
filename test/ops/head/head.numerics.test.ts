import * as tf from "@tensorflow/tfjs";
import { afterEach, expect, it } from "vitest";
import { StepBlock } from "../../../src/engine/stepBlock";
import { wasmLane } from "../../../src/engine/wasm/lane";
import { playgroundBackend } from "../../../src/engine/webgpu/register";
import { OBJECTIVE_IDS } from "../../../src/objectives";
import type { AnchorObjective } from "../../../src/objectives/types";
import { composedArms, contrastiveHead, stepHead } from "../../../src/ops/head";
import { NO_STATE } from "../../../src/ops/head/state";
import type { HeadArm } from "../../../src/ops/head/types";
import { planeNumbers } from "../../../src/ops/parts/plane";
import { StepSink } from "../../../src/training/stepSink";
import { expectAllclose, flatten } from "../../support/allclose";
import { type BackendName, describeOnEachBackend } from "../../support/backends";
import { ntXent, numericalGradient, potential, pseudoRandom, randomMatrix } from "../../support/float64";
import { headArm, LABEL_FREE_IDS } from "../../support/objectives";
import { bits } from "../../support/tensors";

/** The backend with kernels; there is nothing to test on the others. */
const fusing = (): { fused: boolean } => wasmLane() ?? playgroundBackend()!;

const ONE_OF_EACH = [headArm("infoNceCe", 1), headArm("infoNce", 1), headArm("flatNce", 1)];

function randomInput(learners: number, views: number, size: number, taus: number[]): [tf.Tensor3D, tf.Tensor3D] {
  const next = pseudoRandom(learners * views * size);
  const z = Array.from({ length: learners }, () => randomMatrix(views, size, next));
  const temperatures = Array.from({ length: learners }, (_, l) => taus[l % taus.length]!);
  return [tf.tensor3d(z), tf.tensor3d(temperatures, [learners, 1, 1])];
}

/** The same head in TensorFlow.js operations. */
function composed(...input: Parameters<typeof contrastiveHead>): ReturnType<typeof contrastiveHead> {
  fusing().fused = false;
  try {
    return contrastiveHead(...input);
  } finally {
    fusing().fused = true;
  }
}

async function largest(x: tf.Tensor): Promise<number> {
  return Math.max(...(await flatten(x)).map(Math.abs));
}

const body = (backend: BackendName) => {
  afterEach(() => {
    fusing().fused = true;
  });

  it.each([
    [3, 4, 2],
    [3, 6, 3],
    [6, 10, 5],
    [3, 16, 8],
    [3, 30, 17],
    [3, 64, 32],
    [3, 256, 12],
  ])("agrees with the composed one: L = %i, N = %i, D = %i", async (learners, views, size) => {
    const [z, temperatures] = randomInput(learners, views, size, [0.07, 0.5, 0.2]);
    const arms = ONE_OF_EACH.map((one) => ({ ...one, learners: learners / 3 }));
    const state = { ...NO_STATE, learned: tf.zeros<tf.Rank.R3>([learners, 1, 1]) };
    const fused = contrastiveHead(z, temperatures, arms, state);
    const reference = composed(z, temperatures, arms, state);
    await expectAllclose(fused.learned!, reference.learned!, { rtol: 1e-4, atol: 1e-5 });
    await expectAllclose(fused.gradient, reference.gradient, { atol: 3e-6 * (await largest(reference.gradient)) });
    await expectAllclose(fused.metrics, reference.metrics, { atol: 2e-6 });
    await expectAllclose(fused.logXi, reference.logXi, { atol: 3e-6 });
    await expectAllclose(planeNumbers(fused.ess()), planeNumbers(reference.ess()));
  });

  it.runIf(backend === "webgpu")("has all objectives", () => {
    expect(composedArms(OBJECTIVE_IDS.map((id) => headArm(id, 1)))).toEqual([]);
  });

  // Not in one cohort: a software adapter takes long to compile a program with all of them.
  const GROUPS = Array.from({ length: 6 }, (_, group) => LABEL_FREE_IDS.filter((_, k) => k % 6 === group));
  it.each(GROUPS)("has %s beside each other, whatever their pairing and their form", async (...ids) => {
    const [z, temperatures] = randomInput(ids.length, 10, 6, [0.2, 0.5]);
    for (const precision of ["float32", "bfloat16"] as const) {
      const arms = ids.map((id) => headArm(id, 1, precision));
      const fused = contrastiveHead(z, temperatures, arms);
      const reference = composed(z, temperatures, arms);
      const tolerance = precision === "float32" ? 5e-6 : 8e-3;
      for (const [l, id] of ids.entries()) {
        const [own, expected] = [fused.gradient, reference.gradient].map((gradient) => gradient.slice(l, 1));
        const scale = await largest(expected!);
        expect(await largest(own!.sub(expected!)), `${id} in ${precision}`).toBeLessThan(tolerance * scale);
      }
      if (precision === "float32") await expectAllclose(fused.metrics, reference.metrics, { rtol: 2e-5, atol: 1e-5 });
    }
  });

  it("agrees with float64", async () => {
    const [z, temperatures] = randomInput(3, 10, 6, [0.07, 0.1, 0.3]);
    const plain = (await z.array()) as number[][][];
    const taus = [0.07, 0.1, 0.3];
    const losses = [ntXent, ntXent, potential];
    const expected = plain.map((own, l) => numericalGradient((x) => losses[l]!(x, taus[l]!), own));
    const { gradient } = contrastiveHead(z, temperatures, ONE_OF_EACH);
    await expectAllclose(gradient, expected, { rtol: 2e-5, atol: 3e-5 });
  });

  it.each([
    ["float16", 2 ** -10],
    ["bfloat16", 2 ** -7],
    ["float8e4m3", 2 ** -3],
  ] as const)("rounds to %s as the composed one does, up to a unit where exp differs", async (precision, epsilon) => {
    const [z, temperatures] = randomInput(4, 12, 5, [0.1, 0.4]);
    const arms = [headArm("infoNceCe", 1, precision), headArm("flatNce", 2, precision), headArm("infoNce", 1)];
    const fused = contrastiveHead(z, temperatures, arms);
    const reference = composed(z, temperatures, arms);
    const scale = await largest(reference.gradient);
    await expectAllclose(fused.gradient, reference.gradient, { rtol: 0, atol: 0.5 * epsilon * scale });
    await expectAllclose(fused.logXi, reference.logXi, { atol: 3e-6 });
    // Low precision is no rounding error of float32, so it must be there.
    const exact = contrastiveHead(z, temperatures, [
      headArm("infoNceCe", 1),
      headArm("flatNce", 2),
      headArm("infoNce", 1),
    ]);
    expect(await largest(fused.gradient.sub(exact.gradient))).toBeGreaterThan(1e-2 * epsilon * scale);
    await expectAllclose(fused.gradient.slice(3), exact.gradient.slice(3), { rtol: 0, atol: 0 });
    await expectAllclose(fused.logXi, exact.logXi, { rtol: 0, atol: 0 });
  });

  it.runIf(backend === "webgpu")("takes five programs, however many learners and arms there are", () => {
    const programs = (arms: HeadArm[]) => {
      const learners = arms.reduce((sum, one) => sum + one.learners, 0);
      const [z, temperatures] = randomInput(learners, 8, 4, [0.1]);
      return playgroundBackend()!.record(() => {
        contrastiveHead(z, temperatures, arms);
      }).dispatches;
    };
    expect(programs([headArm("infoNce", 1), headArm("flatNce", 1)])).toBe(5);
    expect(programs([headArm("infoNce", 8), headArm("flatNce", 4, "bfloat16"), headArm("infoNceCe", 4)])).toBe(5);
  });

  it.runIf(backend === "wasm")(
    "is made of kernels that a recording calls again, for every objective that has some",
    async () => {
      const arms = LABEL_FREE_IDS.flatMap((id) => {
        const arm = headArm(id, 1);
        return composedArms([arm]).length > 0 ? [] : [arm];
      });
      expect(arms.length).toBeGreaterThan(14);
      const learners = arms.length;
      const [z] = randomInput(learners, 14, 7, [0.2]);
      const [block, sink] = [new StepBlock(learners), new StepSink({ learners, views: 14 })];
      block.set({ slot: 3, temperatures: new Float32Array(learners).fill(0.2) });
      const lane = wasmLane()!;
      const gradients: tf.Tensor[] = [];
      const work = () => gradients.push(stepHead(z, { block, temperature: null }, arms, sink).gradient);
      const recording = lane.record(work);
      expect(recording.refusal).toBeNull();
      const again = lane.record(work);
      expect(recording.equals(again)).toBe(true);
      block.set({ temperatures: new Float32Array(learners).fill(0.4) });
      lane.replay(recording);
      work();
      expect(await bits(gradients[0]!)).toEqual(await bits(gradients[2]!));
      expect(await bits(gradients[0]!)).not.toEqual(await bits(gradients[1]!));
    },
  );

  it("works an arm without WGSL out beside the others, which stay equal to the bit", async () => {
    const [z, temperatures] = randomInput(5, 10, 6, [0.2, 0.5]);
    const usual = [headArm("flatNce", 2), headArm("infoNce", 2), headArm("jsd", 1)];
    const { wgsl: _, ...objective } = usual[1]!.objective as AnchorObjective;
    const arms = [usual[0]!, { ...usual[1]!, objective }, usual[2]!];
    const state = { ...NO_STATE, learned: tf.zeros<tf.Rank.R3>([5, 1, 1]) };
    const [mixed, fused] = [arms, usual].map((all) => contrastiveHead(z, temperatures, all, state));
    for (const [from, count] of [
      [0, 2],
      [4, 1],
    ] as const)
      for (const part of ["gradient", "metrics", "learned"] as const)
        expect(await bits(mixed![part]!.slice(from, count))).toEqual(await bits(fused![part]!.slice(from, count)));
    await expectAllclose(mixed!.gradient, fused!.gradient, { atol: 3e-6 * (await largest(fused!.gradient)) });
    await expectAllclose(mixed!.metrics, fused!.metrics, { atol: 2e-6 });
    await expectAllclose(mixed!.learned!, fused!.learned!, { rtol: 1e-4, atol: 1e-5 });
  });

  it("reads the temperatures from the step's block and leaves its values where the sink says", async () => {
    const [z, temperatures] = randomInput(3, 8, 4, [0.1, 0.3, 0.2]);
    const [block, sink] = [new StepBlock(3), new StepSink({ learners: 3, views: 8 })];
    block.set({ slot: sink.metrics.slotOf(5), temperatures: [0.1, 0.3, 0.2] });
    const { gradient } = stepHead(z, { block, temperature: null }, ONE_OF_EACH, sink);
    for (const ring of [sink.metrics, sink.logXi]) ring.advance(5);
    const alone = contrastiveHead(z, temperatures, ONE_OF_EACH);
    expect(await bits(gradient)).toEqual(await bits(alone.gradient));
    expect(Array.from((await sink.metrics.drain()).values)).toEqual(await flatten(alone.metrics));
    expect(Array.from((await sink.logXi.drain()).values)).toEqual(await flatten(alone.logXi));
  });

  it("repeats to the bit", async () => {
    const [z, temperatures] = randomInput(3, 34, 16, [0.05]);
    const [first, second] = [0, 1].map(() => contrastiveHead(z, temperatures, ONE_OF_EACH));
    expect(await bits(first!.gradient)).toEqual(await bits(second!.gradient));
    expect(await bits(first!.metrics)).toEqual(await bits(second!.metrics));
  });

  it("passes no gradient to a view whose embedding is zero", async () => {
    const [z, temperatures] = randomInput(3, 8, 4, [0.1]);
    const mask = tf.ones([3, 8, 4]).mul(tf.range(0, 8).greater(0).toFloat().reshape([1, 8, 1]));
    const { gradient } = contrastiveHead(z.mul(mask), temperatures, ONE_OF_EACH);
    const values = (await gradient.array()) as number[][][];
    for (const learner of values) expect(learner[0]!.map(Math.abs)).toEqual([0, 0, 0, 0]);
    expect(values.flat(2).every(Number.isFinite)).toBe(true);
  });

  it("leaves objectives without WGSL to the composed one", async () => {
    const whole = headArm("flatNce", 2);
    const { wgsl: _, ...objective } = whole.objective as AnchorObjective;
    const [z, temperatures] = randomInput(2, 6, 3, [0.2]);
    const arms = [{ ...whole, objective }];
    const [block, sink] = [new StepBlock(2), new StepSink({ learners: 2, views: 6 })];
    block.set({ slot: sink.metrics.slotOf(1), temperatures: [0.2, 0.2] });
    const fused = contrastiveHead(z, temperatures, [whole]);
    await expectAllclose(contrastiveHead(z, temperatures, arms).gradient, fused.gradient, { atol: 1e-6 });
    const step = stepHead(z, { block, temperature: null }, arms, sink);
    await expectAllclose(step.gradient, fused.gradient, { atol: 1e-6 });
    for (const ring of [sink.metrics, sink.logXi]) ring.advance(1);
    await expectAllclose((await sink.metrics.drain()).values, fused.metrics, { atol: 1e-5 });
    await expectAllclose((await sink.logXi.drain()).values, fused.logXi, { atol: 1e-5 });
  });
};

describeOnEachBackend("fused head", body, ["wasm", "webgpu"]);
