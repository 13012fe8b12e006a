import * as tf from "@tensorflow/tfjs";
import { expect, it, vi } from "vitest";
import type { ExperimentInput } from "../../../src/config/schema";
import type { StepTrace } from "../../../src/record/events";
import { recordOf } from "../../../src/session/run";
import type { Watching } from "../../../src/training/trace/stepTracer";
import { ViewSource } from "../../../src/training/viewSource";
import { expectAllclose } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";
import { dataOf, prepare, tensorsAt, tinyConfig } from "../../support/experiment";

/** Only first views are anchors: the traces have all of them. */
const ONE_WAY: ExperimentInput = { arms: [{ objective: "infoNceOneWay" }, { objective: "flatNceOneWay" }] };

async function watched(changes: ExperimentInput, watching: Watching = "all") {
  const config = tinyConfig(changes);
  const { trainer, run } = await prepare(config, { views: true });
  if (trainer.tracer) trainer.tracer.watching = watching;
  while (!trainer.finished) await trainer.advance();
  await trainer.settle();
  return { config, trainer, run };
}

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
const traceOf = (traces: readonly StepTrace[], step: number) =>
  traces.find((trace) => trace.step === step) as StepTrace;

describeOnEachBackend("a watched update", () => {
  it("is the one that would have been made", async () => {
    const alone = await watched({}, "none");
    const seen = await watched({});
    expect(alone.run.traces).toEqual([]);
    expect(seen.run.traces.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(recordOf(seen.run).learners).toEqual(recordOf(alone.run).learners);
    for (const { trainer } of [alone, seen]) trainer.dispose();
  });

  it("has the log xi that the loss itself was made of", async () => {
    const { trainer, run } = await watched(ONE_WAY);
    const [first] = recordOf(run).learners;
    for (const step of [0, 6]) {
      const { arms, seed } = traceOf(run.traces, step);
      expect(seed).toBe(first!.seed);
      const losses = arms.map(({ logXi }) => mean(logXi.map((value) => Math.log1p(Math.exp(value)))));
      expect(losses[0]).toBeCloseTo(first!.series.objective![step] as number, 3);
      expect(arms[0]!.weight).toHaveLength(4);
    }
    trainer.dispose();
  });

  it("starts where the learners of a seed start, and moves what is trained", async () => {
    const encoder = { id: "mlp", width: 8, depth: 1, projection: 2 } as const;
    const optimizer = { id: "sgd", learningRate: 0.05 } as const;
    const { trainer, run } = await watched({ steps: 1, encoder, optimizer });
    const [trace] = run.traces;
    const [one, other] = trace!.arms;
    expect(one!.circle).toBe(true);
    expect(one!.before).toEqual(other!.before);
    expect(one!.after).not.toEqual(one!.before);
    expect(one!.after).not.toEqual(other!.after);
    trainer.dispose();
  });

  it("is of views that are drawn again, whenever they are asked for", async () => {
    const { config, trainer } = await watched({});
    const dataset = await dataOf(config);
    const source = new ViewSource(dataset, config);
    const [step, second] = [2, 1];
    const own = source.views(step).slice([second, 0, 0], [1, 8, 2]).reshape([2, 4, 2]).transpose([1, 0, 2]);
    const { pairs } = await trainer.tracer!.viewsOf(step, config.seed + second);
    expect(pairs).toMatchObject({ count: 4, shape: [2] });
    await expectAllclose(tf.tensor(pairs.values, [4, 2, 2]), own);
    source.dispose();
    trainer.dispose();
  });

  it("leaves nothing behind where the update breaks", async () => {
    const { trainer } = await prepare(tinyConfig({ steps: 1000 }), { views: true });
    trainer.tracer!.watching = "all";
    for (let step = 0; step < 5; step++) await trainer.advance();
    await trainer.settle();
    const before = tf.memory().numTensors;
    const update = vi.spyOn(Reflect.get(trainer, "measurements"), "update");
    update.mockImplementation(() => {
      throw new Error("device lost");
    });
    await expect(trainer.advance()).rejects.toThrow("device lost");
    await vi.waitFor(() => expect(tf.memory().numTensors).toBe(before));
    trainer.dispose();
  });

  it("leaves no tensors behind", async () => {
    const config = tinyConfig({ steps: 1000 });
    const before = tf.memory().numTensors;
    const { trainer } = await prepare(config, { views: true });
    trainer.tracer!.watching = "all";
    const counts = await tensorsAt(trainer, [10, 20]);
    trainer.dispose();
    expect(counts[1]).toBe(counts[0]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
