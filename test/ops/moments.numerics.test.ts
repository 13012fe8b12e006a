import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { seedNumbers } from "../../src/config/seeds";
import { device } from "../../src/engine/currentDevice";
import { StepBlock } from "../../src/engine/stepBlock";
import { wasmLane, wasmOutput } from "../../src/engine/wasm/lane";
import { playgroundBackend } from "../../src/engine/webgpu/register";
import { SNR_EDGES } from "../../src/metrics/distributions/parameterSnr";
import { createEncoder } from "../../src/ops/encoder";
import { createMoments, type Moments } from "../../src/ops/moments";
import { CommonWeights } from "../../src/ops/parameters/commonWeights";
import type { Parameters } from "../../src/ops/parameters/parameters";
import { Cohort } from "../../src/training/cohort";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { tinyConfig } from "../support/experiment";
import { pseudoRandom } from "../support/float64";

const PERCENTS = [10, 50, 90] as const;
const MICRO_BATCHES = 4;
const BINS = { edges: SNR_EDGES, microBatches: MICRO_BATCHES };

interface Both {
  kernels: Moments;
  composed: Moments;
}

/** Moments of the same random gradients by kernels and by TensorFlow.js's operations. */
function momentsOf(parameters: Parameters, seed: number): Both {
  const block = new StepBlock(parameters.tensors[0]?.shape[0] as number);
  const kernels = createMoments(parameters);
  const backend = playgroundBackend() ?? wasmLane();
  if (!backend) throw new Error("There are no kernels.");
  backend.fused = false;
  const composed = createMoments(parameters);
  backend.fused = true;
  const next = pseudoRandom(seed);
  for (let count = 1; count <= MICRO_BATCHES; count++) {
    block.set({ count });
    const gradients = parameters.tensors.map((parameter) => placed(parameter, next));
    kernels.include(gradients, block);
    // Their places are filled again with the next micro-batch.
    composed.include(
      gradients.map((gradient) => tf.mul(gradient, 1)),
      block,
    );
  }
  return { kernels, composed };
}

/** Random gradients in the place of a parameter's; a few parameters never have one. */
function placed(parameter: tf.Tensor, next: () => number): tf.Tensor {
  const info = device()?.gradientPlace(parameter);
  if (!info) throw new Error("The parameter has no place for its gradient.");
  const values = Float32Array.from({ length: parameter.size }, (_, i) => (i % 13 === 0 ? 0 : next() + 0.3));
  device()?.writeInPlace(info, values);
  return tf.engine().makeTensorFromTensorInfo(info);
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describeOnEachBackend("the moments of gradients in kernels", () => {
  it("are those of the composed ones, over parameters of many chunks", async () => {
    const config = tinyConfig({ encoder: { id: "mlp", width: 48, depth: 2, projection: 6 } });
    const cohort = new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
    const { kernels, composed } = momentsOf(cohort.parameters, 3);
    await expectAllclose(kernels.sums(), composed.sums(), { rtol: 2e-5, atol: 1e-5 });
    const [own, other] = [await kernels.deviationQuantiles(PERCENTS), await composed.deviationQuantiles(PERCENTS)];
    await expectAllclose(own, other, { rtol: 1e-5 });
    const [counts, expected] = await Promise.all([kernels.histogram(BINS).data(), composed.histogram(BINS).data()]);
    const moved = Array.from(counts).reduce((total, n, i) => total + Math.abs(n - expected[i]!), 0);
    expect(moved).toBeLessThanOrEqual(4);
    expect(sum(counts)).toBe(sum(expected));
  });

  it("are compared with a first arm's that lie in others, of more learners and parameters", async () => {
    const arms = [{ objective: "infoNce" }, { objective: "flo" }, { objective: "flatNce" }] as const;
    const config = tinyConfig({ arms: [...arms] });
    const cohort = new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
    const first = momentsOf(cohort.parameters, 3);
    const others = momentsOf(new CommonWeights(cohort.parameters, 4).parameters, 5);
    const sums = others.kernels.sums(first.kernels);
    expect(sums.shape).toEqual([cohort.parameters.specs.length - 1, 4, 4]);
    await expectAllclose(sums, others.composed.sums(first.composed), { rtol: 2e-5, atol: 1e-5 });
  });
}, ["wasm", "webgpu"]);

describeOnEachBackend("quantiles in WebAssembly", () => {
  const next = pseudoRandom(7);
  const many = (count: number) => Array.from({ length: count }, () => 10 ** (40 * next() - 20));
  const { NaN: none, POSITIVE_INFINITY: beyond } = Number;
  const largest = Math.fround(3.4028234663852886e38);

  it.each([
    ["one", [3]],
    ["three, with 0", [0, 5, 1]],
    ["equal ones", new Array<number>(9).fill(0.1)],
    ["many magnitudes", many(1003)],
    ["of one magnitude", Array.from({ length: 998 }, () => 1 + next() / 100)],
    ["beyond float32", [1, 2, none, -none, beyond, beyond, 1e-40, beyond, none, 4]],
  ])("are the lower of two values, exactly: %s", async (_, values) => {
    const lane = wasmLane();
    if (!lane) throw new Error("There is no lane.");
    const rows = [values, values.slice(0, 1)];
    const flat = Float32Array.from(rows.flat());
    const wholes = tf.tensor2d([0, values.length, 0, 0, values.length, 1, 1, 0], [2, 4], "int32");
    const found = wasmOutput(lane, [2, 3]);
    const work = [lane.scratch(2048), lane.scratch(values.length)];
    const numbers = [2, ...PERCENTS];
    lane.run("quantiles", { reads: [tf.tensor1d(flat), wholes], writes: [found, ...work], numbers });
    const expected = rows.flatMap((own) => {
      const sorted = Float32Array.from(own, (value) => (Number.isFinite(value) ? value : largest)).sort();
      return PERCENTS.map((percent) => sorted[Math.floor((percent * (own.length - 1)) / 100)]);
    });
    expect(Array.from(await found.data())).toEqual(expected);
  });
}, ["wasm"]);
