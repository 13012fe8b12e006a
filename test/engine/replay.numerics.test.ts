import * as tf from "@tensorflow/tfjs";
import { expect, it, vi } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { Replayable } from "../../src/engine/replayable";
import { StepBlock } from "../../src/engine/stepBlock";
import { ViewSource } from "../../src/training/viewSource";
import { expectAllclose } from "../support/allclose";
import { describeOnWebGpu } from "../support/backends";
import { conduct, dataOf, measured, prepare, tinyConfig, underway } from "../support/experiment";
import { IS_THOROUGH } from "../support/thorough";

describeOnWebGpu("a replayable work", (backend) => {
  /** A tensor that a program adds to in place. */
  function accumulator(size: number): { total: tf.Tensor; add(x: tf.Tensor): void } {
    const total = tf.engine().makeTensorFromTensorInfo(backend.allocate(size));
    const add = (x: tf.Tensor) =>
      backend.dispatch({
        name: "add in place",
        reads: { x },
        writes: { total },
        grid: { invocations: size },
        wgsl: "fn run(i: u32) { total[i] += x[i]; }",
      });
    return { total, add };
  }

  it("is done once per run, recorded or replayed, and its JavaScript only until two recordings agree", async () => {
    const { total, add } = accumulator(3);
    const input = tf.tensor1d([1, 2, 3]);
    let runs = 0;
    const work = new Replayable(() => {
      runs++;
      tf.tidy(() => add(tf.mul(tf.add(input, 1), tf.tensor1d([1, 10, 100]))));
    }, true);
    for (let run = 1; run <= 6; run++) {
      work.run();
      expect(Array.from(await total.data())).toEqual([2 * run, 30 * run, 400 * run]);
    }
    expect(runs).toBe(2);
    expect(work.dispatches).toBe(3);
    expect(work.refusal).toBeNull();
    work.dispose();
  });

  it("follows what the block says", async () => {
    const { total, add } = accumulator(1);
    const block = new StepBlock(1);
    const work = new Replayable(() => {
      tf.tidy(() => {
        const x = tf.engine().makeTensorFromTensorInfo(backend.makeTensorInfo([1], "float32"));
        backend.dispatch({
          name: "step of the block",
          reads: {},
          writes: { x },
          uniforms: { block: { tensor: block.tensor, type: "Step" } },
          grid: { invocations: 1 },
          wgsl: "struct Step { step: u32, slot: u32 } fn run(i: u32) { x[i] = f32(block.step); }",
        });
        add(x);
      });
    }, true);
    for (const step of [1, 10, 100, 1000, 10000]) {
      block.set({ step });
      work.run();
    }
    expect(Array.from(await total.data())).toEqual([11111]);
    work.dispose();
  });

  it("simply runs where JavaScript hands over another number each time", async () => {
    const { total, add } = accumulator(1);
    let n = 0;
    const work = new Replayable(() => tf.tidy(() => add(tf.tensor1d([++n]))), true);
    for (let run = 0; run < 10; run++) work.run();
    expect(Array.from(await total.data())).toEqual([55]);
    expect(work.refusal).toBe("no two runs were alike");
  });

  it("simply runs where a uniform changes, and where a result is read back", async () => {
    const { total, add } = accumulator(2);
    const input = tf.tensor1d([1, 2]);
    let low = 0;
    const clipped = new Replayable(() => tf.tidy(() => add(tf.clipByValue(input, ++low, 100))), true);
    for (let run = 0; run < 6; run++) clipped.run();
    expect(Array.from(await total.data())).toEqual([21, 22]);
    const reading = new Replayable(() => {
      void input.data();
      add(input);
    }, true);
    for (let run = 0; run < 4; run++) reading.run();
    expect(reading.refusal).toBe("it reads a tensor back");
    expect(Array.from(await total.data())).toEqual([25, 30]);
  });

  it("does not take a small result of the CPU for a constant", async () => {
    const { total, add } = accumulator(1);
    tf.env().set("WEBGPU_CPU_FORWARD", true);
    const source = tf.tensor1d([0]);
    const state = tf.variable(source);
    const work = new Replayable(() => {
      tf.tidy(() => {
        state.assign(tf.add(state, 1));
        add(state);
      });
    }, true);
    for (let run = 0; run < 5; run++) work.run();
    tf.env().set("WEBGPU_CPU_FORWARD", false);
    expect(Array.from(await total.data())).toEqual([15]);
    state.dispose();
  });

  it("is recorded anew when a tensor that it uses is another, of another shape too", async () => {
    const { total, add } = accumulator(1);
    let input: tf.Tensor = tf.tensor1d([1]);
    const work = new Replayable(() => tf.tidy(() => add(tf.sum(input).reshape([1]))), true);
    for (let run = 0; run < 3; run++) work.run();
    input.dispose();
    input = tf.tensor1d([10, 20, 30]);
    for (let run = 0; run < 3; run++) work.run();
    expect(Array.from(await total.data())).toEqual([183]);
    expect(work.refusal).toBeNull();
    work.dispose();
  });

  it("does not pass for done where the device refuses it", async () => {
    const x = tf.engine().makeTensorFromTensorInfo(backend.makeTensorInfo([1], "float32"));
    backend.dispatch({ name: "no WGSL", reads: {}, writes: { x }, grid: { invocations: 1 }, wgsl: "fn run(" });
    await expect(backend.settled()).rejects.toThrow(/refused some work/);
    await expect(backend.settled()).rejects.toThrow(/refused some work/);
    backend.clearError();
    await expect(backend.settled()).resolves.toBeUndefined();
  });

  it("gives its buffers back", async () => {
    const buffers = countBuffers(backend.device);
    const input = tf.tensor1d([1, 2]);
    await input.data();
    const { total, add } = accumulator(2);
    await total.data();
    const before = buffers.live();
    for (let round = 0; round < 3; round++) {
      const work = new Replayable(() => tf.tidy(() => add(tf.mul(tf.add(input, 1), tf.exp(input)))), true);
      for (let run = 0; run < 4; run++) work.run();
      work.dispose();
    }
    await backend.settled();
    // The input was uploaded by the first recording, and stays.
    expect(buffers.live()).toBeLessThanOrEqual(before + 1);
    buffers.stop();
  });
});

