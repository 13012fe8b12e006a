import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { playgroundBackend } from "../../src/engine/webgpu/register";
import { normalizeBy, normalizeSets } from "../../src/ops/norm";
import type { Sets } from "../../src/ops/norm/types";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { type PlainNorm, plainGradient, plainNormalize, plainStatistics } from "../support/normalization";
import { type Plain, plainRandom } from "../support/stackedReference";
import { toTensor } from "../support/tensors";

/** Learners, samples, pixels, channels; samples and channels of a set. */
const CASES: [shape: [number, number, number, number], sets: Sets][] = [
  // Batch normalization, of vectors too.
  [[2, 4, 6, 4], { samples: 2, channels: 1 }],
  [[1, 6, 1, 3], { samples: 3, channels: 1 }],
  [[2, 2, 9, 2], { samples: 2, channels: 1 }],
  // Group normalization; sets that are no whole vectors.
  [[2, 3, 4, 8], { samples: 1, channels: 4 }],
  [[1, 2, 5, 6], { samples: 1, channels: 3 }],
  [[2, 3, 1, 16], { samples: 1, channels: 8 }],
];
/** No whole vectors of four channels. */
const REMAINDERS: typeof CASES = [
  [[2, 4, 3, 5], { samples: 2, channels: 1 }],
  [[1, 2, 7, 1], { samples: 1, channels: 1 }],
  [[1, 3, 2, 10], { samples: 1, channels: 5 }],
];
const NAMES = ["x", "scale", "offset", "residual"] as const;
const TOLERANCE = { rtol: 2e-4, atol: 2e-5 };

function randomInputs([l, n, p, c]: [number, number, number, number]): PlainNorm & { dy: Plain } {
  const x = plainRandom([l, n, p, c], 1);
  // Far from zero beside their spread, where sums of squares would cancel.
  x.values.forEach((value, i) => {
    x.values[i] = Math.fround(30 + value);
  });
  return {
    x,
    scale: plainRandom([l, 1, c], 2),
    offset: plainRandom([l, 1, c], 3),
    residual: plainRandom([l, n, p, c], 4),
    dy: plainRandom([l, n, p, c], 5),
  };
}

const relu = (sets: Sets) => (x: tf.Tensor, scale: tf.Tensor, offset: tf.Tensor, residual?: tf.Tensor) =>
  normalizeSets(
    x,
    { scale: scale as tf.Tensor3D, offset: offset as tf.Tensor3D, residual: residual ?? null, activation: "relu" },
    sets,
  );

describeOnEachBackend("normalizeSets", (backend) => {
  const cases = backend === "wasm" ? [...CASES, ...REMAINDERS] : CASES;
  it.each(cases)("gives value, statistics and gradients for x [%s] and sets of %o", async (shape, sets) => {
    const { dy, ...inputs } = randomInputs(shape);
    const tensors = NAMES.map((name) => toTensor<tf.Tensor>(inputs[name])) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const expected = plainStatistics(inputs.x, sets);
    const { y, statistics } = relu(sets)(...tensors);
    expect(statistics.shape).toEqual(expected.shape);
    await expectAllclose(statistics, expected.values, TOLERANCE);
    await expectAllclose(y, plainNormalize(inputs, expected).values, TOLERANCE);
    const gradients = tf.grads((...given) => relu(sets)(...(given as typeof tensors)).y)(tensors, toTensor(dy));
    for (const [i, name] of NAMES.entries()) {
      expect(gradients[i]!.shape).toEqual(inputs[name].shape);
      await expectAllclose(gradients[i]!, plainGradient(inputs, name, dy, sets).values, TOLERANCE);
    }
  });

  it("passes the gradient to a residual as it is where nothing is activated", async () => {
    const { dy, ...inputs } = randomInputs([1, 2, 3, 4]);
    const [x, scale, offset, residual] = NAMES.map((name) => toTensor<tf.Tensor3D>(inputs[name]));
    const add = (residual: tf.Tensor) => {
      const layer = { scale: scale!, offset: offset!, residual, activation: "linear" } as const;
      return normalizeSets(x!, layer, { samples: 2, channels: 1 }).y;
    };
    await expectAllclose(tf.grad(add)(residual!, toTensor(dy)), dy.values);
    const without = relu({ samples: 2, channels: 1 })(x!, scale!, offset!).y;
    const none = { ...inputs, residual: { ...inputs.residual, values: new Float64Array(24) } };
    await expectAllclose(
      without,
      plainNormalize(none, plainStatistics(inputs.x, { samples: 2, channels: 1 })).values,
      TOLERANCE,
    );
  });

  it("takes statistics that are given", async () => {
    const { dy: _, ...inputs } = randomInputs([2, 3, 2, 4]);
    const running = plainStatistics(randomInputs([2, 3, 5, 4]).x, { samples: 3, channels: 1 });
    const layer = {
      scale: toTensor<tf.Tensor3D>(inputs.scale),
      offset: toTensor<tf.Tensor3D>(inputs.offset),
      residual: toTensor<tf.Tensor>(inputs.residual),
      activation: "relu",
    } as const;
    const y = normalizeBy(toTensor(inputs.x), layer, toTensor<tf.Tensor>(running).reshape([2, 2, 4]));
    await expectAllclose(y, plainNormalize(inputs, running).values, TOLERANCE);
  });

  it("refuses sets that divide nothing", () => {
    const { dy: _, ...inputs } = randomInputs([1, 3, 2, 4]);
    const tensors = NAMES.map((name) => toTensor<tf.Tensor>(inputs[name])) as [tf.Tensor, tf.Tensor, tf.Tensor];
    expect(() => relu({ samples: 2, channels: 1 })(...tensors)).toThrow(/2 samples.*do not divide 3 samples/);
  });
});

