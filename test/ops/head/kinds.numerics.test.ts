import * as tf from "@tensorflow/tfjs";
import { afterEach, expect, it } from "vitest";
import { StepBlock } from "../../../src/engine/stepBlock";
import { wasmLane } from "../../../src/engine/wasm/lane";
import type { ObjectiveId } from "../../../src/objectives";
import { contrastiveHead, stepHead } from "../../../src/ops/head";
import { normalize } from "../../../src/ops/head/contrasts";
import { type HeadState, labeledBatch, NO_STATE } from "../../../src/ops/head/state";
import type { HeadArm } from "../../../src/ops/head/types";
import { planeNumbers } from "../../../src/ops/parts/plane";
import { StepSink } from "../../../src/training/stepSink";
import { expectAllclose, flatten } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";
import { pseudoRandom, randomMatrix } from "../../support/float64";
import { headArm, OF_QUEUE } from "../../support/objectives";

/** Losses that see more than the cosines of a batch, in WebAssembly, held to the references. */

interface Shape {
  views: number;
  size: number;
}

interface Kind {
  arms(): HeadArm[];
  shapes: [views: number, size: number][];
  state(learners: number, shape: Shape): Partial<HeadState>;
}

const SEEDS = 2;
const arm = (id: ObjectiveId) => headArm(id, SEEDS);
const ofBatch = (id: ObjectiveId, batchSize: number) => ({ ...arm(id), batchSize });

/** Of each kind of loss arms, sizes of z, and what they see beside it. */
const KINDS: Record<string, Kind> = {
  "class scores": {
    arms: () => [arm("infoNce"), arm("supervised"), arm("flatNce")],
    shapes: [
      [6, 5],
      [14, 8],
      [32, 3],
    ],
    state: (learners, { views }) => ({ labeled: labeledOf(learners, views, (views % 9) + 2) }),
  },
  "standardized embeddings": {
    arms: () => [
      ...[arm("flatNce"), arm("barlowTwins"), arm("vicReg"), arm("infoNce")],
      headArm("barlowTwins", SEEDS, undefined, { redundancy: 0.3 }),
      headArm("vicReg", SEEDS, undefined, { variance: 3, covariance: 2 }),
    ],
    shapes: [
      [6, 5],
      [14, 8],
      [10, 71],
      [66, 3],
    ],
    state: () => ({}),
  },
  "batches of other sizes": {
    arms: () => [
      ...[ofBatch("infoNce", 3), ofBatch("flatNce", 5), ofBatch("supervised", 3), ofBatch("barlowTwins", 4)],
      ...[ofBatch("clip", 3), ofBatch("infoNceCe", 2)],
    ],
    shapes: [
      [10, 5],
      [14, 8],
    ],
    state: (learners, { views }) => ({ labeled: labeledOf(learners, views, 7) }),
  },
  "anchors against a queue": {
    arms: () => [...OF_QUEUE.map(arm), headArm("infoNceCe", SEEDS, "bfloat16")],
    shapes: [
      [6, 5],
      [10, 8],
      [22, 3],
    ],
    state: (learners, { views, size }) => ({
      queue: {
        keys: normalize(randomTensor([learners, views, size], 7)).unit as tf.Tensor3D,
        entries: normalize(randomTensor([learners, 5 * views + 3, size], 8)).unit as tf.Tensor3D,
      },
    }),
  },
};

function randomTensor(shape: [number, number, number], seed: number): tf.Tensor3D {
  const next = pseudoRandom(seed);
  return tf.tensor3d(Array.from({ length: shape[0] }, () => randomMatrix(shape[1], shape[2], next)));
}

function labeledOf(learners: number, views: number, classes: number): HeadState["labeled"] {
  const labels = tf.tensor1d(
    Array.from({ length: SEEDS * views }, (_, i) => (7 * i) % classes),
    "int32",
  );
  const samples = tf.range(0, (SEEDS * views) / 2, 1, "int32").reshape([SEEDS, views / 2]) as tf.Tensor2D;
  return labeledBatch(randomTensor([learners, views, classes], classes), { labels, samples });
}

/** As a test of one kind begins: random embeddings and what the losses see beside them. */
function begin(kind: Kind, [views, size]: [number, number]) {
  const arms = kind.arms();
  const learners = arms.length * SEEDS;
  const z = randomTensor([learners, views, size], views * size);
  const temperatures = Array.from({ length: learners }, (_, l) => [0.2, 0.5, 0.1][l % 3]!);
  const own = Math.max(...arms.map(({ objective }) => objective.learned));
  const learned = tf.zeros<tf.Rank.R3>([learners, 1, 1 + own]);
  return { arms, z, temperatures, state: { ...NO_STATE, learned, ...kind.state(learners, { views, size }) } };
}

/** The same in TensorFlow.js operations. */
function byReference<T>(work: () => T): T {
  const lane = wasmLane()!;
  lane.fused = false;
  try {
    return work();
  } finally {
    lane.fused = true;
  }
}

async function largest(x: tf.Tensor): Promise<number> {
  return Math.max(...(await flatten(x)).map(Math.abs));
}

describeOnEachBackend("the WebAssembly head", () => {
  afterEach(() => {
    wasmLane()!.fused = true;
  });

  const CASES = Object.entries(KINDS).flatMap(([name, kind]) =>
    kind.shapes.map((shape) => [name, ...shape, kind] as const),
  );
  it.each(CASES)("agrees with the references on losses of %s: N = %i, D = %i", async (_, views, size, kind) => {
    const { arms, z, temperatures, state } = begin(kind, [views, size]);
    const tau = tf.tensor3d(temperatures, [temperatures.length, 1, 1]);
    const head = () => contrastiveHead(z, tau, arms, state);
    const [ours, reference] = [head(), byReference(head)];
    for (const part of ["gradient", "learned", "ofScores"] as const) {
      const expected = reference[part];
      expect(ours[part] === null, part).toBe(expected === null);
      if (expected) await expectAllclose(ours[part]!, expected, { atol: 5e-6 * (await largest(expected)) });
    }
    await expectAllclose(ours.metrics, reference.metrics, { rtol: 1e-5, atol: 5e-6 });
    await expectAllclose(ours.logXi, reference.logXi, { atol: 5e-6 });
    await expectAllclose(
      planeNumbers(ours.ess()),
      byReference(() => planeNumbers(reference.ess())),
    );
  });

  it.each(Object.entries(KINDS))("is made of kernels alone for %s", async (_, kind) => {
    const { arms, z, temperatures, state } = begin(kind, kind.shapes[0]!);
    const learners = temperatures.length;
    const [block, sink] = [new StepBlock(learners), new StepSink({ learners, views: z.shape[1] })];
    block.set({ slot: 1, temperatures });
    const recording = wasmLane()!.record(() => {
      tf.tidy(() => {
        stepHead(z, { block, temperature: null }, arms, sink, state).ess();
      });
    });
    expect(recording.refusal).toBeNull();
    expect(recording.dispatches).toBeGreaterThan(4);
  });
}, ["wasm"]);
