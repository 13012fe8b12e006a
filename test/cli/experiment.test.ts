import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommandLine } from "../../src/cli/arguments";
import { recordSchema } from "../../src/record/record";
import { imageBytes, labelBytes } from "../data/readers/idxFiles";
import { MNIST, realPaths } from "../support/realData";

/** Starting Node, the compiler and TensorFlow.js takes seconds. */
const TIMEOUT = 60_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flatnce-cli-"));
  writeFileSync(join(folder, "broken.json"), "{ no");
  writeFileSync(join(folder, "typo.json"), JSON.stringify({ optimizer: { lr: 1 } }));
  writeFileSync(join(folder, "list.json"), "[]");
  writeFileSync(join(folder, "batch.json"), JSON.stringify({ batchSize: 12, optimizer: { learningRate: 0.5 } }));
  writeFileSync(join(folder, "glyphs.json"), JSON.stringify({ dataset: { id: "glyphs", samples: 500 } }));
  writeFileSync(join(folder, "images.idx"), imageBytes(90));
  writeFileSync(join(folder, "labels.idx"), labelBytes(90));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

/** As in package.json: under the command tsx, a step that lasts would count as not answering, and be killed. */
const SCRIPT = ["--import", "tsx", "src/cli/experiment.ts"];

function experiment(...args: string[]) {
  return spawnSync(process.execPath, [...SCRIPT, ...args], { encoding: "utf8" });
}

/** Presses Ctrl+C, which reaches every process of the terminal, as soon as the training is announced. */
function interruptedExperiment(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [...SCRIPT, ...args], { detached: true });
  const said = { stdout: "", stderr: "" };
  let pressed = false;
  child.stdout.on("data", (text) => {
    said.stdout += text;
  });
  child.stderr.on("data", (text) => {
    said.stderr += text;
    if (pressed || !said.stderr.includes("learners on")) return;
    pressed = true;
    process.kill(-(child.pid as number), "SIGINT");
  });
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, ...said })));
}

const SMALL = ["steps=6", "seeds=2", "backend=wasm", "evaluation.trainSamples=32", "evaluation.testSamples=16"];
const small = [...SMALL, "evaluation.knn.k=5", "gradientProbe.microBatches=2"].flatMap((field) => ["--set", field]);

describe("npm run experiment", () => {
  it(
    "writes a valid record and its series, and prints the verdict",
    () => {
      const [out, csv] = [inFolder("record.json"), inFolder("series.csv")];
      const { status, stdout, stderr } = experiment("--preset", "points", ...small, "--out", out, "--csv", csv);
      expect(stderr).toContain("4 learners");
      expect(status).toBe(0);
      const record = recordSchema.parse(JSON.parse(readFileSync(out, "utf8")));
      expect(record).toMatchObject({ stepsDone: 6, environment: { backend: "wasm" }, config: { steps: 6, seeds: 2 } });
      expect(record.learners).toHaveLength(4);
      expect(record.durationMs).toBeGreaterThan(0);
      const rows = readFileSync(csv, "utf8").trimEnd().split("\r\n");
      expect(rows[0]).toMatch(/^arm,objective,seed,step,objective,infoNce,.*knnAccuracy,probeAccuracy$/);
      expect(rows).toHaveLength(1 + 4 * 7);
      expect(stdout).toMatch(/FlatNCE - InfoNCE.*95% interval/);
      expect(stdout).toContain("2 seeds, step 6");
    },
    TIMEOUT,
  );

  it(
    "shows and writes what was measured when it is interrupted",
    async () => {
      const out = inFolder("interrupted.json");
      const args = ["--preset", "points", ...small, "--set", "steps=1000000", "--out", out];
      const { status, stdout, stderr } = await interruptedExperiment(...args);
      expect(stderr).toMatch(/Stopping after this step.*Ctrl\+C again/);
      expect(status).toBe(130);
      const record = recordSchema.parse(JSON.parse(readFileSync(out, "utf8")));
      expect(record.stepsDone).toBeLessThan(1_000_000);
      expect(stdout).toContain(`2 seeds, step ${record.stepsDone}`);
    },
    TIMEOUT,
  );

  it(
    "ends with 1 and a sentence when something is wrong",
    () => {
      const { status, stdout, stderr } = experiment("--preset", "points", "--set", "batchsize=3");
      expect(status).toBe(1);
      expect(stderr).toMatch(/^batchsize: there is no such field/m);
      expect(stdout).toBe("");
    },
    TIMEOUT,
  );

  const mnist = realPaths(...MNIST);
  it.skipIf(!mnist)(
    "trains on files of the user's own",
    () => {
      const data = mnist!.flatMap((path) => ["--data", path]);
      const [out, set] = [inFolder("mnist.json"), ["--set", "dataset.samples=200"]];
      const { status, stderr } = experiment(...data, ...small, ...set, "--set", "steps=2", "--out", out);
      expect(stderr).toContain("t10k-images");
      expect(status).toBe(0);
      const { config, learners } = recordSchema.parse(JSON.parse(readFileSync(out, "utf8")));
      expect(config.dataset).toMatchObject({ id: "files", samples: 200 });
      expect(learners[0]!.series.knnAccuracy!.at(-1)).toBeGreaterThan(0.1);
    },
    TIMEOUT,
  );
});