describeOnEachBackend("normalizeSets in WGSL", (backend) => {
  const itOnWebGpu = it.runIf(backend === "webgpu");

  itOnWebGpu("sends three programs forwards and three backwards, and splits large images", async () => {
    const { dy, ...inputs } = randomInputs([1, 2, 64, 4]);
    const tensors = NAMES.map((name) => toTensor<tf.Tensor>(inputs[name])) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const [up, sets] = [toTensor<tf.Tensor>(dy), { samples: 2, channels: 1 }];
    const differentiate = () => tf.grads((...given) => relu(sets)(...(given as typeof tensors)).y)(tensors, up);
    let gradients: tf.Tensor[] = [];
    const { dispatches } = playgroundBackend()!.record(() => {
      gradients = differentiate();
    });
    expect(dispatches).toBe(6);
    playgroundBackend()!.fused = false;
    const composed = differentiate();
    playgroundBackend()!.fused = true;
    for (const [i, gradient] of gradients.entries()) await expectAllclose(gradient, composed[i]!, TOLERANCE);
  });

  itOnWebGpu("shows that a learner diverged", async () => {
    const { dy: _, ...inputs } = randomInputs([1, 2, 3, 4]);
    inputs.x.values[0] = Number.NaN;
    const tensors = NAMES.map((name) => toTensor<tf.Tensor>(inputs[name])) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const y = await relu({ samples: 2, channels: 4 })(...tensors).y.data();
    expect(y.every(Number.isNaN)).toBe(true);
  });
});

/** The samples of a set that count, of each learner. */
const OWN: [shape: [number, number, number, number], own: number[]][] = [
  [
    [3, 8, 6, 4],
    [4, 2, 3],
  ],
  [
    [2, 6, 1, 5],
    [2, 3],
  ],
];

describeOnEachBackend("normalizeSets of batches of other sizes", () => {
  it.each(OWN)("is that of each learner by itself, for x [%s] of which %s count", async (shape, own) => {
    const { dy, ...inputs } = randomInputs(shape);
    const [learners, samples] = shape;
    const half = samples / 2;
    const tensors = NAMES.map((name) => toTensor<tf.Tensor>(inputs[name]));
    const countsAt = own.map((count) => Array.from({ length: samples }, (_, i) => Number(i % half < count)));
    const upstream = toTensor<tf.Tensor>(dy).mul(tf.tensor(countsAt.flat(), [learners, samples, 1, 1]));
    const layer = relu({ samples: half, channels: 1, own });
    const grads = tf.grads((...given) => layer(...(given as Parameters<typeof layer>)).y)(tensors, upstream);
    const { statistics } = layer(...(tensors as Parameters<typeof layer>));
    for (const [l, count] of own.entries()) {
      const rows = Array.from({ length: samples }, (_, i) => i).filter((i) => i % half < count);
      const cut = (x: tf.Tensor) => tf.gather(x.slice(l, 1), tf.tensor1d(rows, "int32"), 1);
      const [x, scale, offset, residual] = tensors as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
      const alone = [cut(x), scale.slice(l, 1), offset.slice(l, 1), cut(residual)] as const;
      const ofOwn = relu({ samples: count, channels: 1 });
      const expected = tf.grads((...given) => ofOwn(...(given as Parameters<typeof layer>)).y)(
        [...alone],
        cut(upstream),
      );
      await expectAllclose(statistics.slice(l, 1), ofOwn(...alone).statistics, TOLERANCE);
      for (const [k, gradient] of grads.entries()) {
        const ours = NAMES[k] === "x" || NAMES[k] === "residual" ? cut(gradient) : gradient.slice(l, 1);
        await expectAllclose(ours, expected[k]!, TOLERANCE);
      }
      const beyond = grads[0]!.slice(l, 1).abs().sum().sub(cut(grads[0]!).abs().sum());
      await expectAllclose(beyond, 0, { atol: 1e-5 });
    }
  });
});
