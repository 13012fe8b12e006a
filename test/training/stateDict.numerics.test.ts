import { expect, it, vi } from "vitest";
import type { ExperimentConfig, ExperimentInput } from "../../src/config/schema";
import type { PlaygroundBackend } from "../../src/engine/webgpu/backend";
import type { TrainerEvent } from "../../src/record/events";
import type { StateDict } from "../../src/training/stateDict/types";
import { Trainer, type TrainerOptions } from "../../src/training/trainer";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";
import { dataOf, ENVIRONMENT, tinyConfig } from "../support/experiment";

// Software graphics compile the programs of every case.
vi.setConfig({ testTimeout: 240_000 });

/** What learners can carry, each in some case; the probe and the evaluation fall before and after the save. */
const CASES: [string, ExperimentInput][] = [
  [
    "Adam, batch normalization, a live temperature of both kinds and a memory of samples",
    {
      encoder: { id: "mlp", width: 8, depth: 2, projection: 4, norm: "batch" },
      arms: [
        { objective: "sogClr" },
        { objective: "infoNce", temperatureRule: "learned" },
        { objective: "flatNce", temperatureRule: "ess" },
      ],
    },
  ],
  [
    "SGD with momentum, matched norms and a queue",
    {
      arms: [{ objective: "infoNce" }, { objective: "flatNce" }],
      queue: { size: 10, momentum: 0.9 },
      optimizer: { id: "sgd", learningRate: 0.05, momentum: 0.8, matchGradientNorm: true },
    },
  ],
  [
    "LARS, a classifier and learned numbers, through warm-up and cosine",
    {
      arms: [{ objective: "supervised" }, { objective: "sigLip" }],
      optimizer: { id: "lars", learningRate: 0.1, weightDecay: 1e-3, schedule: { id: "cosine", warmupSteps: 3 } },
    },
  ],
  ["SGD without momentum", { optimizer: { id: "sgd", learningRate: 0.05, momentum: 0 } }],
];

const SAVED_AT = 4;

/** Both runs are recorded, then replayed; both are probed and evaluated, also at their end. */
const SHORT = {
  seeds: 2,
  steps: 8,
  gradientProbe: { every: 4, microBatches: 2, common: false },
  evaluation: { every: 4, trainSamples: 32, testSamples: 16, knn: { k: 5 } },
} satisfies ExperimentInput;

function configOf(changes: ExperimentInput): ExperimentConfig {
  return tinyConfig({ ...SHORT, ...changes });
}

/** A trainer and all that it tells of the learners. */
async function trainerOf(config: ExperimentConfig, resumeFrom?: StateDict) {
  const events: TrainerEvent[] = [];
  const emit: TrainerOptions["emit"] = (event) => events.push(event);
  const environment = { ...ENVIRONMENT, backend: "cpu", kernels: "reference" } as const;
  const trainer = new Trainer({ config, dataset: await dataOf(config), environment, emit, views: false, resumeFrom });
  return { trainer, events };
}

async function advance(trainer: Trainer, steps = Number.POSITIVE_INFINITY): Promise<void> {
  while (trainer.step < steps && !trainer.finished) await trainer.advance();
  await trainer.settle();
}

/** Every value by metric, step and learner; and what was measured of layers. */
function measuredFrom(events: readonly TrainerEvent[], step: number): unknown {
  const rows = events.flatMap((event) => (event.type === "rows" ? valuesOf(event.rows) : []));
  const layers = events.flatMap((event) =>
    event.type === "layers" && event.layers.step >= step ? [event.layers] : [],
  );
  const signal = events.flatMap((event) =>
    event.type === "signal" && event.signal.step >= step ? [event.signal] : [],
  );
  return { values: new Map(rows.filter(([key]) => Number(key.split(" ")[0]) >= step).sort()), layers, signal };
}

function valuesOf({ steps, values }: Extract<TrainerEvent, { type: "rows" }>["rows"]): [string, number[]][] {
  return Object.entries(values).flatMap(([metric, column]) =>
    Array.from(steps, (step, row): [string, number[]] => {
      const learners = column.length / steps.length;
      return [`${step} ${metric}`, Array.from(column.subarray(row * learners, (row + 1) * learners))];
    }),
  );
}

/** Saves in the middle of one run, goes on from there in another, and compares. */
async function expectToGoOn(config: ExperimentConfig, carry: (state: StateDict) => StateDict = (state) => state) {
  const whole = await trainerOf(config);
  await advance(whole.trainer, SAVED_AT);
  const saved = carry(await whole.trainer.stateDict());
  expect(saved.step).toBe(SAVED_AT);
  await advance(whole.trainer);
  const resumed = await trainerOf(config, saved);
  expect(resumed.trainer.step).toBe(SAVED_AT);
  expect(await resumed.trainer.stateDict()).toEqual(saved);
  await advance(resumed.trainer);
  expect(measuredFrom(resumed.events, 0)).toEqual(measuredFrom(whole.events, SAVED_AT));
  expect(await resumed.trainer.stateDict()).toEqual(await whole.trainer.stateDict());
  for (const { trainer } of [whole, resumed]) trainer.dispose();
}

describeOnEachBackend("a run that goes on from a state dict", () => {
  it.each(CASES)("is the run that was not interrupted, to the bit: %s", async (_, changes) => {
    await expectToGoOn(configOf(changes));
  });
});

describeOnWebGpu("a run that goes on from a state dict, otherwise carried out", (backend: PlaygroundBackend) => {
  it.each(CASES.slice(0, 2))("is the same without replay, to the bit: %s", async (_, changes) => {
    await expectToGoOn(configOf({ ...changes, captured: false }));
  });

  it.each(CASES.slice(1, 2))("is the same by the reference operations, to the bit: %s", async (_, changes) => {
    backend.fused = false;
    try {
      await expectToGoOn(configOf(changes));
    } finally {
      backend.fused = true;
    }
  });
});
