import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ExperimentInput } from "../../../src/config/schema";
import { readSafetensors } from "../../../src/export/safetensors";
import type { RunRecord } from "../../../src/record/record";
import { chooseWasm, tinyConfig } from "../../support/experiment";
import { exported } from "../../support/pytorch/exported";
import { PYTHON, runProcesses, runPython, SUPPORT, torchrun } from "../../support/pytorch/python";
import { IS_THOROUGH } from "../../support/thorough";

const STEPS = 2;
const PLAIN = { seeds: 1, steps: STEPS, batchSize: 8, gradientProbe: { every: 0 }, evaluation: { every: 0 } };
const SGD = { optimizer: { id: "sgd", learningRate: 0.01 } } as const;
const NORMED = { id: "mlp", width: 8, depth: 2, projection: 4, norm: "batch" } as const;

/** Whatever the loss of a batch depends on beside its own samples. */
const CASES: [name: string, changes: ExperimentInput][] = [
  [
    "negatives, memories, learned numbers, labels",
    {
      ...SGD,
      arms: (["infoNce", "clip", "sogClr", "flo", "vicReg", "supervised"] as const).map((objective) => ({ objective })),
    },
  ],
  ["batch normalization", { ...SGD, encoder: NORMED }],
  ["a queue", { ...SGD, queue: { size: 12, momentum: 0.8 } }],
  [
    "a queue behind batch normalization, learned temperature",
    { ...SGD, encoder: NORMED, queue: { size: 12, momentum: 0.8 }, temperatureRule: { id: "learned" } },
  ],
];
const NEEDS_WHOLE_BATCH = /batch normalization/;

describe.skipIf(!PYTHON)("the exported script", () => {
  const folders = new Map<string, string>();
  const single = new Map<string, Steps>();

  beforeAll(async () => {
    await chooseWasm();
    for (const [name, changes] of CASES)
      folders.set(name, (await exported(tinyConfig({ ...PLAIN, ...changes }), STEPS)).folder);
    run(folders.values());
    for (const [name, folder] of folders) single.set(name, stepsIn(folder));
  }, 240_000);

  const expectSame = (name: string) => {
    const other = stepsIn(folders.get(name)!);
    const whole = single.get(name)!;
    for (const [path, { values }] of whole) {
      const difference = Array.from(values, (value, i) => value - other.get(path)!.values[i]!);
      expect(largestOf(difference) / scaleOf(path, whole), path).toBeLessThan(1e-5);
    }
  };

  it.each(IS_THOROUGH ? [2, 4] : [2])(
    "has one process's gradients and updates with %i processes",
    async (count) => {
      await runProcesses(count, [join(SUPPORT, "steps.py"), ...folders.values()]);
      for (const [name] of CASES) expectSame(name);
    },
    240_000,
  );

  it.runIf(IS_THOROUGH)(
    "ends with torchrun where it ends in one process",
    async () => {
      const changes = { seeds: 1, steps: 12, batchSize: 8, encoder: NORMED, optimizer: { learningRate: 0.01 } };
      const { folder } = await exported(tinyConfig({ ...changes, queue: { size: 12 } }), 0);
      runPython([join(folder, "train.py"), "--runs", join(folder, "one")]);
      const alone = recordIn(folder);
      torchrun(2, [join(folder, "train.py"), "--runs", join(folder, "two")]);
      const together = recordIn(folder);
      expect(together.stepsDone).toBe(12);
      for (const [i, { series }] of alone.learners.entries())
        for (const metric of ["infoNce", "gradientNorm", "probeAccuracy"] as const)
          for (const [row, value] of (series[metric] ?? []).entries())
            expect(together.learners[i]?.series[metric]?.[row] ?? 0, metric).toBeCloseTo(value ?? 0, 3);
    },
    120_000,
  );

  it("has them with a batch that is encoded in parts", () => {
    const whole = [...folders].filter(([name]) => !NEEDS_WHOLE_BATCH.test(name));
    run(
      whole.map(([, folder]) => folder),
      ["--accumulate", "4"],
    );
    for (const [name] of whole) expectSame(name);
  });
});

function recordIn(folder: string): RunRecord {
  return JSON.parse(readFileSync(join(folder, "record.json"), "utf8")) as RunRecord;
}

function run(folders: Iterable<string>, options: readonly string[] = []): void {
  runPython([join(SUPPORT, "steps.py"), ...options, ...folders]);
}

type Steps = ReturnType<typeof stepsIn>;

function stepsIn(folder: string) {
  return readSafetensors(readFileSync(join(folder, "steps.safetensors"))).tensors;
}

/** The largest number of all gradients, or of all tensors, of a learner: what is 0 but for rounding has none of its own. */
function scaleOf(path: string, steps: Steps): number {
  const owner = /^.*arm\d+[.]seed\d+/.exec(path)?.[0] ?? "";
  const own = [...steps].filter(([name]) => name.startsWith(owner));
  return Math.max(1e-2, ...own.map(([, { values }]) => largestOf(values)));
}

function largestOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
