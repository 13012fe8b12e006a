import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { gradientInPlace } from "../../src/engine/inPlace";
import { createMetricsRing } from "../../src/engine/metricsRing";
import { createStateTensor } from "../../src/engine/stateTensor";
import { StepBlock } from "../../src/engine/stepBlock";
import type { Program } from "../../src/engine/webgpu/gpu";
import { OBJECTIVE_IDS, type ObjectiveId } from "../../src/objectives";
import { type ConvolutionOptions, convolve } from "../../src/ops/conv";
import { dense } from "../../src/ops/dense";
import { createMoments } from "../../src/ops/moments";
import type { Parameters } from "../../src/ops/parameters/parameters";
import { globalAveragePool } from "../../src/ops/pool";
import { enqueueKeys } from "../../src/ops/queue";
import { addAndRectify } from "../../src/ops/residual";
import { createUpdateMeter } from "../../src/ops/updateSize";
import { runBenchmark } from "../../src/training/benchmark";
import { underway } from "../support/experiment";
import { dispatchLine, programText, useFakeGpu } from "../support/fakeGpu";
import { headArm } from "../support/objectives";

/**
 * What every fused operation sends to the GPU: its dispatches and their whole text, kept as snapshots. No GPU is needed, and
 * no number is computed: a change of any program shows as a change of a file.
 */

let programs: Program[] = [];
beforeAll(async () => {
  programs = await useFakeGpu();
});
beforeEach(() => {
  programs.length = 0;
  tf.engine().startScope();
});
afterEach(() => tf.engine().endScope());

/** Compares what was dispatched since the test began, each text once, with the snapshot of a name; `own` picks by name. */
async function expectPrograms(name: string, own = /./): Promise<void> {
  const texts = [...new Set(programs.filter((program) => own.test(program.name)).map(programText))];
  await expect(texts.join("\n")).toMatchFileSnapshot(`snapshots/${name}.wgsl`);
}

/** Value and gradients in all inputs. */
function differentiate(f: (...inputs: tf.Tensor[]) => tf.Tensor, ...inputs: tf.Tensor[]): void {
  tf.grads((...all) => f(...all))(inputs);
}

describe("programs of layers", () => {
  it.each(["relu", "linear"] as const)("dense, %s", async (activation) => {
    const layer = (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor) =>
      dense(x as tf.Tensor3D, w as tf.Tensor3D, b as tf.Tensor3D, { activation });
    differentiate(layer as never, tf.zeros([2, 8, 12]), tf.zeros([4, 12, 20]), tf.zeros([4, 1, 20]));
    await expectPrograms(`dense/${activation}`);
  });

  const CONVOLUTIONS: [string, number, number, ConvolutionOptions][] = [
    ["3x3", 8, 4, { kernel: 3, stride: 1, activation: "relu" }],
    ["3x3-stride-2", 8, 4, { kernel: 3, stride: 2, activation: "relu" }],
    ["3x3-stride-2-odd", 7, 3, { kernel: 3, stride: 2, activation: "linear" }],
    ["1x1", 8, 4, { kernel: 1, stride: 1, activation: "linear" }],
    ["1x1-stride-2", 8, 4, { kernel: 1, stride: 2, activation: "linear" }],
  ];
  it.each(CONVOLUTIONS)("convolution %s", async (name, side, channels, options) => {
    const layer = (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor) =>
      convolve(x as tf.Tensor5D, w as tf.Tensor3D, b as tf.Tensor3D, options);
    const rows = options.kernel ** 2 * channels;
    const inputs = [tf.zeros([1, 4, side, side, channels]), tf.zeros([2, rows, 8]), tf.zeros([2, 1, 8])];
    differentiate(layer as never, ...inputs);
    await expectPrograms(`conv/${name}`);
  });

  it("pooling", async () => {
    differentiate(globalAveragePool as never, tf.zeros([2, 4, 6, 6, 8]));
    await expectPrograms("pool");
  });

  it("residual sum", async () => {
    differentiate(addAndRectify, tf.zeros([2, 4, 8]), tf.zeros([2, 4, 8]));
    await expectPrograms("residual");
  });
});

describe("programs that write in place", () => {
  it("ring row, state, queue and memories", async () => {
    const block = new StepBlock(2);
    createMetricsRing(6).write(tf.zeros([2, 3]), block);
    const state = createStateTensor<tf.Rank.R3>([2, 8, 4], new Float32Array(64));
    state.assign(tf.zeros([2, 8, 4]));
    enqueueKeys(state, tf.zeros([2, 8, 4]), block);
    await expectPrograms("in-place");
  });
});

