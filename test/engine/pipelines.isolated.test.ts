import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { StockProgram } from "../../src/engine/webgpu/internals";
import { MOST_PIPELINES } from "../../src/engine/webgpu/pipelines";
import { RecentMap } from "../../src/engine/webgpu/recentMap";
import { playgroundBackend } from "../../src/engine/webgpu/register";
import { underway } from "../support/experiment";
import { useFakeGpu } from "../support/fakeGpu";

/** What is compiled, on a device that does nothing. */

beforeAll(async () => {
  await useFakeGpu();
});

describe("RecentMap", () => {
  it("forgets what was not used for longest", () => {
    const gone: string[] = [];
    const map = new RecentMap<number>(2, (key) => gone.push(key));
    map.set("a", 1);
    map.set("b", 2);
    expect(map.get("a")).toBe(1);
    map.set("c", 3);
    expect(gone).toEqual(["b"]);
    expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([1, undefined, 3]);
  });
});

describe("a slider that is moved", () => {
  it("keeps no more programs than a few runs have", async () => {
    const backend = playgroundBackend()!;
    for (let move = 1; move <= 200; move++) {
      const augmentation = { strength: 0.2, noise: move / 1000 };
      const { training, dispose } = await underway({ seeds: 1, batchSize: 2 + (move % 30), augmentation });
      training.update(0);
      dispose();
      expect(backend.keptPipelines.own).toBeLessThanOrEqual(MOST_PIPELINES);
    }
    expect(backend.keptPipelines.own).toBe(MOST_PIPELINES);
  });

  it("leaves no more of TensorFlow.js's own", () => {
    const backend = playgroundBackend()!;
    const x = tf.zeros([1]);
    backend.uploadToGPU(x.dataId);
    for (let move = 0; move < MOST_PIPELINES + 50; move++) {
      const shaderKey = `of move ${move}`;
      const pipeline = backend.device.createComputePipeline({} as GPUComputePipelineDescriptor);
      backend.pipelineCache[shaderKey] = pipeline;
      backend.recordAndSubmit({ shaderKey, pipeline, dispatch: [1, 1, 1], ...STOCK } as StockProgram, x, [x]);
    }
    expect(backend.keptPipelines.stock).toBeLessThanOrEqual(MOST_PIPELINES);
    expect(backend.pipelineCache[`of move ${MOST_PIPELINES + 49}`]).toBeDefined();
    expect(backend.pipelineCache["of move 0"]).toBeUndefined();
  });
});

/** What TensorFlow.js reads of its programs. */
const STOCK = { outputShape: [1], dispatchLayout: { x: [0] }, variableNames: ["x"], workgroupSize: [1, 1, 1] };
