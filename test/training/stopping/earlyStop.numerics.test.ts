import { expect, it, vi } from "vitest";
import type { ExperimentConfig, ExperimentInput } from "../../../src/config/schema";
import type { RunChange } from "../../../src/record/changes";
import { readRecord } from "../../../src/record/migrate";
import { applyEvent, newRun, recordOf } from "../../../src/session/run";
import type { StateDict } from "../../../src/training/stateDict/types";
import { Trainer } from "../../../src/training/trainer";
import { describeOnEachBackend } from "../../support/backends";
import { dataOf, ENVIRONMENT, tinyConfig } from "../../support/experiment";

// Software graphics compile the programs of every case.
vi.setConfig({ testTimeout: 240_000 });

const ENV = { ...ENVIRONMENT, backend: "cpu", kernels: "reference" } as const;
const STEPS = 60;
const LATE = { every: 1000, trainSamples: 32, testSamples: 16, knn: { k: 5 } };

function configOf(stop: ExperimentInput["stop"], changes: ExperimentInput = {}): ExperimentConfig {
  return tinyConfig({ steps: STEPS, gradientProbe: { every: 0 }, stop, ...changes });
}

interface From {
  resumeFrom?: StateDict;
  changes?: RunChange[];
}

async function begin(config: ExperimentConfig, from: From = {}) {
  const run = newRun(config, null, null);
  const options = { config, dataset: await dataOf(config), environment: ENV, views: false, ...from };
  return { run, trainer: new Trainer({ ...options, emit: (event) => applyEvent(run, event) }) };
}

async function advance({ trainer, run }: Awaited<ReturnType<typeof begin>>, step = Number.POSITIVE_INFINITY) {
  while (trainer.step < step && !trainer.finished) await trainer.advance();
  await trainer.settle();
  return run.stoppedEarly;
}

describeOnEachBackend("a run with rules for its end", () => {
  it("stops at one step, again and gone on from any checkpoint", async () => {
    const config = configOf({ patience: 3 });
    const first = await begin(config);
    const stop = await advance(first);
    expect(stop).toMatchObject({ rule: "patience", step: first.trainer.step });
    expect(first.trainer.step).toBeLessThan(STEPS);
    const again = await begin(config);
    const cuts: StateDict[] = [];
    while (!again.trainer.finished) {
      await advance(again, again.trainer.step + 4);
      cuts.push(await again.trainer.stateDict());
    }
    expect(again.run.stoppedEarly).toEqual(stop);
    for (const resumeFrom of cuts)
      expect(await advance(await begin(config, { resumeFrom })), `from ${resumeFrom.step}`).toEqual(stop);
  });

  it("says why in its record, which is read back", async () => {
    const ended = await begin(configOf({ target: 0.01, metric: "knnAccuracy" }));
    const stop = await advance(ended);
    const record = recordOf(ended.run);
    expect(record.stoppedEarly).toEqual({
      step: stop?.step,
      rule: "target",
      reason: "Stopped at step 0: every arm reached 0.01 in kNN accuracy",
    });
    expect(readRecord(JSON.parse(JSON.stringify(record)))).toMatchObject({ ok: true, config: record });
  });

  it("goes on once its rules are changed, and repeats that by its changes", async () => {
    const config = configOf({ patience: 2 });
    const raised = await begin(config);
    const stop = await advance(raised);
    raised.trainer.change({ stop: { patience: 4 } });
    expect(raised.trainer.finished).toBe(false);
    expect(raised.run.stoppedEarly).toBeNull();
    const later = await advance(raised);
    expect(raised.trainer.step).toBeGreaterThan(stop?.step ?? STEPS);
    const again = await begin(config, { changes: raised.run.changes });
    expect(await advance(again)).toEqual(later);
    expect(await again.trainer.stateDict()).toEqual(await raised.trainer.stateDict());
  });

  it("is not let go on by a change of something else", async () => {
    const ended = await begin(configOf({ patience: 2 }));
    const stop = await advance(ended);
    ended.trainer.change({ temperature: 0.3 });
    expect(ended.trainer.finished).toBe(true);
    expect(ended.run.stoppedEarly).toEqual(stop);
  });

  it("measures its end, by a rule of time and by one of gradients too", async () => {
    for (const stop of [{ minutes: 1e-6 }, { metric: "gradientSnr", patience: 1 }] as const) {
      const ended = await begin(configOf(stop, { gradientProbe: { every: 2, microBatches: 2 }, evaluation: LATE }));
      expect(await advance(ended)).not.toBeNull();
      const accuracies = ended.run.columns.get("probeAccuracy");
      expect(accuracies?.steps[(accuracies?.length ?? 0) - 1]).toBe(ended.trainer.step);
    }
  });

  it("without rules has a state as ever, and takes one from before there were any", async () => {
    const plain = await begin(configOf({}));
    await advance(plain, 7);
    const state = await plain.trainer.stateDict();
    expect([...state.tensors.keys()].filter((name) => name.includes("stop."))).toEqual([]);
    const resumed = await begin(configOf({ patience: 1, minutes: 60 }), { resumeFrom: state });
    expect(await advance(resumed)).toMatchObject({ rule: "patience" });
  });
}, ["cpu"]);