/** Counts the buffers that were made since and not destroyed. */
function countBuffers(device: GPUDevice): { live(): number; stop(): void } {
  const { createBuffer } = device;
  let live = 0;
  device.createBuffer = (descriptor) => {
    const buffer = createBuffer.call(device, descriptor);
    const { destroy } = buffer;
    live++;
    buffer.destroy = () => {
      buffer.destroy = destroy;
      live--;
      return destroy.call(buffer);
    };
    return buffer;
  };
  return {
    live: () => live,
    stop: () => {
      device.createBuffer = createBuffer;
    },
  };
}

/** Enough steps for rounding to grow, if it did. */
const STEPS = 200;
/** Of which these have to agree. */
const CLOSE = 50;

const training = (changes: ExperimentInput) =>
  tinyConfig({
    dataset: { id: "points", layout: "rings", classes: 4, samples: 400 },
    encoder: { id: "mlp", width: 16, depth: 1, projection: 4 },
    batchSize: 8,
    steps: STEPS,
    gradientProbe: { every: 100, microBatches: 3 },
    evaluation: { every: 0 },
    ...changes,
  });

describeOnWebGpu("a recorded step", (backend) => {
  it("trains as a plain one does, to the bit, and so does the probe", async () => {
    const [replayed, plain] = [training({ steps: 20 }), training({ steps: 20, captured: false })];
    for (const config of [replayed, plain]) config.gradientProbe.every = 5;
    const { record } = await conduct(replayed);
    const { record: reference } = await conduct(plain);
    expect(record.learners).toEqual(reference.learners);
  });

  it("is replayed: its JavaScript runs twice, and once more to compile ahead, whatever the number of steps", async () => {
    const config = training({ steps: 12, gradientProbe: { every: 4, microBatches: 3, common: true } });
    const draw = vi.spyOn(ViewSource.prototype, "draw");
    await conduct(config);
    const kinds = draw.mock.calls.map(([, kind]) => kind);
    draw.mockRestore();
    const runs = backend.compilesAhead ? 3 : 2;
    expect(kinds.filter((kind) => kind === "training")).toHaveLength(runs);
    expect(kinds.filter((kind) => kind === "probe")).toHaveLength(runs);
  });

  it("stays with the reference: within a thousandth for 50 steps, within the spread of the seeds for 200", async () => {
    const { record } = await conduct(training({}));
    await tf.setBackend("cpu");
    const { record: reference } = await conduct(training({}));
    await tf.setBackend("webgpu");
    const values = (of: typeof record, learner: number) => measured(of, learner, "infoNce");
    for (let learner = 0; learner < 4; learner++)
      await expectAllclose(values(record, learner).slice(0, CLOSE), values(reference, learner).slice(0, CLOSE), {
        rtol: 1e-3,
        atol: 1e-4,
      });
    const late = (of: typeof record, learner: number) => {
      const last = values(of, learner).slice(-CLOSE);
      return last.reduce((sum, value) => sum + value, 0) / last.length;
    };
    for (const arm of [0, 2]) {
      const spread = Math.abs(late(reference, arm) - late(reference, arm + 1));
      for (const learner of [arm, arm + 1])
        expect(Math.abs(late(record, learner) - late(reference, learner))).toBeLessThan(Math.max(spread, 0.02));
    }
  });

  const CARRYING: [string, ExperimentInput][] = [
    [
      "memories, running statistics and temperatures",
      { arms: [{ objective: "infoNce" }, { objective: "sogClr" }], temperatureRule: { id: "learned" } },
    ],
    ["a queue", { queue: { size: 8, momentum: 0.9 } }],
  ];
  it.each(CARRYING)("leaves %s as they are while its programs are compiled", async (_, changes) => {
    const encoder = { id: "mlp", width: 8, depth: 1, projection: 4, norm: "batch" } as const;
    const { training, dispose } = await underway({ seeds: 1, encoder, ...changes });
    const carried = () => Promise.all(training.places.map((place) => place.read()));
    const before = await carried();
    const { compilesAhead } = backend;
    backend.compilesAhead = true;
    await training.compileAhead();
    backend.compilesAhead = compilesAhead;
    expect(await carried()).toEqual(before);
    training.update(0);
    expect(await carried()).not.toEqual(before);
    dispose();
  });

  it("gives back what learners carry from step to step", async () => {
    const config = training({
      steps: 3,
      seeds: 1,
      gradientProbe: { every: 0 },
      temperatureRule: { id: "learned" },
      queue: { size: 16 },
    });
    const buffers = countBuffers(backend.device);
    const counts: number[] = [];
    for (let run = 0; run < 3; run++) {
      await conduct(config);
      await backend.settled();
      counts.push(buffers.live());
    }
    buffers.stop();
    // The first run leaves some in TensorFlow.js's own pool, for the next.
    expect(counts[2]).toBe(counts[1]);
  });

  it.runIf(IS_THOROUGH)("takes no more memory however often it is done", async () => {
    const config = training({ steps: 100_000, batchSize: 2, evaluation: { ...tinyConfig().evaluation, every: 100 } });
    const dataset = await dataOf(config);
    const buffers = countBuffers(backend.device);
    const { trainer } = await prepare(config, { dataset, views: true });
    const counts: [tensors: number, data: number, buffers: number][] = [];
    for (const target of [150, 550]) {
      while (trainer.step < target) await trainer.advance();
      await trainer.settle();
      const { numTensors, numDataBuffers } = tf.memory();
      counts.push([numTensors, numDataBuffers, buffers.live()]);
    }
    trainer.dispose();
    buffers.stop();
    expect(counts[1]).toEqual(counts[0]);
  });
});
