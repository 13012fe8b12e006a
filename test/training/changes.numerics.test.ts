import { expect, it, vi } from "vitest";
import type { ExperimentConfig, ExperimentInput } from "../../src/config/schema";
import type { RunChange } from "../../src/record/changes";
import { applyEvent, newRun, type Run, recordOf } from "../../src/session/run";
import type { StateDict } from "../../src/training/stateDict/types";
import { Trainer } from "../../src/training/trainer";
import { describeOnEachBackend } from "../support/backends";
import { dataOf, ENVIRONMENT, tinyConfig } from "../support/experiment";

// Software graphics compile the programs of every case.
vi.setConfig({ testTimeout: 240_000 });

const ENV = { ...ENVIRONMENT, backend: "cpu", kernels: "reference" } as const;

/** Long enough that steps are recorded and replayed before and after a change. */
const CONFIG = tinyConfig({
  arms: [{ objective: "infoNce" }, { objective: "flatNce", learningRate: 0.02 }],
  optimizer: { id: "sgd", learningRate: 0.05, momentum: 0.8 },
  gradientProbe: { every: 4, microBatches: 2 },
  evaluation: { every: 4, trainSamples: 32, testSamples: 16, knn: { k: 5 } },
  steps: 12,
});

interface Begun {
  changes?: RunChange[];
  resumeFrom?: StateDict;
  /** The run so far, of which the events are added to. */
  run?: Run;
}

async function begin(config: ExperimentConfig, { run = newRun(config, null, null), ...from }: Begun = {}) {
  const options = { config, dataset: await dataOf(config), environment: ENV, views: false, ...from };
  return { run, trainer: new Trainer({ ...options, emit: (event) => applyEvent(run, event) }) };
}

async function advance(trainer: Trainer, step = Number.POSITIVE_INFINITY): Promise<void> {
  while (trainer.step < step && !trainer.finished) await trainer.advance();
  await trainer.settle();
}

/** What was measured and what there is in the end. */
async function outcome({ run, trainer }: Awaited<ReturnType<typeof begin>>) {
  await advance(trainer);
  const { learners, summary, paired, changes, config, stepsDone } = recordOf(run);
  const state = await trainer.stateDict();
  trainer.dispose();
  return { learners, summary, paired, changes, config, stepsDone, state };
}

/** What a run is changed by while it goes on, and when. */
const CHANGES: [string, [step: number, patch: ExperimentInput][]][] = [
  ["learning rate and temperature", [[5, { optimizer: { learningRate: 0.2 }, temperature: 0.3 }]]],
  [
    "an arm's own learning rate and temperature",
    [
      [
        5,
        {
          arms: [
            { objective: "infoNce", temperature: 0.1 },
            { objective: "flatNce", learningRate: 0.1 },
          ],
        },
      ],
    ],
  ],
  [
    "weight decay, which a recorded step has in it, and the schedule",
    [
      [4, { optimizer: { weightDecay: 0.1, schedule: { id: "cosine" } } }],
      [9, { optimizer: { weightDecay: 0 } }],
    ],
  ],
];

describeOnEachBackend("a run that is changed while it goes on", (backend) => {
  const cases = backend === "webgpu" ? CHANGES.slice(2) : CHANGES;

  it.each(cases)("is repeated to the bit by its config and its changes: %s", async (_, plan) => {
    const changed = await begin(CONFIG);
    for (const [step, patch] of plan) {
      await advance(changed.trainer, step);
      changed.trainer.change(patch);
    }
    const first = await outcome(changed);
    expect(first.config).toEqual(CONFIG);
    expect(first.changes).toEqual(plan.map(([step, patch]) => ({ step, patch })));
    const again = await outcome(await begin(CONFIG, { changes: first.changes! }));
    expect(again).toEqual(first);
    // A step that was recorded before the change must not be replayed after it.
    const unrecorded = await outcome(await begin({ ...CONFIG, captured: false }, { changes: first.changes! }));
    expect(unrecorded.state).toEqual(first.state);
    const untouched = await outcome(await begin(CONFIG));
    expect(untouched.learners).not.toEqual(first.learners);
  });

  it("takes a change over before its next step", async () => {
    const patch = { optimizer: { weightDecay: 0.1, learningRate: 0.1 }, temperature: 0.4 };
    const changed = await begin(CONFIG);
    changed.trainer.change(patch);
    const asFrom = await begin(
      tinyConfig({ ...CONFIG, ...patch, optimizer: { ...CONFIG.optimizer, ...patch.optimizer } }),
    );
    const [one, other] = [await outcome(changed), await outcome(asFrom)];
    expect(one.learners).toEqual(other.learners);
    expect(one.state).toEqual(other.state);
  });
});

describeOnEachBackend("a change of a run", () => {
  it("is gone on with from a state, to the bit", async () => {
    const patch = { optimizer: { learningRate: 0.2 } };
    const whole = await begin(CONFIG);
    await advance(whole.trainer, 5);
    whole.trainer.change(patch);
    await advance(whole.trainer, 7);
    const resumeFrom = await whole.trainer.stateDict();
    const { columns, layers, changes, config } = whole.run;
    const run = { ...newRun(CONFIG, null, null), config, changes, columns: columns.upTo(7), layers: layers.upTo(7) };
    const resumed = await begin(CONFIG, { run, resumeFrom, changes });
    expect(await outcome(resumed)).toEqual(await outcome(whole));
  });

  it("gives a finished run more steps, and is repeated from the beginning with the measurements of both ends", async () => {
    const config = tinyConfig({ ...CONFIG, steps: 6 });
    const longer = await begin(config);
    await advance(longer.trainer);
    expect(longer.trainer.finished).toBe(true);
    longer.trainer.change({ steps: 10 });
    expect(longer.trainer.finished).toBe(false);
    const first = await outcome(longer);
    expect(first).toMatchObject({ stepsDone: 10, config: { steps: 6 }, changes: [{ step: 6, patch: { steps: 10 } }] });
    expect(await outcome(await begin(config, { changes: first.changes! }))).toEqual(first);
  });

  it.each<[string, ExperimentInput, string]>([
    ["shapes tensors", { encoder: { id: "mlp", width: 16 } }, "encoder.width"],
    ["another loss", { arms: [{ objective: "flatNce" }, { objective: "flatNce" }] }, "arms"],
    ["is not allowed", { temperature: -1 }, "temperature"],
    ["lies behind it", { steps: 2 }, "is at step 3"],
  ])("that %s is refused in a sentence, and the run stays as it was", async (_, patch, said) => {
    const { trainer, run } = await begin(CONFIG);
    await advance(trainer, 3);
    expect(() => trainer.change(patch)).toThrow(said);
    expect(run.changes).toEqual([]);
    expect(run.config).toEqual(CONFIG);
    trainer.dispose();
  });
}, ["cpu"]);
