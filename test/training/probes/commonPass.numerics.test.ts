import * as tf from "@tensorflow/tfjs";
import { expect, it, vi } from "vitest";
import type { ExperimentInput } from "../../../src/config/schema";
import { StepBlock } from "../../../src/engine/stepBlock";
import { wasmLane } from "../../../src/engine/wasm/lane";
import { playgroundBackend } from "../../../src/engine/webgpu/register";
import { NEVER } from "../../../src/objectives/parts/sentinels";
import { isOfEncoder } from "../../../src/ops/parameters/parameters";
import type { CarriedReading } from "../../../src/training/state/carriedState";
import { StepSink } from "../../../src/training/stepSink";
import { probeDraw } from "../../../src/training/viewSource";
import { expectAllclose } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";
import { gradientsPerLearner, inner, meanOf, plainStatistics, probed, squared } from "../../support/gradientProbe";
import { IS_THOROUGH } from "../../support/thorough";

const MICRO_BATCHES = 3;
const THREE: ExperimentInput["arms"] = [{ objective: "infoNce" }, { objective: "flatNce" }, { objective: "dcl" }];
/** Images are small ones of noise. */
const IMAGE = [6, 5, 1];
const GLYPHS: ExperimentInput = { dataset: { id: "glyphs" } };
const set = (microBatches: number, changes: ExperimentInput = {}) =>
  probed(microBatches, { temperature: 0.2, ...changes }, changes.dataset && IMAGE);

/** What they are called in WebAssembly and in WGSL. */
const FORWARD: ReadonlySet<string> = new Set([
  ...["denseForward", "convolutionForward", "normStatistics", "normForward", "rectifiedSum"],
  ...["dense forward", "convolution", "normalization statistics", "normalization", "residual sum"],
]);

type Probed = Awaited<ReturnType<typeof set>>;

const CASES: Record<string, ExperimentInput> = {
  "three arms": { arms: THREE },
  "a convnet with batch normalization": {
    ...GLYPHS,
    arms: THREE,
    encoder: { id: "convnet", width: 4, depth: 2, projection: 6, norm: "batch" },
  },
  "a residual network without normalization": {
    ...GLYPHS,
    seeds: 1,
    encoder: { id: "resnet", width: 4, projection: 6, norm: "none" },
  },
  "a residual network with group normalization": {
    ...GLYPHS,
    seeds: 1,
    encoder: { id: "resnet", width: 4, projection: 6, norm: "group" },
  },
  "a last arm that sees labels": { arms: [...THREE, { objective: "supervised" }] },
  "a first arm that sees labels": { arms: [{ objective: "supervised" }, { objective: "infoNce" }] },
  "a queue": { arms: THREE, queue: { size: 8, momentum: 0.9 } },
  "memories, the first arm's among them": {
    arms: [{ objective: "sogClr" }, { objective: "infoNce" }, { objective: "sogClr", learningRate: 0.5 }],
  },
  "learned temperatures and numbers": {
    arms: [{ objective: "infoNce" }, { objective: "flo" }, { objective: "flatNce", temperature: 0.4 }],
    temperatureRule: { id: "learned" },
  },
  "controlled temperatures": { arms: THREE, temperatureRule: { id: "ess", gain: 0.2 } },
  "batches of different sizes, normalized": {
    encoder: { id: "mlp", width: 8, depth: 2, projection: 4, norm: "batch" },
    arms: [
      { objective: "infoNce", batchSize: 4 },
      { objective: "flatNce", batchSize: 8 },
      { objective: "supervised", batchSize: 8 },
      { objective: "flatNce", batchSize: 4 },
    ],
  },
};

/** One [L, ...] tensor per parameter: an arm's encoder has the first arm's weights, its loss the numbers of its own. */
function commonParameters({ cohort }: Probed): tf.Tensor[] {
  return cohort.parameters.tensors.map((tensor, p) =>
    cohort.parameters.specs[p]?.isOfLoss ? tensor : firstArm(tensor, cohort.config.seeds),
  );
}

/** The first arm's learners in the place of all others. */
function firstArm<R extends tf.Rank>(x: tf.Tensor<R>, seeds: number): tf.Tensor<R> {
  return tf.concat(
    Array.from({ length: (x.shape[0] as number) / seeds }, () => tf.slice(x, 0, seeds)),
    0,
  );
}

/** What the arms carry as it is seen at those weights. */
function commonReading({ cohort }: Probed, { queue, memory, samples }: CarriedReading): CarriedReading {
  const { arms, seeds } = cohort.config;
  return {
    queue: queue && { keys: firstArm(queue.keys, seeds), entries: firstArm(queue.entries, seeds) },
    memory:
      memory &&
      tf.concat(
        arms.map(({ objective }) => {
          const first = tf.slice(memory, 0, seeds);
          return objective === arms[0]?.objective ? first : tf.fill(first.shape, NEVER);
        }),
        0,
      ),
    samples,
  };
}

