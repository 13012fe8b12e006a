import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ExperimentConfig, StopConfig } from "../../../src/config/schema";
import type { StopRule } from "../../../src/config/stopRules";
import { RandomStream } from "../../../src/engine/randomStream";
import { readCheckpoint } from "../../../src/export/checkpoint";
import { writeScript } from "../../../src/export/pytorch/script";
import { importedRun } from "../../../src/session/runs/imported";
import { EarlyStopping } from "../../../src/training/stopping/earlyStopping";
import { Trainer } from "../../../src/training/trainer";
import { chooseWasm, conduct, dataOf, ENVIRONMENT, tinyConfig } from "../../support/experiment";
import { exported } from "../../support/pytorch/exported";
import { PYTHON, runPython, SUPPORT } from "../../support/pytorch/python";

const STEPS = 60;
const ARMS = 2;
const SEEDS = 3;
const POINTS = { shape: [2], classes: 4, isPaired: false, hasLabels: true };

/** Values of a metric by arm and seed at a step; null where nothing was measured. The last learner trains no more after step 30. */
type Measured = (number | null)[][];

function measuredSteps(seed: number): Measured[] {
  const random = new RandomStream(seed, 1);
  return Array.from({ length: STEPS }, (_, step) =>
    Array.from({ length: ARMS }, (_, arm) =>
      Array.from({ length: arm === 1 && step > 30 ? SEEDS - 1 : SEEDS }, () =>
        step % 2 === 0 ? Math.round(20 * random.uniform()) / 20 + Math.min(step, 20) / 100 : null,
      ),
    ),
  );
}

/** What the page's own rules say of it, step by step. */
function rulesOfPage(config: ExperimentConfig, steps: Measured[]): (StopRule | null)[] {
  const stopping = new EarlyStopping(
    ARMS,
    () => config,
    () => undefined,
  );
  return steps.map((measured, step) => {
    const stopped = measured.flatMap((own) => Array.from({ length: SEEDS }, (_, seed) => seed >= own.length));
    const values = measured.flatMap((own) => Array.from({ length: SEEDS }, (_, seed) => own[seed] ?? Number.NaN));
    if (measured[0]?.[0] !== null)
      stopping.note({
        type: "rows",
        rows: { steps: Int32Array.of(step), values: { [config.stop.metric]: Float32Array.from(values) } },
      });
    stopping.judge(step, stopped);
    return stopping.rule;
  });
}

const RULES: [name: string, stop: Partial<StopConfig>][] = [
  ["patience", { patience: 6 }],
  ["a target", { target: 0.85 }],
  ["both, of a metric that is to fall", { patience: 9, target: 0.3, metric: "gradientNoise" }],
];

describe.skipIf(!PYTHON)("a script's rules for its own end", () => {
  it(`say what the page's say: ${RULES.map(([name]) => name).join("; ")}`, () => {
    const cases = RULES.map(([, stop]) => {
      const config = tinyConfig({ steps: STEPS + 1, stop, seeds: SEEDS });
      const steps = measuredSteps(stop.patience ?? 1);
      return { folder: judgedFolder(config, steps), expected: rulesOfPage(config, steps) };
    });
    const own = JSON.parse(runPython([join(SUPPORT, "judge.py"), ...cases.map(({ folder }) => folder)]));
    expect(own).toEqual(cases.map(({ expected }) => expected));
    for (const { expected } of cases) expect(expected.some((rule) => rule !== null)).toBe(true);
  }, 60_000);
});

/** A script, its settings, and what it is to judge. */
function judgedFolder(config: ExperimentConfig, steps: Measured[]): string {
  const folder = mkdtempSync(join(tmpdir(), "pytorch-"));
  for (const { path, content } of writeScript(config, POINTS, "points", { since: 0, hasWeights: true }))
    writeFileSync(join(folder, path), content);
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  writeFileSync(join(folder, "judged.json"), JSON.stringify(steps));
  return folder;
}

describe.skipIf(!PYTHON)("a run of a script that stops by itself", () => {
  let config: ExperimentConfig;
  let folder: string;

  beforeAll(async () => {
    await chooseWasm();
    // Without a step that learns anything, no measurement is better than the first.
    config = tinyConfig({
      steps: 40,
      seeds: 2,
      arms: [{ objective: "infoNce" }, { objective: "flatNce" }],
      optimizer: { id: "sgd", learningRate: 1e-7, matchGradientNorm: true },
      stop: { patience: 2 },
      gradientProbe: { every: 0 },
    });
    ({ folder } = await exported(config, 0));
    runPython([join(folder, "train.py")]);
  }, 240_000);

  it("ends where the page does, and says why", async () => {
    const record = JSON.parse(readFileSync(join(folder, "record.json"), "utf8"));
    const page = await conduct(config);
    expect(page.record.stoppedEarly).toMatchObject({ rule: "patience" });
    expect(record.stoppedEarly).toMatchObject({ rule: "patience", step: page.record.stoppedEarly?.step });
    expect(record.stepsDone).toBe(page.record.stepsDone);
    expect(importedRun(record)).toMatchObject({ ok: true });
  });

  it("leaves a checkpoint of a run that is over, and goes on once it has more patience", async () => {
    const { state } = readCheckpoint(readFileSync(join(folder, "checkpoint.safetensors")));
    expect((await finishedOf(config, state)).step).toBe(state.step);
    const patient = { ...config, stop: { ...config.stop, patience: 4 } };
    const later = await finishedOf(patient, state);
    expect(later.step).toBeGreaterThan(state.step);
    writeFileSync(join(folder, "config.json"), JSON.stringify(patient));
    runPython([join(folder, "train.py"), "--resume"]);
    const record = JSON.parse(readFileSync(join(folder, "record.json"), "utf8"));
    expect(record.stoppedEarly).toMatchObject({ rule: "patience", step: later.step });
  });
});

async function finishedOf(config: ExperimentConfig, resumeFrom: ReturnType<typeof readCheckpoint>["state"]) {
  const environment = { ...ENVIRONMENT, backend: "wasm", kernels: "fused" } as const;
  const options = {
    config,
    dataset: await dataOf(config),
    environment,
    emit: () => undefined,
    views: false,
    resumeFrom,
  };
  const trainer = new Trainer(options);
  while (!trainer.finished) await trainer.advance();
  await trainer.settle();
  const { step } = trainer;
  trainer.dispose();
  return { step };
}
