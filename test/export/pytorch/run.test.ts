import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { InferenceSession, Tensor } from "onnxruntime-web";
import { beforeAll, describe, expect, it } from "vitest";
import type { ExperimentConfig } from "../../../src/config/schema";
import type { Dataset } from "../../../src/data/types";
import { readCheckpoint } from "../../../src/export/checkpoint";
import { readSafetensors } from "../../../src/export/safetensors";
import { importedRun } from "../../../src/session/runs/imported";
import { exportedSamples } from "../../../src/training/exportedSamples";
import type { StateDict } from "../../../src/training/stateDict/types";
import { Trainer } from "../../../src/training/trainer";
import { chooseWasm, conduct, dataOf, ENVIRONMENT, measured, tinyConfig } from "../../support/experiment";
import { exported } from "../../support/pytorch/exported";
import { PYTHON, runPython } from "../../support/pytorch/python";
import { IS_THOROUGH } from "../../support/thorough";

/** Adam, batch normalization, memories, a learned temperature and a queue: all that a checkpoint can carry. */
const CHANGES = {
  encoder: { id: "mlp", width: 8, depth: 2, projection: 4, norm: "batch" },
  arms: [
    { objective: "sogClr", label: "naïve" },
    { objective: "infoNce", temperatureRule: "learned" },
    { objective: "flatNce", temperatureRule: "ess" },
  ],
  batchSize: 8,
  steps: 12,
  optimizer: { learningRate: 0.01 },
} as const;

/** As on a cluster's nodes, where files are not of UTF-8 unless one says so. */
const ASCII_LOCALE = { LC_ALL: "C", PYTHONUTF8: "0", PYTHONCOERCECLOCALE: "0" };

