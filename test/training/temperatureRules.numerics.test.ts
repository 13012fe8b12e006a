import * as tf from "@tensorflow/tfjs";
import { afterEach, describe, expect, it } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { temperatureAt } from "../../src/config/temperature";
import { gradientInPlace } from "../../src/engine/inPlace";
import { createStateTensor } from "../../src/engine/stateTensor";
import { StepBlock } from "../../src/engine/stepBlock";
import { playgroundBackend } from "../../src/engine/webgpu/register";
import type { ParameterSpec } from "../../src/models/types";
import { contrastiveHead, stepHead } from "../../src/ops/head";
import { NO_STATE } from "../../src/ops/head/state";
import { initialize } from "../../src/ops/parameters/parameters";
import { wholePlane } from "../../src/ops/parts/plane";
import { createOptimizer } from "../../src/optim";
import { type LiveTemperatures, liveTemperatures } from "../../src/training/state/temperatureRules";
import { StepSink } from "../../src/training/stepSink";
import { expectAllclose, flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { gradientsOf, tinyConfig, underway } from "../support/experiment";
import { type Matrix, mean, ntXent, potential, pseudoRandom, randomMatrix } from "../support/float64";
import { headArm } from "../support/objectives";
import { bits } from "../support/tensors";

const live = (changes: ExperimentInput) =>
  liveTemperatures(tinyConfig({ seeds: 1, ...changes }), true) as LiveTemperatures;

function blockOf(temperatures: number[]): StepBlock {
  const block = new StepBlock(temperatures.length);
  block.set({ temperatures });
  return block;
}

const column = (values: number[]) => tf.tensor3d(values, [values.length, 1, 1]);

describe("a scheduled temperature", () => {
  it("goes from the arm's own to the last one in equal ratios; a fixed one stays", () => {
    const config = tinyConfig({
      steps: 5,
      temperature: 0.4,
      temperatureRule: { id: "scheduled", end: 0.025 },
      arms: [{ objective: "infoNce" }, { objective: "flatNce", temperatureRule: "fixed" }],
    });
    const [scheduled, fixed] = config.arms;
    const values = [0, 1, 2, 3, 4, 9].map((step) => temperatureAt(config, scheduled!, step));
    expect(values.map((value) => Number(value.toPrecision(9)))).toEqual([0.4, 0.2, 0.1, 0.05, 0.025, 0.025]);
    expect(temperatureAt(config, fixed!, 3)).toBe(0.4);
  });

  it("asks for no state", () => {
    expect(liveTemperatures(tinyConfig({ temperatureRule: { id: "scheduled" } }), false)).toBeNull();
  });
});

describeOnEachBackend("the gradient of the logarithm of the inverse temperature", (backend) => {
  afterEach(() => {
    const webGpu = playgroundBackend();
    if (webGpu) webGpu.fused = true;
  });

  it("is that of float64, in the fused head and in the composed one", async () => {
    const next = pseudoRandom(8);
    const [taus, losses] = [
      [0.1, 0.4, 0.25],
      [ntXent, ntXent, potential],
    ];
    const z = taus.map(() => randomMatrix(10, 5, next));
    const expected = z.map((own, l) => {
      const at = (logScale: number) => losses[l]!(own, taus[l]! * Math.exp(-logScale));
      return (at(1e-5) - at(-1e-5)) / 2e-5;
    });
    const arms = [headArm("infoNceCe", 1), headArm("infoNce", 1), headArm("flatNce", 1)];
    const state = { ...NO_STATE, learned: tf.zeros<tf.Rank.R3>([3, 1, 1]) };
    for (const fused of backend === "webgpu" ? [true, false] : [false]) {
      const webGpu = playgroundBackend();
      if (webGpu) webGpu.fused = fused;
      const { learned } = contrastiveHead(tf.tensor3d(z), column(taus), arms, state);
      expect(learned!.shape).toEqual([3, 1, 1]);
      await expectAllclose(learned!.flatten(), expected, { rtol: 2e-4, atol: 1e-4 });
    }
  });

  it("is that of float64 with the negatives of a queue", async () => {
    const next = pseudoRandom(9);
    const unit = (rows: number[][]) => rows.map((row) => row.map((x) => x / Math.hypot(...row)));
    const [z, keys, entries] = [6, 6, 5].map((rows) => randomMatrix(rows, 4, next)) as [Matrix, Matrix, Matrix];
    const dot = (a: number[], b: number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
    const loss = (tau: number) =>
      mean(
        unit(z).map((u, i) => {
          const positive = dot(u, unit(keys)[(i + 3) % 6]!);
          const xi = unit(entries).reduce((sum, entry) => sum + Math.exp((dot(u, entry) - positive) / tau), 0);
          return Math.log1p(xi);
        }),
      );
    const expected = (loss(0.3 * Math.exp(-1e-5)) - loss(0.3 * Math.exp(1e-5))) / 2e-5;
    const queue = { keys: tf.tensor3d([unit(keys)]), entries: tf.tensor3d([unit(entries)]) };
    const state = { ...NO_STATE, learned: tf.zeros<tf.Rank.R3>([1, 1, 1]), queue };
    const { learned } = contrastiveHead(tf.tensor3d([z]), column([0.3]), [headArm("infoNce", 1)], state);
    await expectAllclose(learned!.flatten(), [expected], { rtol: 2e-4, atol: 1e-5 });
  });

  it("leaves the rest of the head as it is", async () => {
    const z = tf.tensor3d([randomMatrix(8, 4, pseudoRandom(2)), randomMatrix(8, 4, pseudoRandom(3))]);
    const [arms, tau] = [[headArm("infoNce", 2)], column([0.1, 0.3])];
    const plain = contrastiveHead(z, tau, arms);
    const learning = contrastiveHead(z, tau, arms, { ...NO_STATE, learned: tf.zeros([2, 1, 1]) });
    expect(await bits(learning.gradient)).toEqual(await bits(plain.gradient));
    expect(await bits(learning.metrics)).toEqual(await bits(plain.metrics));
  });
});

describeOnEachBackend("a step's head", () => {
  it("takes the temperatures that it is given instead of the block's, and the slot from the block", async () => {
    const z = tf.tensor3d([randomMatrix(8, 4, pseudoRandom(4)), randomMatrix(8, 4, pseudoRandom(5))]);
    const [arms, temperature] = [[headArm("infoNce", 1), headArm("flatNce", 1)], column([0.1, 0.3])];
    const [block, sink] = [blockOf([0.9, 0.9]), new StepSink({ learners: 2, views: 8 })];
    block.set({ slot: sink.metrics.slotOf(3) });
    const { gradient } = stepHead(z, { block, temperature }, arms, sink);
    sink.metrics.advance(3);
    const alone = contrastiveHead(z, temperature, arms);
    expect(await bits(gradient)).toEqual(await bits(alone.gradient));
    expect(Array.from((await sink.metrics.drain()).values)).toEqual(await flatten(alone.metrics));
  });
});

describeOnEachBackend("a learned temperature", () => {
  const config = {
    temperature: 0.2,
    temperatureRule: { id: "learned", minimum: 0.05, maximum: 0.8 },
    arms: Array.from({ length: 5 }, (_, arm) => ({
      objective: "flatNce" as const,
      ...(arm === 4 ? { temperatureRule: "fixed" as const } : {}),
    })),
  } satisfies ExperimentInput;

  it("is the config's divided by e^l, within its bounds; another arm's is untouched to the bit", async () => {
    const learned = column([0.5, -0.5, 9, -9, 9]);
    const tau = live(config).effective(blockOf([0.2, 0.2, 0.2, 0.2, 0.1]), learned.mul(column([1, 1, 1, 1, 0])));
    await expectAllclose(tau.flatten(), [0.2 * Math.exp(-0.5), 0.2 * Math.exp(0.5), 0.05, 0.8, 0.1]);
    expect((await bits(tau)).at(-1)).toBe((await bits(tf.tensor1d([0.1])))[0]);
  });

  it("goes back into its bounds; one that is not learned stays 0, and the numbers beside it stay", async () => {
    const block = blockOf([0.2, 0.2, 0.2, 0.2, 0.2]);
    const pairs = [1, 2, -1, -2, 2].flatMap((l, row) => [l, row]);
    const learned = createStateTensor<tf.Rank.R3>([5, 1, 2], Float32Array.from(pairs)).tensor;
    live(config).bound(learned, block);
    const bounded = [1, Math.log(4), -1, -Math.log(4), 0];
    await expectAllclose(
      learned.flatten(),
      bounded.flatMap((l, row) => [l, row]),
    );
  });

  it("stays at a bound whatever the momentum, and leaves it as soon as the update turns", async () => {
    const spec: ParameterSpec = {
      name: "learned",
      shape: [1, 1],
      isExempt: true,
      isOfLoss: true,
      init: { kind: "zeros" },
    };
    const parameters = initialize({ parameters: [spec] }, [1], 1);
    const [learned, block] = [parameters.tensors[0] as tf.Tensor3D, blockOf([0.2])];
    const rules = live({ ...config, arms: [{ objective: "flatNce" }] });
    const optimizer = createOptimizer({ ...tinyConfig().optimizer, id: "sgd", momentum: 0.9 }, parameters);
    block.set({ learningRates: [0.1] });
    const after = async (steps: number, gradient: number) => {
      for (let step = 0; step < steps; step++) {
        optimizer.apply([gradientInPlace(tf.fill([1, 1, 1], gradient), learned)], block);
        rules.bound(learned, block);
      }
      return (await flatten(learned))[0]!;
    };
    // A velocity of ten gradients, which the first seven against it turn.
    expect(await after(60, -1)).toBeCloseTo(Math.log(4), 5);
    expect(await after(6, 1)).toBeCloseTo(Math.log(4), 5);
    expect(await after(3, 1)).toBeLessThan(Math.log(4) - 0.1);
  });
});

describeOnEachBackend("the ESS controller", () => {
  it("brings random unit vectors to the target from both sides", async () => {
    const [views, size] = [64, 64];
    const rules = live({
      // A larger gain than the usual one, for fewer steps.
      temperatureRule: { id: "ess", target: 0.2, gain: 0.03, minimum: 0.001, maximum: 10 },
      arms: [1, 0.01].map((temperature) => ({ objective: "infoNce", temperature })),
    });
    const block = blockOf([1, 0.01]);
    const arms = [headArm("infoNce", 2)];
    const batches = [1, 2, 3, 4].map((seed) =>
      tf.randomNormal<tf.Rank.R3>([1, views, size], 0, 1, "float32", seed).tile([2, 1, 1]),
    );
    for (let step = 0; step < 100; step++)
      tf.tidy(() => {
        const z = batches[step % batches.length] as tf.Tensor3D;
        rules.control(contrastiveHead(z, rules.effective(block, null), arms).ess, block);
      });
    const inverse = (await flatten(rules.effective(block, null))).map((tau) => 1 / tau);
    // In float64, on fresh vectors, with a gain of 0.01: 12.7 to 12.9.
    expect(Math.min(...inverse)).toBeGreaterThan(11.6);
    expect(Math.max(...inverse)).toBeLessThan(14.1);
  });

  it("stays at its bounds and leaves them at once, and leaves other arms alone", async () => {
    const rules = live({
      arms: [
        { objective: "infoNce", temperature: 0.1 },
        { objective: "infoNce", temperatureRule: "fixed" },
      ],
      temperatureRule: { id: "ess", target: 0.5, gain: 0.1, minimum: 0.09, maximum: 0.2 },
    });
    const block = blockOf([0.1, 0.3]);
    const [even, uneven] = [wholePlane(tf.fill([2, 6], 4)), wholePlane(tf.fill([2, 6], 1))] as const;
    for (let step = 0; step < 30; step++) rules.control(() => even, block);
    await expectAllclose(rules.effective(block, null).flatten(), [0.09, 0.3]);
    rules.control(() => uneven, block);
    await expectAllclose(rules.effective(block, null).flatten(), [0.1, 0.3]);
  });
});

describeOnEachBackend("training with a learned temperature", () => {
  const changes = {
    dataset: { id: "points", layout: "rings", classes: 4, samples: 64 },
    augmentation: { strength: 0, noise: 0.02 },
    seeds: 1,
    temperature: 0.2,
    optimizer: { id: "sgd", learningRate: 0.01 },
    arms: [{ objective: "infoNce" }, { objective: "flatNce" }],
  } satisfies ExperimentInput;

  /** Temperatures after some steps. */
  async function after(steps: number, minimum: number): Promise<number[]> {
    const { cohort, training, temperatures } = await underway({
      ...changes,
      temperatureRule: { id: "learned", minimum },
    });
    for (let step = 0; step < steps; step++) training.update(step);
    expect(cohort.parameters.specs.at(-1)?.name).toBe("learned");
    return temperatures();
  }

  it("drives FlatNCE's to a floor that InfoNCE's does not come near, and stops at one that it is given", async () => {
    const [infoNce = 0, flatNce = 0] = await after(60, 0.001);
    expect(flatNce).toBeLessThan(0.002);
    expect(infoNce).toBeGreaterThan(0.05);
    const [, clamped] = await after(60, 0.05);
    expect(clamped).toBeCloseTo(0.05, 6);
  });

  it("goes down the gradient by the learning rate", async () => {
    const rate = 0.01;
    const { cohort, training, source } = await underway({
      ...changes,
      temperatureRule: { id: "learned", minimum: 0.001 },
      optimizer: { id: "sgd", learningRate: rate, momentum: 0 },
    });
    const learned = () => cohort.parameters.tensors.at(-1) as tf.Tensor;
    for (let step = 0; step < 3; step++) {
      const before = await flatten(learned());
      const gradient = await flatten(gradientsOf(cohort, source.views(step)).at(-1) as tf.Tensor);
      expect(Math.min(...gradient.map(Math.abs))).toBeGreaterThan(0);
      training.update(step);
      await expectAllclose(
        learned().flatten(),
        before.map((l, i) => l - rate * gradient[i]!),
        { atol: 1e-6 },
      );
    }
  });
});
