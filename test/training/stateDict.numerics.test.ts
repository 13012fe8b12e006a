import * as tf from "@tensorflow/tfjs";
import { expect, it, vi } from "vitest";
import type { ExperimentConfig, ExperimentInput } from "../../src/config/schema";
import { device } from "../../src/engine/currentDevice";
import { readCheckpoint, writeCheckpoint } from "../../src/export/checkpoint";
import type { TrainerEvent } from "../../src/record/events";
import { readStateDict, writeStateDict } from "../../src/training/stateDict/stateDict";
import { type StateDict, StateDictError, type StateEntry } from "../../src/training/stateDict/types";
import { Trainer } from "../../src/training/trainer";
import type { TrainerOptions } from "../../src/training/trainerOptions";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";
import { dataOf, ENVIRONMENT, tinyConfig, underway } from "../support/experiment";
import { IS_THOROUGH } from "../support/thorough";

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

/** Of the encoder that `a state dict` is tested with. */
const WEIGHTS = {
  "encoder.0.weight": [8, 2],
  "encoder.1.weight": [8],
  "encoder.1.bias": [8],
  "projection.0.weight": [8, 8],
  "projection.0.bias": [8],
  "projection.2.weight": [4, 8],
  "projection.2.bias": [4],
};

/** Type and shape of every tensor at the beginning. */
async function shapesOf(config: ExperimentConfig): Promise<Record<string, unknown[]>> {
  const { trainer } = await trainerOf(config);
  const { tensors } = await trainer.stateDict();
  trainer.dispose();
  return Object.fromEntries([...tensors].map(([name, { dtype, shape }]) => [name, [dtype, ...shape]]));
}

