import { describe, expect, it } from "vitest";
import { defaults } from "../../src/config/parse";
import { readCheckpoint, writeCheckpoint } from "../../src/export/checkpoint";
import { readSafetensors, SafetensorsError, writeSafetensors } from "../../src/export/safetensors";
import { saidOf } from "../../src/i18n/errors";
import { APP } from "../../src/record/build";
import type { StateDict } from "../../src/training/stateDict/types";

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
    const bytes = writeCheckpoint({ config, state });
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
