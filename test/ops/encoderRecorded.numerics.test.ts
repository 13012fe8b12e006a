import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { device } from "../../src/engine/currentDevice";
import { Replayable } from "../../src/engine/replayable";
import { createStateTensor } from "../../src/engine/stateTensor";
import type { EncoderOptions } from "../../src/models";
import { createEncoder } from "../../src/ops/encoder";
import { initialize } from "../../src/ops/parameters/parameters";
import { RunningStatistics } from "../../src/ops/runningStatistics";
import { describeOnEachBackend } from "../support/backends";
import { plainRandom } from "../support/stackedReference";

const ENCODERS: [EncoderOptions, number[]][] = [
  [{ id: "mlp", width: 6, depth: 2, projection: 3, norm: "none" }, [4, 3, 1]],
  [{ id: "mlp", width: 6, depth: 2, projection: 3, norm: "batch" }, [5]],
  [{ id: "convnet", width: 3, depth: 2, projection: 4, norm: "none" }, [7, 6, 1]],
  [{ id: "convnet", width: 5, depth: 2, projection: 4, norm: "batch" }, [6, 5, 3]],
  [{ id: "convnet", width: 16, depth: 2, projection: 4, norm: "group" }, [7, 6, 2]],
  [{ id: "resnet", width: 3, depth: 8, projection: 4, norm: "none" }, [6, 5, 2]],
  [{ id: "resnet", width: 4, depth: 8, projection: 4, norm: "batch" }, [6, 5, 2]],
  [{ id: "resnet", width: 8, depth: 8, projection: 4, norm: "group" }, [6, 5, 2]],
];
const [SEEDS, ARMS, SAMPLES] = [2, 2, 4];

/** No operation between two kernels is left to TensorFlow.js: whoever replays would miss it. */
describeOnEachBackend("an encoder forwards and backwards", () => {
  it.each(ENCODERS)("is recorded whole and replayed: %o of samples [%s]", async (options, inputShape) => {
    const encoder = createEncoder(options, inputShape);
    const shape = [SEEDS, SAMPLES, ...inputShape];
    const [input, parameters] = [createStateTensor(shape, values(shape, 1)), initialize(encoder, [1, 2], ARMS)];
    const running = new RunningStatistics(encoder.state, SEEDS * ARMS);
    const upstream = [SEEDS * ARMS, SAMPLES, options.projection];
    const dy = tf.tensor(values(upstream, 2), upstream);
    const work = () =>
      tf.tidy(() => {
        const objective = (...all: tf.Tensor[]) => {
          const { embeddings, observed } = encoder.forward(all, input.tensor, null);
          running.include(observed);
          return embeddings;
        };
        tf.grads(objective)(parameters.tensors, dy);
      });
    const replayable = new Replayable(work, true);
    for (let run = 0; run < 2; run++) replayable.run();
    expect(replayable.refusal).toBeNull();
    expect(replayable.dispatches).toBeGreaterThan(0);
    const outcome = async () => {
      const read = [parameters.flat!.gradients, ...running.tensors].map(({ dataId }) => tf.backend().read(dataId));
      return (await Promise.all(read)).map((numbers) => Array.from(numbers as Float32Array));
    };
    const results: number[][][] = [];
    for (const run of [() => replayable.run(), work]) {
      running.copy(new RunningStatistics(encoder.state, SEEDS * ARMS));
      device()!.writeInPlace(input.tensor, values(shape, 3));
      run();
      results.push(await outcome());
    }
    expect(results[0]).toEqual(results[1]);
    expect(results[0]![0]!.some((number) => number !== 0)).toBe(true);
  });
}, ["wasm"]);

function values(shape: number[], seed: number): Float32Array {
  return Float32Array.from(plainRandom(shape, seed).values);
}
