import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Program } from "../../src/engine/webgpu/gpu";
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

describe("programs that are compiled ahead", () => {
  beforeAll(() => {
    playgroundBackend()!.compilesAhead = true;
  });

  it("are those of an update, of which none is sent", async () => {
    const backend = playgroundBackend()!;
    const { training, dispose } = await underway({ seeds: 1, batchSize: 23 });
    const { queue, device } = backend;
    const [submit, compile] = [vi.spyOn(queue, "submit"), vi.spyOn(device, "createComputePipeline")];
    const ahead = vi.spyOn(device, "createComputePipelineAsync");
    await training.compileAhead();
    expect(submit).not.toHaveBeenCalled();
    expect(ahead.mock.calls.length).toBeGreaterThan(10);
    training.update(0);
    expect(compile).not.toHaveBeenCalled();
    for (const spy of [submit, compile, ahead]) spy.mockRestore();
    dispose();
  });

  it("leave no promise where TensorFlow.js looks for programs, nor any memory", async () => {
    const backend = playgroundBackend()!;
    const x = tf.tensor1d([1, 2, 3, 4, 5, 6, 7]);
    const { numTensors, numDataBuffers } = tf.memory();
    const compiled = backend.compileAhead(() => tf.cumsum(tf.reverse(x)));
    expect(Object.values(backend.pipelineCache).some((pipeline) => pipeline instanceof Promise)).toBe(false);
    await compiled;
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  });

  it("end where a number is asked for, and do not fail", async () => {
    const backend = playgroundBackend()!;
    await backend.compileAhead(() => {
      tf.exp(tf.zeros([11])).dataSync();
    });
    const x = tf.zeros([3]);
    await expect(backend.compileAhead(() => backend.dispatch(program({ writes: { x } })))).resolves.toBeUndefined();
  });
});

it("compiles no programs ahead where the CPU computes", async () => {
  const backend = playgroundBackend()!;
  backend.compilesAhead = false;
  const work = vi.fn();
  await backend.compileAhead(work);
  expect(work).not.toHaveBeenCalled();
});

function program(parts: Partial<Program>): Program {
  return { name: "wide", reads: {}, writes: {}, grid: { invocations: 1 }, wgsl: "fn run(i: u32) { }", ...parts };
}

describe("a program that asks for more than the device has", () => {
  const tensors = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, tf.zeros([1])]));

  it("is refused by its name", () => {
    const backend = playgroundBackend()!;
    expect(() => backend.dispatch(program({ reads: tensors(7), writes: tensors(2) }))).toThrow(
      '"wide" has 9 storage buffers; this device allows 8.',
    );
    expect(() => backend.dispatch(program({ grid: { workgroups: 1, lanes: 512 } }))).toThrow(
      '"wide" has 512 invocations to a workgroup; this device allows 256.',
    );
  });
});

/** What TensorFlow.js reads of its programs. */
const STOCK = { outputShape: [1], dispatchLayout: { x: [0] }, variableNames: ["x"], workgroupSize: [1, 1, 1] };
