import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordToJson } from "../../src/export/json";
import { rowSchema } from "../../src/labs/sweep/schema";
import { METRIC_IDS, METRICS } from "../../src/metrics";
import { buildRecord } from "../../src/record/build";
import { recordSchema } from "../../src/record/record";
import { ENVIRONMENT } from "../session/fakeService";
import { tinyConfig } from "../support/experiment";
import { smallSweep, sweepPart } from "../support/labs/sweep";

/** What the docs say of documents, and how these are read in Python, holds of documents as they are. */

const RECORD = readFileSync("docs/record.md", "utf8");
const SWEEP = readFileSync("docs/sweep.md", "utf8");
const hasNumpy = spawnSync("python3", ["-c", "import numpy"]).status === 0;

const config = tinyConfig({ seeds: 2 });
const record = buildRecord({
  config,
  environment: ENVIRONMENT,
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1,
  stepsDone: 2,
  learners: config.arms.flatMap((_, arm) =>
    [1, 2].map((seed) => ({
      arm,
      seed,
      series: { step: [0, 1, 2], infoNce: [3, 2.5 + arm, null], probeAccuracy: [0.25, null, (arm + seed) / 4] },
    })),
  ),
});
const sweep = sweepPart(smallSweep());

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flatnce-docs-"));
  writeFileSync(join(folder, "record.json"), recordToJson(record));
  writeFileSync(join(folder, "sweep-result.json"), recordToJson(sweep));
});
afterAll(() => rmSync(folder, { recursive: true }));

const blocksOf = (page: string) => [...page.matchAll(/```python\n([\s\S]*?)```/g)].map(([, code = ""]) => code);

/** Runs a page's Python, and what follows; null stands for NaN in what that prints. */
function python(page: string, then: string): unknown {
  const code = [...blocksOf(page), "import sys", then].join("\n");
  const { stdout, stderr, status } = spawnSync("python3", ["-c", code], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return JSON.parse((stdout.trim().split("\n").at(-1) ?? "").replaceAll("NaN", "null"));
}

describe("the readers in Python", () => {
  it.skipIf(!hasNumpy)("of a record have every series of every learner (needs python3 with NumPy)", () => {
    const said = python(
      RECORD,
      "print(json.dumps([[*key, {n: v.tolist() for n, v in s.items()}] for key, s in learners.items()]))",
    );
    expect(said).toEqual(record.learners.map(({ arm, seed, series }) => [arm, seed, series]));
    expect(
      python(RECORD, "print(json.dumps([steps[measured].tolist(), accuracy[:, measured].mean(axis=0).tolist()]))"),
    ).toEqual([
      [0, 2],
      [0.25, 0.625],
    ]);
    expect(blocksOf(RECORD)[0]!.trim().split("\n").length).toBeLessThanOrEqual(10);
  });

  it.skipIf(!hasNumpy)("of a sweep have every cell, arm and seed (needs python3 with NumPy)", () => {
    const said = python(
      SWEEP,
      'print(json.dumps([part.tolist() if hasattr(part, "tolist") else part for part in read_sweep("sweep-result.json", "probeAccuracy")]))',
    );
    const value = (x: number, y: number, arm: number, seed: number) =>
      sweep.rows.find((row) => row.x === x && row.y === y && row.arm === arm && row.seed === seed)?.probeAccuracy ??
      null;
    const [xs, ys] = [
      [4, 1, 8],
      [0.1, 0.5],
    ];
    const values = ys.map((y) => xs.map((x) => [0, 1].map((arm) => [1, 2].map((seed) => value(x, y, arm, seed)))));
    expect(said).toEqual([values, xs, ys]);
  });
});

/** First cells of the rows of a page's tables. */
const fieldsIn = (page: string) =>
  [...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );

describe("the tables", () => {
  it("have every field of a record and of a learner, and no other", () => {
    const learner = recordSchema.shape.learners.element;
    expect(fieldsIn(RECORD)).toEqual([...Object.keys(recordSchema.shape), ...Object.keys(learner.shape)]);
  });

  it("have every metric where it is measured", () => {
    const rows = { step: "with every step", gradientProbe: "gradient probe", evaluation: "evaluation" };
    for (const [cadence, name] of Object.entries(rows)) {
      const [, row = ""] = new RegExp(`^\\| ${name} \\| (.*) \\|$`, "m").exec(RECORD) ?? [];
      const named = [...row.matchAll(/`(\w+)`/g)].map(([, id]) => id).sort();
      expect(named).toEqual(METRIC_IDS.filter((id) => METRICS[id].cadence === cadence).sort());
    }
  });

  it("have every field of a sweep's row, and no other", () => {
    const own = Object.keys(rowSchema.shape).filter((field) => !(METRIC_IDS as string[]).includes(field));
    expect(fieldsIn(SWEEP).sort()).toEqual(own.sort());
  });
});