/** All arms differentiated there, the first one too; every forward pass is worked out. */
function plainGradients(test: Probed, step: number) {
  const { cohort, source } = test;
  const block = new StepBlock(cohort.learners);
  const parameters = commonParameters(test);
  return gradientsPerLearner(cohort.learners, MICRO_BATCHES, (r) => {
    block.set({ temperatures: cohort.temperaturesAt(step), step: probeDraw(step, r) });
    const { views, samples } = source.draw(block, "probe", cohort.asksForSamples);
    const reading = commonReading(test, cohort.carried.read(views, samples));
    const sink = new StepSink({ learners: cohort.learners, views: views.shape[1] as number });
    const gradients = cohort.differentiate({ views, reading, block, sink }, parameters);
    return gradients.filter((_, p) => isOfEncoder(cohort.parameters.specs[p]!)).map((gradient) => gradient.clone());
  });
}

/** Kernels that a measurement calls: of forward passes, and all. */
async function callsOf(changes: ExperimentInput): Promise<{ forward: number; all: number }> {
  const { probe } = await set(2, changes);
  const [lane, backend] = [wasmLane(), playgroundBackend()];
  const ran = lane && vi.spyOn(lane, "run");
  const sent = backend && vi.spyOn(backend, "dispatch");
  await probe.measure(0);
  const names = [...(ran?.mock.calls ?? []), ...(sent?.mock.calls ?? [])].map(([what]) =>
    typeof what === "string" ? what : what.name,
  );
  for (const spy of [ran, sent]) spy?.mockRestore();
  return { forward: names.filter((name) => FORWARD.has(name)).length, all: names.length };
}

describeOnEachBackend("the gradient probe at common weights", (backend) => {
  // Every case has programs of its own, which a software adapter compiles for seconds.
  it.each(Object.entries(CASES).slice(0, backend === "webgpu" && !IS_THOROUGH ? 2 : undefined))(
    "differentiates every objective at the first arm's weights: %s",
    async (_, changes) => {
      const test = await set(MICRO_BATCHES, changes);
      const { cohort, training, probe } = test;
      const { seeds } = cohort.config;
      for (let step = 0; step < 3; step++) training.update(step);
      const { metrics } = await probe.measure(3);
      const gradients = await plainGradients(test, 3);
      const flat = gradients.map((batches) => batches.map((layers) => layers.flat()));
      await expectAllclose(
        metrics.commonGradientNoise!,
        flat.map((batches) => plainStatistics(batches).gradientNoise),
        { rtol: 2e-4, atol: 1e-6 },
      );
      const means = flat.map(meanOf);
      const cosines = means.map((own, learner) => {
        const first = means[learner % seeds]!;
        return isCompared(test, learner) ? inner(own, first) / Math.sqrt(squared(own) * squared(first)) : Number.NaN;
      });
      await expectAllclose(metrics.gradientCosine!, cosines, { rtol: 2e-4, atol: 1e-5 });
      const ofFirst = (values: Float32Array) => Array.from(values.subarray(0, seeds));
      expect(ofFirst(metrics.commonGradientNoise!)).toEqual(ofFirst(metrics.gradientNoise));
      expect(Array.from(metrics.commonGradientNoise!)).not.toEqual(Array.from(metrics.gradientNoise));
    },
  );

  it("measures the same when it is recorded, when it is replayed, and when it runs plainly", async () => {
    for (const changes of [CASES["three arms"], CASES["a convnet with batch normalization"]]) {
      const [replayed, plain] = [
        await set(MICRO_BATCHES, changes),
        await set(MICRO_BATCHES, { ...changes, captured: false }),
      ];
      for (const step of [0, 1]) {
        const [own, other] = [await replayed.probe.measure(step), await plain.probe.measure(step)];
        expect(own.metrics).toEqual(other.metrics);
        for (const { training } of [replayed, plain]) training.update(step);
      }
    }
  });
});

describeOnEachBackend("the kernels of the gradient probe", () => {
  it.each(["three arms", "a convnet with batch normalization"])(
    "go forward once for both kinds of weights, and are replayed: %s",
    async (name) => {
      const alone = await callsOf({ ...CASES[name], gradientProbe: { every: 1, microBatches: 2, common: false } });
      const both = await callsOf({ ...CASES[name], gradientProbe: { every: 1, microBatches: 2 } });
      expect(alone.forward).toBeGreaterThan(0);
      expect(both.forward).toBe(alone.forward);
      expect(both.all).toBeGreaterThan(alone.all);
      const { probe, source } = await set(MICRO_BATCHES, CASES[name]);
      const draw = vi.spyOn(source, "draw");
      await probe.measure(0);
      expect(draw).toHaveBeenCalledTimes(2);
    },
  );
}, ["wasm", "webgpu"]);

/** Whether a learner is of another arm than the first, and sees the same batches. */
function isCompared({ cohort }: Probed, learner: number): boolean {
  const { arms, seeds, batchSize } = cohort.config;
  const [own, first] = [arms[Math.floor(learner / seeds)], arms[0]];
  return learner >= seeds && (own?.batchSize ?? batchSize) === (first?.batchSize ?? batchSize);
}
