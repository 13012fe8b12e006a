import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSweepDocument, type SweepDocument } from "../../../src/labs/sweep/document";
import { timeless } from "../../../src/labs/sweep/merge";

/** Starting Node, the compiler and TensorFlow.js takes seconds. */
const TIMEOUT = 120_000;

/** Six cells, of which two are no experiment: a batch of 1. */
const SWEEP = {
  base: {
    dataset: { id: "points", layout: "gaussians", classes: 4, samples: 400 },
    encoder: { id: "mlp", width: 8, depth: 1, projection: 2 },
    seeds: 2,
    steps: 6,
    gradientProbe: { every: 3, microBatches: 2, common: false },
    evaluation: { every: 3, trainSamples: 40, testSamples: 30, knn: { k: 5 } },
  },
  x: { values: [2, 4, 1] },
  y: { values: [0.1, 0.5] },
};

let folder: string;
const inFolder = (name: string) => join(folder, name);

/** As in package.json: under the command tsx a signal would not reach the process. */
const SCRIPT = ["--import", "tsx", "src/cli/sweep/sweep.ts"];
const of = (...args: string[]) => [...SCRIPT, "--config", inFolder("sweep.json"), "--backend", "wasm", ...args];
const part = (index: number) => ["--shard", `${index}/3`, "--out", inFolder(`part-${index}.json`)];

interface Ended {
  status: number | null;
  stderr: string;
}

/** @param signal sent as soon as a first cell is said to be over */
function run(args: string[], signal?: NodeJS.Signals): Promise<Ended> {
  const child = spawn(process.execPath, args);
  let stderr = "";
  child.stderr.on("data", (text) => {
    const isLater = /^1\/\d/m.test(stderr);
    stderr += text;
    if (signal && !isLater && /^1\/\d/m.test(stderr)) child.kill(signal);
  });
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, stderr })));
}

function documentIn(name: string): SweepDocument {
  const read = readSweepDocument(JSON.parse(readFileSync(inFolder(name), "utf8")));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.config;
}

/** What was measured, and of what; not when, where and how long it took. */
function measured({ config, rows, finished }: SweepDocument) {
  return { config, finished, rows: rows.map(timeless) };
}

let whole: Ended;
let killed: Ended;
let goneOn: Ended;
let cut: Ended;
let merged: Ended;
/** What the killed one had left. */
let left: SweepDocument;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "flatnce-sweep-"));
  writeFileSync(inFolder("sweep.json"), JSON.stringify(SWEEP));
  [whole, killed] = await Promise.all([run(of("--out", inFolder("whole.json"))), run(of(...part(2)), "SIGKILL")]);
  left = documentIn("part-2.json");
  const interrupted = run(of("--out", inFolder("cut.json"), "--set", "base.steps=200"), "SIGINT");
  const others = [1, 3].map((index) => run(of(...part(index))));
  [goneOn, cut] = await Promise.all([run(of(...part(2))), interrupted, ...others]);
  const parts = [1, 2, 3].map((index) => inFolder(`part-${index}.json`));
  merged = await run([...SCRIPT, "--merge", ...parts, "--out", inFolder("merged.json")]);
}, TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run sweep", () => {
  it("measures every cell, and says a line of each", () => {
    expect(whole.status).toBe(0);
    expect(whole.stderr).toMatch(/^wasm: .*6 cells of 4 learners each\.$/m);
    expect(whole.stderr).toMatch(/^5\/6 {2}Batch size 4, Temperature 0\.5 {2}\d/m);
    expect(whole.stderr).toMatch(/^Batch size 1, Temperature 0\.5: no experiment, batchSize: a batch of 1/m);
    const { rows, finished, environment } = documentIn("whole.json");
    expect(rows).toHaveLength(4 * 4 + 2);
    expect(rows[0]?.probeAccuracy).toBeGreaterThan(0);
    expect([finished, environment.backend]).toEqual([true, "wasm"]);
  });

  it("in three parts, of which one was killed and gone on from, comes to the same to the bit", () => {
    expect(killed.status).toBeNull();
    expect(left.rows).toHaveLength(4);
    expect(goneOn.stderr).toMatch(/part-2\.json: 1 of 2 cells are there and stay as they are\./);
    expect(goneOn.stderr).toMatch(/^2\/2 {2}Batch size 4, Temperature 0\.5/m);
    expect(goneOn.status).toBe(0);
    const after = documentIn("part-2.json");
    expect(after.rows.slice(0, 4)).toEqual(left.rows);
    expect(after.sources.map(({ cells }) => cells)).toEqual([[1], [4]]);
    expect(merged.stderr).toContain("merged.json: 6 of 6 cells.");
    expect(merged.status).toBe(0);
    expect(measured(documentIn("merged.json"))).toEqual(measured(documentIn("whole.json")));
  });

  it("keeps what is done when it is interrupted", () => {
    expect(cut.status).toBe(130);
    expect(cut.stderr).toMatch(/Stopping: the cell under way is given up.*Ctrl\+C again/);
    expect(cut.stderr).toMatch(/cut\.json: \d of 6 cells\. The same command goes on from there\.$/m);
    const { rows, finished } = documentIn("cut.json");
    expect(rows.length).toBeGreaterThanOrEqual(4);
    expect(finished).toBe(false);
    expect(existsSync(inFolder("cut.json.tmp"))).toBe(false);
  });
});
