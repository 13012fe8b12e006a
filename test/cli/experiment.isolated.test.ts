import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordSchema } from "../../src/record/record";
import { PICTURES } from "../data/readers/pictureFiles";
import { MNIST, realPaths } from "../support/realData";

/** Starting Node, the compiler and TensorFlow.js takes seconds. */
const TIMEOUT = 60_000;
let folder: string;
/** What was said by one run that went through, and by the same one that was interrupted. */
let whole: ReturnType<typeof experiment>;
let cut: Awaited<ReturnType<typeof interruptedExperiment>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "flatnce-cli-"));
  const args = ["--preset", "points", ...small, "--set", `steps=${STEPS}`];
  const files = ["--out", "whole.json", "--csv", "series.csv", "--embeddings", "out.csv"];
  whole = experiment(...args, ...files.map((name) => (name.startsWith("--") ? name : inFolder(name))));
  cut = await interruptedExperiment(
    ...args,
    "--out",
    inFolder("cut.json"),
    "--checkpoint",
    inFolder("cut.safetensors"),
  );
}, 3 * TIMEOUT);
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

const STEPS = 60;
const SMALL = ["seeds=2", "backend=wasm", "evaluation.trainSamples=32", "evaluation.testSamples=16"];
const small = [...SMALL, "evaluation.knn.k=5", "gradientProbe.microBatches=2"].flatMap((field) => ["--set", field]);
const recordIn = (name: string) => recordSchema.parse(JSON.parse(readFileSync(inFolder(name), "utf8")));

describe("npm run experiment", () => {
  it("writes a valid record and its series, and prints the verdict", () => {
    expect(whole.stderr).toContain("4 learners");
    expect(whole.status).toBe(0);
    const record = recordIn("whole.json");
    expect(record).toMatchObject({
      stepsDone: STEPS,
      environment: { backend: "wasm" },
      config: { steps: STEPS, seeds: 2 },
    });
    expect(record.learners).toHaveLength(4);
    expect(record.durationMs).toBeGreaterThan(0);
    const rows = readFileSync(inFolder("series.csv"), "utf8").trimEnd().split("\r\n");
    expect(rows[0]).toMatch(/^arm,objective,seed,step,objective,infoNce,.*knnAccuracy,probeAccuracy$/);
    // A row for each step, and one for what is measured after the last.
    expect(rows).toHaveLength(1 + 4 * (STEPS + 1));
    expect(whole.stdout).toMatch(/FlatNCE - InfoNCE.*95% interval/);
    expect(whole.stdout).toContain(`2 seeds, step ${STEPS}`);
  });

  it("writes the embeddings of each learner, whose predictions are what its accuracies say", () => {
    for (const { arm, seed, series } of recordIn("whole.json").learners) {
      const name = `out.${["InfoNCE", "FlatNCE"][arm]}-seed${seed}.csv`;
      expect(whole.stderr).toContain(`${name}: 500 samples.`);
      const [header = "", ...lines] = readFileSync(inFolder(name), "utf8").trimEnd().split("\r\n");
      expect(header).toMatch(/^index,split,label,class,evaluation,knn,knn_score,probe,probe_score,h0,h1,.*,z0,z1,/);
      const rows = lines.map((line) => line.split(","));
      const column = (title: string) => rows.map((cells) => cells[header.split(",").indexOf(title)]);
      expect(column("index")).toEqual(rows.map((_, row) => String(row)));
      const asked = rows.flatMap((_, row) => (column("evaluation")[row] === "1" ? [row] : []));
      expect(asked).toHaveLength(16);
      for (const [title, metric] of [
        ["knn", series.knnAccuracy],
        ["probe", series.probeAccuracy],
      ] as const) {
        const right = asked.filter((row) => column(title)[row] === column("label")[row]).length;
        expect(right / 16).toBe(metric!.at(-1));
      }
    }
  });

  it("shows and writes what was measured when it is interrupted", () => {
    expect(cut.stderr).toMatch(/Stopping after this step.*Ctrl\+C again/);
    expect(cut.status).toBe(130);
    const record = recordIn("cut.json");
    expect(record.stepsDone).toBeLessThan(STEPS);
    expect(cut.stdout).toContain(`2 seeds, step ${record.stepsDone}`);
  });

  it(
    "goes on from the checkpoint of a run that was interrupted, to the record of the uninterrupted one",
    () => {
      const resumed = experiment("--resume", inFolder("cut.safetensors"), "--out", inFolder("resumed.json"));
      expect(resumed.stderr).toMatch(new RegExp(`Going on at step \\d+ of ${STEPS}`));
      expect(resumed.status).toBe(0);
      const unlike = { startedAt: "", durationMs: 0, clock: null };
      expect({ ...recordIn("resumed.json"), ...unlike }).toEqual({ ...recordIn("whole.json"), ...unlike });
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

  it(
    "trains on a folder of pictures, says what was read, and what is suspicious beside the result",
    () => {
      for (const name of ["ant", "bee"]) {
        mkdirSync(inFolder(`pets/${name}`), { recursive: true });
        for (const [i, [, bytes]] of PICTURES.entries()) writeFileSync(inFolder(`pets/${name}/${i}.png`), bytes);
      }
      writeFileSync(inFolder("pets/notes.pdf"), "notes");
      const set = ["--set", "steps=1", "--set", "batchSize=4"];
      const { status, stdout, stderr } = experiment(
        "--data",
        inFolder("pets"),
        ...small,
        ...set,
        "--out",
        inFolder("pets.json"),
      );
      expect(stderr).toContain("of no known format (.pdf): pets/notes.pdf");
      expect(stderr).toContain("Labels: By the folders of the images.");
      expect(stdout).toMatch(/^Worth a look:\n {2}- .* are equal to another one/m);
      expect(status).toBe(0);
      const { config, dataReport } = recordIn("pets.json");
      expect(config.dataset).toMatchObject({ id: "files", name: "pets" });
      expect(dataReport?.samples).toMatchObject({ of: "images", found: 2 * PICTURES.length });
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
