import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaults } from "../../src/config/parse";
import { checkpointBytes, readCheckpoint, writeCheckpoint } from "../../src/export/checkpoint";
import { readSafetensors, SafetensorsError, writeSafetensors } from "../../src/export/safetensors";
import { saidOf } from "../../src/i18n/errors";
import { APP } from "../../src/record/build";
import { RunColumns } from "../../src/record/columns";
import { LayerSeries } from "../../src/record/layers";
import type { RunSoFar } from "../../src/record/soFar";
import type { StateDict } from "../../src/training/stateDict/types";
import { inTasks } from "../../src/worker/tasks";
import { EMPTY_RECORD } from "../support/emptyRecord";

const config = { ...defaults(), seeds: 1 };
const state: StateDict = {
  step: 12,
  tensors: new Map([
    ["arm0.seed1.encoder.0.weight", { dtype: "F32", shape: [1, 2], values: Float32Array.of(0.1, Number.NaN) }],
    ["carried.arm0.seed1.noise_scale_averages", { dtype: "F64", shape: [2], values: Float64Array.of(0.1, 1e300) }],
    ["carried.arm0.seed1.stopped_at", { dtype: "I32", shape: [], values: Int32Array.of(-1) }],
  ]),
};

function withMetadata(metadata: Record<string, string>): Uint8Array {
  return writeSafetensors({ tensors: new Map(), metadata });
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("a checkpoint", () => {
  it("comes back from its file with its experiment and its step", () => {
    const bytes = writeCheckpoint({ config, state, run: null });
    const read = readCheckpoint(bytes);
    expect(read.config).toEqual(config);
    expect(read.state.step).toBe(12);
    expect(new Map([...read.state.tensors].sort())).toEqual(state.tensors);
    expect(readSafetensors(bytes).metadata).toMatchObject({
      step: "12",
      format: "pt",
      app: `${APP.name} ${APP.version}`,
    });
  });

  const columns = new RunColumns(2);
  columns.append({
    steps: Int32Array.of(0, 1),
    values: {
      infoNce: Float32Array.of(0.1, 2, Number.NaN, 4),
      gradientVariance: Float32Array.of(5, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN),
    },
  });
  columns.clock.note(2, 40);
  const layers = new LayerSeries();
  const rows = (...values: number[]) => values.map((value) => Float32Array.of(value, value + 1));
  layers.append({
    step: 1,
    names: ["weight", "bias"],
    gradientVariance: rows(1, 2),
    gradientNoise: rows(3, Number.NaN),
    varianceQuantiles: { p10: rows(5, 6), p50: rows(7, 8), p90: rows(9, 10) },
  });
  const facts = {
    id: "run",
    presetId: "points",
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1500,
    environment: EMPTY_RECORD.environment,
    changes: [{ step: 1, patch: { temperature: 0.2 } }],
  };
  const run: RunSoFar = { ...facts, columns, layers };
  const oneArm = { ...config, seeds: 2, arms: [{ objective: "infoNce" as const }] };

  it("comes back with all that was measured, to the bit", () => {
    const read = readCheckpoint(writeCheckpoint({ config: oneArm, state, run }));
    const { columns: found, layers: foundLayers, ...rest } = read.run!;
    expect(rest).toEqual(facts);
    expect(found.clock.points).toEqual({ step: [2], ms: [40] });
    expect([...read.state.tensors.keys()].sort()).toEqual([...state.tensors.keys()].sort());
    expect(found.metrics().sort()).toEqual(columns.metrics().sort());
    for (const learner of [0, 1]) {
      expect(found.series(learner)).toEqual(columns.series(learner));
      expect(foundLayers.series(learner)).toEqual(layers.series(learner));
    }
    expect(found.get("gradientVariance")?.values[1]?.[0]).toBe(Number.POSITIVE_INFINITY);
  });

  it("can be interrupted while it is written, often enough for a page that goes on, and is the same file", async () => {
    const long = new RunColumns(16);
    const steps = Int32Array.from({ length: 20_000 }, (_, step) => step);
    long.append({ steps, values: { infoNce: Float32Array.from({ length: 16 * steps.length }, (_, i) => i) } });
    const checkpoint = { config: oneArm, state, run: { ...run, columns: long.upTo(steps.length) } };
    const whole = writeCheckpoint(checkpoint);
    const work = checkpointBytes(checkpoint);
    // In blocks of 65,536 numbers.
    for (let block = 0; block < 4; block++) expect(work.next().done).toBe(false);
    // What is measured meanwhile is not in it.
    long.append({ steps: Int32Array.of(steps.length), values: { infoNce: new Float32Array(16) } });
    expect(Buffer.compare(await inTasks(work), whole)).toBe(0);
  });

  it("is read from bytes of Node, wherever they lie", () => {
    const bytes = writeCheckpoint({ config, state, run: null });
    const pool = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3);
    expect(readCheckpoint(pool).state.tensors.get("carried.arm0.seed1.noise_scale_averages")).toEqual(
      state.tensors.get("carried.arm0.seed1.noise_scale_averages"),
    );
  });

  it("of a version without a record is read", () => {
    const { run: found } = readCheckpoint(writeCheckpoint({ config, state, run: null }));
    expect(found).toBeNull();
  });

  it("whose record was damaged is refused in a sentence, whatever was done to it", () => {
    const file = readSafetensors(writeCheckpoint({ config: oneArm, state, run }));
    const measured = [...file.tensors.keys()].filter((name) => name.startsWith("measured."));
    const refused = fc.property(fc.constantFrom(...measured), fc.anything(), (name, said) => {
      const tensors = new Map(file.tensors);
      tensors.set(name, { dtype: "F32", shape: [3], values: Float32Array.of(1, 2, 3) });
      const metadata = { ...file.metadata, run: JSON.stringify(said) ?? "" };
      expect(thrownBy(() => readCheckpoint(writeSafetensors({ ...file, tensors })))).toBeInstanceOf(SafetensorsError);
      expect(thrownBy(() => readCheckpoint(writeSafetensors({ ...file, metadata })))).toBeInstanceOf(SafetensorsError);
    });
    fc.assert(refused, { numRuns: 40 });
  });

  it.each([
    ["without an experiment", withMetadata({ step: "1" }), "no checkpoint"],
    ["of an experiment that is not JSON", withMetadata({ step: "1", config: "{" }), "not JSON"],
    ["of an experiment that there cannot be", withMetadata({ step: "1", config: '{"batchSize":1}' }), "batchSize"],
    [
      "with tensors of bytes",
      writeSafetensors({
        tensors: new Map([["x", { dtype: "U8", shape: [1], values: Uint8Array.of(1) }]]),
        metadata: { step: "1", config: "{}" },
      }),
      "tensor x is of bytes",
    ],
  ])("%s is refused in a sentence", (_, bytes, said) => {
    const error = thrownBy(() => readCheckpoint(bytes));
    expect(error).toBeInstanceOf(SafetensorsError);
    expect(error).toMatchObject({ name: "SafetensorsError", message: expect.stringContaining(said) });
    expect(saidOf(error).id).toMatch(/^errors\.export\./);
  });
});