/** Saves in the middle of one run, goes on from there in another, and compares. */
async function expectToContinue(config: ExperimentConfig, carry: (state: StateDict) => StateDict = (state) => state) {
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

describeOnEachBackend("a run that goes on from a state dict", (backend) => {
  // On WebGPU a checkpoint's bytes, below, say the same of the first case.
  it.runIf(backend !== "webgpu" || IS_THOROUGH).each(CASES)(
    "is the run that was not interrupted, to the bit: %s",
    async (_, changes) => {
      await expectToContinue(configOf(changes));
    },
  );
});

describeOnWebGpu("a run that goes on from a state dict, otherwise carried out", (backend) => {
  it.runIf(IS_THOROUGH).each(CASES.slice(0, 2))("is the same without replay, to the bit: %s", async (_, changes) => {
    await expectToContinue(configOf({ ...changes, captured: false }));
  });

  it.runIf(IS_THOROUGH).each(CASES.slice(1, 2))(
    "is the same by the reference operations, to the bit: %s",
    async (_, changes) => {
      backend.fused = false;
      try {
        await expectToContinue(configOf(changes));
      } finally {
        backend.fused = true;
      }
    },
  );
});

describeOnEachBackend("a state dict", () => {
  const config = configOf({
    arms: [{ objective: "sogClr" }, { objective: "infoNce", temperatureRule: "ess" }],
    encoder: { id: "mlp", width: 8, depth: 1, projection: 4, norm: "batch" },
    seeds: 1,
  });

  it("has everything under PyTorch's names and in its shapes", async () => {
    const shapes = await shapesOf(config);
    const expected: Record<string, unknown[]> = { "carried.measured_at": ["I32"] };
    for (const learner of ["arm0.seed1", "arm1.seed1"]) {
      for (const [name, shape] of Object.entries(WEIGHTS)) {
        expected[`${learner}.${name}`] = ["F32", ...shape];
        for (const slot of ["exp_avg", "exp_avg_sq"])
          expected[`optimizer.${learner}.${name}.${device() ? slot : `${slot}_sum`}`] = ["F32", ...shape];
      }
      for (const name of ["running_mean", "running_var"]) expected[`${learner}.encoder.1.${name}`] = ["F32", 8];
      expected[`carried.${learner}.temperature_factor`] = ["F32"];
      expected[`carried.${learner}.noise_scale_averages`] = ["F64", 2];
      expected[`carried.${learner}.stopped_at`] = ["I32"];
    }
    expected["carried.arm0.seed1.memory"] = ["F32", 2, 64];
    expect(shapes).toEqual(expected);
  });

  it("has a queue and the encoder of its keys", async () => {
    const { encoder } = config;
    const shapes = await shapesOf(
      configOf({ encoder, seeds: 1, queue: { size: 8, momentum: 0.9 }, optimizer: { id: "sgd" } }),
    );
    expect(shapes).toMatchObject({ "carried.arm1.seed1.queue.entries": ["F32", 8, 4] });
    for (const [name, shape] of Object.entries(WEIGHTS)) {
      expect(shapes[`carried.arm0.seed1.key_encoder.${name}`]).toEqual(["F32", ...shape]);
      expect(shapes[`optimizer.arm0.seed1.${name}.momentum_buffer`]).toEqual(["F32", ...shape]);
    }
  });

  const changed = (name: string, change: (entry: StateEntry) => StateEntry | null) => (state: StateDict) => {
    const tensors = new Map(state.tensors);
    const entry = change(tensors.get(name) ?? { dtype: "I32", shape: [], values: new Int32Array(1) });
    if (entry) tensors.set(name, entry);
    else tensors.delete(name);
    return { ...state, tensors };
  };
  const WEIGHT = "arm0.seed1.encoder.0.weight";

  it.each<[string, (state: StateDict) => StateDict, string]>([
    ["without a tensor", changed(WEIGHT, () => null), `no tensor ${WEIGHT}, which has to be F32 [8, 2]`],
    ["with one more", changed("arm7.seed1.x", (entry) => entry), "a tensor arm7.seed1.x"],
    [
      "of another shape",
      changed(WEIGHT, () => ({ dtype: "F32", shape: [2, 8], values: new Float32Array(16) })),
      `${WEIGHT} of the state is F32 [2, 8], but this experiment needs F32 [8, 2]`,
    ],
    [
      "of other numbers",
      changed(WEIGHT, () => ({ dtype: "F64", shape: [8, 2], values: new Float64Array(16) })),
      "is F64 [8, 2]",
    ],
    [
      "of a step beyond the end",
      (state) => ({ ...state, step: 9 }),
      "step 9, but this experiment has the steps 0 to 8",
    ],
    ["of no step", (state) => ({ ...state, step: Number.NaN }), "step NaN"],
  ])("%s is refused in a sentence, and nothing is kept", async (_, damage, said) => {
    const { trainer } = await trainerOf(config);
    const state = await trainer.stateDict();
    const before = tf.memory().numTensors;
    await expect(trainerOf(config, damage(state))).rejects.toThrow(said);
    await expect(trainerOf(config, damage(state))).rejects.toThrow(StateDictError);
    expect(tf.memory().numTensors).toBe(before);
    trainer.dispose();
  });

  it("that does not fit leaves a cohort untouched", async () => {
    const { cohort, training, dispose } = await underway({ seeds: 1 });
    const names = ["arm0.seed1", "arm1.seed1"];
    const state = await readStateDict(training.places, names, 0);
    training.update(0);
    const trained = await readStateDict(training.places, names, 0);
    expect(trained).not.toEqual(state);
    const last = [...state.tensors.keys()].at(-1) as string;
    expect(() => writeStateDict(training.places, names, changed(last, () => null)(state))).toThrow(last);
    expect(await readStateDict(training.places, names, 0)).toEqual(trained);
    writeStateDict(cohort.places, names, await readStateDict(cohort.places, names, 0));
    expect(await readStateDict(training.places, names, 0)).toEqual(trained);
    dispose();
  });

  it("brings back which learners had stopped", async () => {
    // With a decay of 1 and a learning rate of 10 a weight is multiplied by -9 in every step: z overflows at step 14.
    const diverging = configOf({
      arms: [{ objective: "infoNce", learningRate: 10 }, { objective: "infoNce" }],
      optimizer: { id: "sgd", learningRate: 0.01, momentum: 0, weightDecay: 1 },
      gradientProbe: { every: 0 },
      evaluation: { every: 0 },
      steps: 30,
      seeds: 1,
    });
    const { trainer, events } = await trainerOf(diverging);
    await advance(trainer, 20);
    const saved = await trainer.stateDict();
    const stops = events.filter(({ type }) => type === "learnerStopped");
    trainer.dispose();
    const resumed = await trainerOf(diverging, saved);
    expect(resumed.events.map(({ type }) => type)).toEqual(["ready", ...stops.map(({ type }) => type)]);
    expect(resumed.events.slice(1)).toEqual(stops);
    expect(stops).toHaveLength(1);
    resumed.trainer.dispose();
  });
}, ["cpu", "webgpu"]);

describeOnEachBackend("a checkpoint's bytes", () => {
  it("bring a run back to the bit", async () => {
    const [, changes] = CASES[0] as (typeof CASES)[number];
    const config = configOf({ ...changes, captured: true });
    await expectToContinue(config, (state) => readCheckpoint(writeCheckpoint({ config, state, run: null })).state);
  });
}, ["cpu", "webgpu"]);

describeOnWebGpu("a state dict of the reference operations", (backend) => {
  it("is taken up by the fused kernels, with Adam's averages as they would be", async () => {
    const config = configOf({ seeds: 1 });
    backend.fused = false;
    const { trainer } = await trainerOf(config);
    await advance(trainer, 2);
    const state = await trainer.stateDict();
    trainer.dispose();
    backend.fused = true;
    const resumed = await trainerOf(config, state);
    const { tensors } = await resumed.trainer.stateDict();
    const name = "optimizer.arm0.seed1.encoder.0.weight.exp_avg";
    const sum = state.tensors.get(`${name}_sum`)!.values;
    expect(tensors.get(name)!.values).toEqual(Float32Array.from(sum, (value) => value * (1 - 0.9)));
    await advance(resumed.trainer);
    resumed.trainer.dispose();
  });
});