/** Experiments of a learner per arm, each with one thing that has programs of its own, named by the expression. */
const STEPS: [string, RegExp, ExperimentInput][] = [
  [
    "head/softmax",
    /head: rows|head: metrics|head: normalize|head: cosines|head: gradient$/,
    { arms: [{ objective: "infoNce" }, { objective: "flatNce" }] },
  ],
  ["head/pairwise", /head: rows/, { arms: [{ objective: "jsd" }, { objective: "nwj" }, { objective: "infoNceCe" }] }],
  [
    "head/pairings",
    /head: rows/,
    { arms: [{ objective: "infoNceOneWay" }, { objective: "clip" }, { objective: "dhel" }] },
  ],
  ["head/of-cosines", /head: rows/, { arms: [{ objective: "triplet" }, { objective: "dcl" }] }],
  [
    "head/low-precision",
    /head: rows/,
    {
      arms: [
        { objective: "infoNce", precision: "bfloat16" },
        { objective: "flatNce", precision: "float8e4m3" },
      ],
    },
  ],
  [
    "head/batch-sizes",
    /head: /,
    {
      arms: [
        { objective: "infoNce", batchSize: 6 },
        { objective: "flatNce", batchSize: 4 },
      ],
    },
  ],
  ["temperature/learned", /temperature|scale/, { temperatureRule: { id: "learned" } }],
  ["temperature/ess", /temperature|controller/, { temperatureRule: { id: "ess" } }],
  ["norm/group", /^normali/, { encoder: { id: "mlp", width: 8, depth: 1, projection: 4, norm: "group" } }],
  ["norm/batch", /^normali|running/, { encoder: { id: "mlp", width: 8, depth: 1, projection: 4, norm: "batch" } }],
  ["augment/points", /views of points/, {}],
  ["queue", /queue|keys|average/, { queue: { size: 8, momentum: 0.9 } }],
  ["optimizer/adam", /optimi/, { optimizer: { id: "adam", learningRate: 0.01 } }],
  ["optimizer/lars", /optimi/, { optimizer: { id: "lars", learningRate: 0.01 } }],
  [
    "optimizer/matched-norms",
    /optimi|squared|factors/,
    { optimizer: { id: "sgd", learningRate: 0.01, momentum: 0.9, matchGradientNorm: true } },
  ],
];

describe("programs of a step", () => {
  it.each(STEPS)("%s", async (name, own, changes) => {
    const { training, dispose } = await underway({ seeds: 1, ...changes });
    programs.length = 0;
    training.update(0);
    await expectPrograms(name, own);
    await expect(`${programs.map(dispatchLine).join("\n")}\n`).toMatchFileSnapshot(`snapshots/${name}.txt`);
    dispose();
  });
});

/** What an objective puts into the head's program of rows: the bodies of its functions, with its options' defaults. */
function rowOf(id: ObjectiveId): string {
  const { objective, options, phi } = headArm(id, 1);
  const { form, ...parts } = objective.wgsl?.({ options, phi }) ?? { form: "no WGSL" };
  const lines = Object.entries(parts).map(([name, part]) =>
    typeof part === "string" ? `// ${name}\n${part.trim()}` : `// ${name}: ${JSON.stringify(part)}`,
  );
  return [`// ${id}: ${form}`, ...lines, ""].join("\n");
}

describe("rows of objectives", () => {
  it("are these", async () => {
    await expect(OBJECTIVE_IDS.map(rowOf).join("\n")).toMatchFileSnapshot("snapshots/head/objectives.wgsl");
  });
});

describe("programs of measurements", () => {
  it("moments of gradients, and the size of an update", async () => {
    const { cohort, dispose } = await underway({ seeds: 1 });
    const { parameters } = cohort;
    const gradients = gradientsInPlace(parameters);
    programs.length = 0;
    const moments = createMoments(parameters);
    moments.include(gradients, new StepBlock(2));
    moments.sums();
    moments.histogram({ edges: [0.1, 1, 10], microBatches: 4 });
    await moments.deviationQuantiles([10, 50, 90]);
    const meter = createUpdateMeter(parameters);
    meter.before();
    meter.see(gradients);
    meter.after(1e-8);
    await expectPrograms("measurements");
    dispose();
  });
});

/** Gradients of nothing, where kernels leave those of a step. */
function gradientsInPlace({ tensors }: Parameters): tf.Tensor[] {
  return tensors.map((parameter) => gradientInPlace(tf.zerosLike(parameter), parameter));
}

/** Views of images, and the standard steps that the benchmark times. */
describe("the standard steps", () => {
  it.each([
    ["mlp", 19],
    ["cnn", 29],
  ] as const)("of the %s are %i dispatches", async (encoder, dispatches) => {
    const result = await runBenchmark({ encoder, steps: 1 });
    expect(result.dispatchesPerStep).toBe(dispatches);
    await expectPrograms(`augment/images-${encoder}`, /^(?!head|dense|conv|optimi|transpose|average)/);
    const step = programs.slice(-dispatches).map(dispatchLine);
    await expect(`${step.join("\n")}\n`).toMatchFileSnapshot(`snapshots/steps/${encoder}.txt`);
  });
});