describe.skipIf(!PYTHON)("a run of an exported script", () => {
  let config: ExperimentConfig;
  let folder: string;

  beforeAll(async () => {
    await chooseWasm();
    config = tinyConfig(structuredClone(CHANGES) as never);
    ({ folder } = await exported(config, 0));
    runPython([join(folder, "train.py"), "--onnx", join(folder, "onnx")], ASCII_LOCALE);
  }, 240_000);

  it("leaves a record that the page imports, with all that it measured and a summary over the seeds", () => {
    const imported = importedRun(JSON.parse(readFileSync(join(folder, "record.json"), "utf8")));
    expect(imported).toMatchObject({ ok: true });
    if (!imported.ok) return;
    const { row, series } = imported.config;
    expect(row).toMatchObject({ stepsDone: 12, ended: "finished", environment: { backend: "pytorch" } });
    expect(row.summary.probeAccuracy).toHaveLength(3);
    expect(series.columns.get("infoNce")?.length).toBe(12);
    expect(Array.from(series.columns.get("knnAccuracy")!.steps.subarray(0, 5))).toEqual([0, 3, 6, 9, 12]);
  });

  it("leaves whole files alone, whose header does not grow with the steps", () => {
    const names = readdirSync(join(folder, "runs")).concat(readdirSync(folder));
    expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
    const { metadata, tensors } = readSafetensors(readFileSync(join(folder, "runs/arm0.seed1.safetensors")));
    expect(Object.keys(metadata).sort()).toEqual(["config", "format", "step"]);
    const text = new TextDecoder().decode(tensors.get("rows")?.values as Uint8Array);
    const { "arm0.seed1": rows } = JSON.parse(text);
    expect(rows.map(({ step }: { step: number }) => step)).toEqual(Array.from({ length: 13 }, (_, step) => step));
  });

  it("ends where it is gone on with to fewer steps than it has made", () => {
    const shorter = join(folder, "shorter");
    cpSync(join(folder, "runs"), join(shorter, "runs"), { recursive: true });
    copyProgram(folder, shorter);
    writeFileSync(join(shorter, "config.json"), JSON.stringify({ ...config, steps: 5 }));
    runPython([join(shorter, "train.py"), "--resume"]);
    const { stepsDone } = JSON.parse(readFileSync(join(shorter, "record.json"), "utf8"));
    expect(stepsDone).toBe(12);
  }, 60_000);

  it("writes no record while others of its learners are under way, as in a job array", () => {
    const array = join(folder, "array");
    cpSync(join(folder, "runs"), join(array, "runs"), { recursive: true });
    copyProgram(folder, array);
    writeFileSync(join(array, "config.json"), JSON.stringify({ ...config, steps: 14 }));
    runPython([join(array, "train.py"), "--resume", "--arm", "0", "--seed", "1"]);
    expect(readdirSync(array)).not.toContain("record.json");
  }, 60_000);

  it.runIf(IS_THOROUGH)(
    "leaves those alone that stopped on the page",
    () => {
      const stopped = join(folder, "stopped");
      mkdirSync(stopped);
      copyProgram(folder, stopped);
      writeFileSync(join(stopped, "config.json"), JSON.stringify({ ...config, steps: 1 }));
      runPython(["-c", STOPPED, join(stopped, "weights.safetensors"), "carried.arm2.seed2.stopped_at"]);
      runPython([join(stopped, "train.py")]);
      const { learners } = JSON.parse(readFileSync(join(stopped, "record.json"), "utf8"));
      const isOf = (arm: number, seed: number) => (one: { arm: number; seed: number }) =>
        one.arm === arm && one.seed === seed;
      expect(learners.find(isOf(2, 2))).toMatchObject({ stopped: { step: 3 } });
      expect(learners.find(isOf(2, 2)).series.infoNce).toBeUndefined();
      expect(learners.filter((one: object) => "stopped" in one)).toHaveLength(1);
      expect(learners.find(isOf(2, 1)).series.infoNce[0]).toEqual(expect.any(Number));
    },
    60_000,
  );

  it("closes every board that it opens, so that its last steps are written", () => {
    const short = join(folder, "short");
    mkdirSync(short);
    copyProgram(folder, short);
    writeFileSync(join(short, "config.json"), JSON.stringify({ ...config, steps: 1 }));
    const said = runPython(["-c", WITH_BOARD, join(short, "train.py"), "--arm", "1"]);
    expect(said.trim().split("\n")).toEqual(config.seeds === 3 ? ["closed", "closed", "closed"] : ["closed", "closed"]);
  });

  it("measures untrained learners as the page does", async () => {
    const record = JSON.parse(readFileSync(join(folder, "record.json"), "utf8"));
    const own = await conduct({ ...config, steps: 1 });
    for (const metric of ["knnAccuracy", "probeAccuracy"] as const)
      for (const learner of record.learners.keys())
        expect(record.learners[learner].series[metric][0], metric).toBeCloseTo(
          measured(own.record, learner, metric)[0]!,
          6,
        );
  });

  it("leaves a checkpoint that the page goes on from", async () => {
    const { state } = readCheckpoint(readFileSync(join(folder, "checkpoint.safetensors")));
    expect(state.step).toBe(12);
    const trainer = trainerFrom({ ...config, steps: 15 }, await dataOf(config), state);
    while (!trainer.finished) await trainer.advance();
    await trainer.settle();
    expect((await trainer.stateDict()).step).toBe(15);
    trainer.dispose();
  });

  it("writes encoders that ONNX Runtime runs, with the features that the page has of them", async () => {
    const { state } = readCheckpoint(readFileSync(join(folder, "checkpoint.safetensors")));
    const dataset = await dataOf(config);
    const { arrays } = exportedSamples(dataset, config);
    const { shape, values } = arrays.queries!;
    const session = await InferenceSession.create(readFileSync(join(folder, "onnx/arm1.seed2.onnx")));
    const outputs = await session.run({ x: new Tensor("float32", values as Float32Array, shape) });
    const [features] = Object.values(outputs).map(({ data }) => data as Float32Array);
    const trainer = trainerFrom(config, dataset, state);
    const learner = await trainer.inspect(async ({ cohort }) => {
      const encoded = cohort.encode(tf.tensor(values, [1, ...shape])).features;
      const all = await encoded.data();
      return all.subarray((3 * all.length) / 6, (4 * all.length) / 6);
    });
    trainer.dispose();
    expect(features).toHaveLength(learner.length);
    for (const [i, value] of learner.entries()) expect(features![i]).toBeCloseTo(value, 4);
  });

  it("begins with weights of its own where none go along, and ends in a checkpoint that the page opens", async () => {
    const short = {
      ...config,
      steps: 2,
      queue: { size: 10, momentum: 0.9 },
      arms: config.arms.slice(1, 2),
      gradientProbe: { ...config.gradientProbe, every: 0 },
    };
    const { folder: alone } = await exported(short, 0, false);
    runPython([join(alone, "train.py")]);
    const { state } = readCheckpoint(readFileSync(join(alone, "checkpoint.safetensors")));
    const trainer = trainerFrom(short, await dataOf(short), state);
    expect(trainer.step).toBe(2);
    trainer.dispose();
  });

  it.runIf(IS_THOROUGH)("goes on with what ended sooner as if it had not", () => {
    const whole = readFileSync(join(folder, "checkpoint.safetensors"));
    const runs = ["--runs", join(folder, "parts")];
    const withSteps = (steps: number) =>
      writeFileSync(join(folder, "config.json"), JSON.stringify({ ...config, steps }));
    withSteps(5);
    runPython([join(folder, "train.py"), ...runs, "--arm", "2", "--seed", "1"]);
    withSteps(12);
    runPython([join(folder, "train.py"), ...runs, "--resume"]);
    const again = readFileSync(join(folder, "checkpoint.safetensors"));
    expect(readCheckpoint(again).state).toEqual(readCheckpoint(whole).state);
  });
});

/** What a script is and what it reads, but its settings. */
function copyProgram(from: string, to: string): void {
  for (const name of readdirSync(from).filter((file) => /[.]py$|^data[.]npz$|^weights[.]/.test(file)))
    copyFileSync(join(from, name), join(to, name));
}

/** Says of a learner in a file that its loss was no longer finite at step 3. */
const STOPPED = `
import sys, torch
from safetensors import safe_open
from safetensors.torch import save_file
with safe_open(sys.argv[1], "pt") as file:
    tensors, about = {name: file.get_tensor(name) for name in file.keys()}, file.metadata()
tensors[sys.argv[2]] = torch.tensor(3, dtype=torch.int32)
save_file(tensors, sys.argv[1], about)
`;

/** Runs a script with a board in place of TensorBoard's that says when it is closed. */
const WITH_BOARD = `
import os, runpy, sys, types
import torch.utils
class SummaryWriter:
    def __init__(self, folder): pass
    def add_scalar(self, *what): pass
    def close(self): print("closed")
sys.modules["torch.utils.tensorboard"] = types.SimpleNamespace(SummaryWriter=SummaryWriter)
sys.argv = sys.argv[1:]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
runpy.run_path(sys.argv[0], run_name="__main__")
`;

/** A trainer of the page's that goes on from a state. */
function trainerFrom(config: ExperimentConfig, dataset: Dataset, resumeFrom: StateDict): Trainer {
  const environment = { ...ENVIRONMENT, backend: "wasm", kernels: "fused" } as const;
  return new Trainer({ config, dataset, environment, emit: () => undefined, views: false, resumeFrom });
}
