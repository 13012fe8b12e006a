import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { device } from "../../src/engine/currentDevice";
import { StepBlock } from "../../src/engine/stepBlock";
import { createEncoder } from "../../src/ops/encoder";
import { normalize } from "../../src/ops/head/contrasts";
import { createMovingAverage } from "../../src/ops/movingAverage";
import { initialize } from "../../src/ops/parameters/parameters";
import { KeyQueue } from "../../src/training/state/keyQueue";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { gradientsOf, tinyConfig, underway } from "../support/experiment";
import { bits } from "../support/tensors";

const SEEDS = [11, 12];

function setUp(size: number, momentum = 0.9) {
  const config = tinyConfig({ queue: { size, momentum } });
  const encoder = createEncoder(config.encoder, [2]);
  const parameters = initialize(encoder, SEEDS, config.arms.length);
  return { encoder, parameters, queue: new KeyQueue(parameters, { encoder, config, seeds: SEEDS }) };
}

/** Some views, [S, 2B, 2]. TensorFlow.js takes a seed of 0 for none. */
const viewsOf = (step: number) => tf.randomNormal<tf.Rank.R3>([2, 8, 2], 0, 1, "float32", step + 1);

describeOnEachBackend("a queue of keys", () => {
  it("begins with unit vectors that differ from row to row and from seed to seed, not from arm to arm", async () => {
    const { entries } = setUp(10).queue.read(viewsOf(1));
    expect(entries.shape).toEqual([4, 10, 4]);
    await expectAllclose(entries.square().sum(2).flatten(), Array(40).fill(1));
    const [first, second, other, another] = (await entries.array()) as number[][][];
    expect(other).toEqual(first);
    expect(another).toEqual(second);
    expect(new Set([...first!, ...second!].map(String)).size).toBe(20);
  });

  it.each([4, 6, 12])("of %i keeps the keys of the latest second views, first in, first out", async (size) => {
    const { encoder, parameters, queue } = setUp(size);
    const block = new StepBlock(4);
    const rows: string[] = [];
    for (let step = 0; step < 5; step++) {
      const { keys } = queue.read(viewsOf(step));
      await expectAllclose(keys, normalize(encoder.forward(parameters.tensors, viewsOf(step), null).embeddings).unit, {
        atol: 1e-6,
      });
      block.set({ step });
      queue.enqueue(keys, block);
      rows.push(...((await keys.array()) as number[][][])[3]!.slice(4).map(String));
      const { entries } = queue.read(viewsOf(step));
      const kept = ((await entries.array()) as number[][][])[3]!.map(String);
      const latest = rows.slice(-size);
      // The order is of no consequence to a loss.
      expect(kept.filter((row) => latest.includes(row)).sort()).toEqual(latest.sort());
    }
  });

  it("has keys by weights that follow slowly", async () => {
    const { parameters } = setUp(4);
    const [before] = await Promise.all(parameters.tensors.slice(0, 1).map((weights) => weights.data()));
    const average = createMovingAverage(parameters, 0.75);
    expect(await bits(average.tensors[0]!)).toEqual(await bits(parameters.tensors[0]!));
    const weights = parameters.tensors[0]!;
    const moved = Float32Array.from(before!, (x, i) => x + i);
    if (parameters.flat) device()?.writeInPlace(weights, moved);
    else (weights as tf.Variable).assign(tf.tensor(moved, weights.shape));
    for (const share of [0.75, 0.75 ** 2]) {
      average.afterUpdate();
      const expected = Array.from(before!, (x, i) => share * x + (1 - share) * moved[i]!);
      await expectAllclose(average.tensors[0]!.flatten(), expected, { atol: 1e-6 });
    }
    average.dispose();
  });

  it("follows in training, after each update", async () => {
    const { cohort, training, source } = await underway({ queue: { size: 8, momentum: 0.5 } });
    const keys = () => bits((cohort.carried.read(source.views(0), null).queue as { keys: tf.Tensor }).keys);
    const before = await keys();
    training.update(0);
    const after = await keys();
    expect(after).not.toEqual(before);
    expect(await keys()).toEqual(after);
  });

  it("gives the negatives: other entries, other gradients", async () => {
    const { cohort, training, source } = await underway({
      queue: { size: 8 },
      optimizer: { id: "sgd", learningRate: 1e-7 },
    });
    const gradient = async () => bits(gradientsOf(cohort, source.views(3)).at(-1) as tf.Tensor);
    const before = await gradient();
    expect(await gradient()).toEqual(before);
    training.update(0);
    expect(await gradient()).not.toEqual(before);
  });
});
