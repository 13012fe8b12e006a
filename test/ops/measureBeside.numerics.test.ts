import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { StepBlock } from "../../src/engine/stepBlock";
import { playgroundBackend } from "../../src/engine/webgpu/register";
import { STEP_METRICS } from "../../src/metrics";
import { alignment } from "../../src/metrics/alignment";
import type { StepInput, StepMetric } from "../../src/metrics/types";
import { contrastiveHead, stepHead } from "../../src/ops/head";
import { normalize } from "../../src/ops/head/contrasts";
import { measureAll } from "../../src/ops/head/measureBeside";
import { StepSink } from "../../src/training/stepSink";
import { expectAllclose, flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { pseudoRandom, randomMatrix } from "../support/float64";
import { headArm } from "../support/objectives";
import { bits } from "../support/tensors";

const { wgsl: _, wasm: __, ...withoutKernels } = alignment;
/** A metric of which there is no kernel; among the others, so that columns stand on both sides of it. */
const added: StepMetric = { ...withoutKernels, measure: (input) => alignment.measure(input).mul(2) };
const ofValue: StepMetric = { ...added, measure: ({ value }) => value.mean([1, 2]) };
const [first, ...others] = STEP_METRICS;
const MEASURES = [first as StepMetric, added, ...others, ofValue];
const LAST = MEASURES.length - 1;

/** The rest of what a metric may ask for. */
const NOTHING = {} as StepInput;

const ARMS = [headArm("infoNce", 2), headArm("flatNce", 1, "bfloat16")];
const TEMPERATURES = [0.1, 0.3, 0.2];

function embeddings(): tf.Tensor3D {
  const next = pseudoRandom(77);
  return tf.tensor3d(TEMPERATURES.map(() => randomMatrix(12, 5, next)));
}

describeOnEachBackend("a metric without a kernel", () => {
  const head = (measures: readonly StepMetric[]) =>
    contrastiveHead(embeddings(), tf.tensor3d(TEMPERATURES, [3, 1, 1]), ARMS, undefined, measures);

  it("is measured beside the others, which stay equal to the bit", async () => {
    const [usual, more] = [head(STEP_METRICS), head(MEASURES)];
    expect(await bits(more.gradient)).toEqual(await bits(usual.gradient));
    expect(await bits(more.logXi)).toEqual(await bits(usual.logXi));
    const kept = MEASURES.flatMap((metric, k) => (STEP_METRICS.includes(metric) ? [k] : []));
    expect(await bits(tf.gather(more.metrics, kept, 1))).toEqual(await bits(usual.metrics));
    const column = (metrics: tf.Tensor, k: number) => metrics.slice([0, k], [-1, 1]);
    const doubled = column(usual.metrics, STEP_METRICS.indexOf(alignment)).mul(2);
    await expectAllclose(column(more.metrics, 1), await doubled.array());
    await expectAllclose(column(more.metrics, LAST), await column(usual.metrics, 0).array());
  });

  it("leaves its values with those of the step, at the temperatures of the step's block", async () => {
    const [block, sink] = [new StepBlock(3), new StepSink({ learners: 3, views: 12 }, 4, undefined, MEASURES)];
    block.set({ slot: sink.metrics.slotOf(5), temperatures: TEMPERATURES });
    tf.tidy(() => {
      stepHead(embeddings(), { block, temperature: null }, ARMS, sink);
    });
    sink.metrics.advance(5);
    expect(Array.from((await sink.metrics.drain()).values)).toEqual(await flatten(head(MEASURES).metrics));
    sink.dispose();
    block.dispose();
  });
});

describeOnEachBackend("a metric without WGSL in the fused head", () => {
  it("adds its own operations to the five programs, and no others", () => {
    const backend = playgroundBackend()!;
    const [z, temperatures] = [embeddings(), tf.tensor3d(TEMPERATURES, [3, 1, 1])];
    const dispatches = (work: () => unknown) => backend.record(() => void tf.tidy(() => void work())).dispatches;
    const ofHead = (measures: readonly StepMetric[]) =>
      dispatches(() => contrastiveHead(z, temperatures, ARMS, undefined, measures));
    const alone = dispatches(() => measureAll([added], { ...NOTHING, unit: normalize(z).unit }));
    expect(ofHead(STEP_METRICS)).toBe(5);
    expect(alone).toBeGreaterThan(0);
    expect(ofHead([...STEP_METRICS, added])).toBe(5 + alone);
  });
}, ["webgpu"]);