describe("readCommandLine", () => {
  it("lays the file over the preset, and the settings over both", () => {
    const line = readCommandLine(["--preset", "circle", "--config", inFolder("batch.json"), "--set", "steps=9"]);
    expect(line?.config).toMatchObject({ batchSize: 12, steps: 9, encoder: { projection: 2 } });
    expect(line?.config.optimizer).toMatchObject({ id: "adam", learningRate: 0.5 });
    expect(line).toMatchObject({ files: null, out: null, csv: null });
  });

  it("takes another kind of data from the file, at its defaults", () => {
    const line = readCommandLine(["--preset", "circle", "--config", inFolder("glyphs.json")]);
    expect(line?.config.dataset).toEqual({ id: "glyphs", classes: 16, samples: 500 });
  });

  it("takes the user's files as the data set", () => {
    const line = readCommandLine(["--data", inFolder("images.idx"), "--data", inFolder("labels.idx")]);
    expect(line?.files?.files.map(({ path }) => path)).toEqual(["images.idx", "labels.idx"]);
    expect(line?.config.dataset).toMatchObject({ id: "files", name: "images.idx, labels.idx" });
  });

  it("prints help when asked", () => {
    expect(readCommandLine(["--help"])).toBeNull();
  });

  it.each([
    ["an unknown preset", ["--preset", "nope"], /preset.*"nope".*vanish/],
    ["an unknown field", ["--set", "optimizer.lr=1"], /optimizer\.lr: there is no such field/],
    ["a value out of bounds", ["--set", "batchSize=1"], /batchSize: .*at least 2/],
    ["a word for a number", ["--set", "steps=many"], /steps: must be a number/],
    ["a setting without a value", ["--set", "steps"], /--set steps: write it as field=value/],
    ["an unknown option", ["--sett", "steps=1"], /--sett/],
    ["a stray word", ["points"], /points/],
    ["a config that is not there", ["--config", "missing.json"], /missing\.json/],
    ["a config that is no JSON", ["--config", "broken.json"], /broken\.json is not JSON/],
    ["a config with a typing error", ["--config", "typo.json"], /typo\.json:\noptimizer\.lr: .*allowed are id/],
    ["a config that is a list", ["--config", "list.json"], /list\.json:\n.*object/],
    [
      "a record in a folder that is not there",
      ["--out", "no/where.json"],
      /--out no\/where\.json: there is no folder no$/,
    ],
    ["data that is not there", ["--data", "missing.idx"], /missing\.idx/],
  ])("refuses %s, by its name", (_, args, message) => {
    const paths = args.map((arg) => (existsSync(inFolder(arg)) ? inFolder(arg) : arg));
    expect(() => readCommandLine(paths)).toThrow(message);
  });

  it("shortens the name of the data to what a config holds", () => {
    const paths = Array.from({ length: 4 }, (_, i) => join(folder, `${i}${"long".repeat(20)}.idx`));
    for (const path of paths) writeFileSync(path, "");
    const line = readCommandLine(paths.flatMap((path) => ["--data", path]));
    expect(line?.config.dataset).toMatchObject({ name: expect.stringMatching(/^0long.{195}$/) });
  });
});
