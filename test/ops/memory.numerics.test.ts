import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { createStateTensor } from "../../src/engine/stateTensor";
import { wasmLane } from "../../src/engine/wasm/lane";
import { NEVER } from "../../src/objectives/parts/sentinels";
import { type MemoryBlock, readMemories, shareFirst, writeMemories } from "../../src/ops/memory";
import { wholePlane } from "../../src/ops/parts/plane";
import { flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";

/** Two seeds, five samples, batches of three; one arm keeps a number of each sample, one a number of each learner, one nothing. */
const SAMPLES = [
  [4, 0, 2],
  [1, 2, 3],
];
const VIEWS = 6;
const COUNT = 5;

function blocks(): { ofSamples: MemoryBlock; ofLearners: MemoryBlock } {
  const numbers = Float32Array.from({ length: 2 * 2 * COUNT }, (_, i) => i);
  return {
    ofSamples: { state: createStateTensor([numbers.length], numbers), from: 0, learners: 2, samples: COUNT },
    ofLearners: { state: createStateTensor([2], Float32Array.of(50, 60)), from: 4, learners: 2, samples: null },
  };
}

const batch = () => ({ samples: tf.tensor2d(SAMPLES, [2, 3], "int32"), learners: 6, views: VIEWS });

/** The numbers of all views of a learner that keeps one are alike. */
function written(): tf.Tensor3D {
  const ofSamples = tf.range(100, 100 + 4 * VIEWS).reshape([4, VIEWS, 1]);
  return tf.concat([ofSamples, tf.fill([1, VIEWS, 1], 200), tf.fill([1, VIEWS, 1], 300)]) as tf.Tensor3D;
}

describeOnEachBackend("memories", (backend) => {
  it("are read for each view of the batch", async () => {
    const { ofSamples, ofLearners } = blocks();
    const read = (await readMemories([ofSamples, ofLearners], batch()).squeeze([2]).array()) as number[][];
    expect(read.slice(0, 2)).toEqual([
      [4, 0, 2, 9, 5, 7],
      [11, 12, 13, 16, 17, 18],
    ]);
    for (const row of read.slice(2, 4)) expect(row).toEqual(new Array(VIEWS).fill(Math.fround(NEVER)));
    expect(read.slice(4)).toEqual([new Array(VIEWS).fill(50), new Array(VIEWS).fill(60)]);
  });

  it("are written where the batch's samples lie, and nowhere else", async () => {
    const { ofSamples, ofLearners } = blocks();
    writeMemories([ofSamples, ofLearners], wholePlane(written()), batch());
    expect(await flatten(ofSamples.state.tensor)).toEqual([
      ...[101, 1, 102, 3, 100, 104, 6, 105, 8, 103],
      ...[10, 106, 107, 108, 14, 15, 109, 110, 111, 19],
    ]);
    expect(await flatten(ofLearners.state.tensor)).toEqual([200, 300]);
  });

  it("are written of a learner's own batch alone", async () => {
    const { ofSamples } = blocks();
    writeMemories([{ ...ofSamples, batchSize: 2 }], wholePlane(written()), batch());
    expect((await flatten(ofSamples.state.tensor)).slice(0, 10)).toEqual([101, 1, 2, 3, 100, 104, 6, 7, 8, 103]);
  });

  it("are shared by arms at the first one's weights", async () => {
    const memory = tf.range(0, 6 * 2).reshape([6, 2, 1]) as tf.Tensor3D;
    const [first, nothing] = [[0, 1, 2, 3], new Array(4).fill(Math.fround(NEVER))];
    expect(await flatten(shareFirst(memory, 2, [true, false, true]))).toEqual([...first, ...nothing, ...first]);
  });

  it.runIf(backend === "wasm")("are kernels that a recording calls again", async () => {
    const lane = wasmLane()!;
    const { ofSamples, ofLearners } = blocks();
    const one = batch();
    const work = () => {
      const all = [ofSamples, ofLearners];
      writeMemories(all, wholePlane(shareFirst(readMemories(all, one), 2, [true, false, true])), one);
    };
    const recording = lane.record(work);
    expect(recording.refusal).toBeNull();
    expect(recording.equals(lane.record(work))).toBe(true);
    lane.replay(recording);
    expect(await flatten(ofLearners.state.tensor)).toEqual([4, 11]);
  });
});
