import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PRESETS, presetConfig } from "../../../src/config/presets";
import type { ExperimentConfig, ExperimentInput } from "../../../src/config/schema";
import { exportPyTorch } from "../../../src/export/pytorch";
import { lineCount, MOST_LINES, writeScript } from "../../../src/export/pytorch/script";
import { exportedSamples } from "../../../src/training/exportedSamples";
import { dataOf, tinyConfig } from "../../support/experiment";
import { PYTHON, runPython } from "../../support/pytorch/python";

const IMAGES = { shape: [28, 28, 1], classes: 10, isPaired: false, hasLabels: true };
const POINTS = { ...IMAGES, shape: [2] };

const scriptOf = (config: ExperimentConfig) =>
  writeScript(config, config.dataset.id === "points" ? POINTS : IMAGES, "what it is trained on", {
    since: 0,
    hasWeights: true,
  });

/** Every file of an export of a small experiment. */
async function filesOf(changes: ExperimentInput, mostBytes = Number.POSITIVE_INFINITY) {
  const config = tinyConfig(changes);
  const source = {
    config,
    samples: exportedSamples(await dataOf(config), config),
    state: { step: 0, tensors: new Map() },
  };
  return exportPyTorch(source, { weights: true, mostBytes, pause: async () => undefined });
}

describe("the script of a preset", () => {
  it.each(PRESETS.map(({ id }) => id))("has at most 400 lines of at most 120 characters: %s", (id) => {
    const script = scriptOf(presetConfig(id));
    expect(lineCount(script)).toBeLessThanOrEqual(MOST_LINES);
    expect(script.split("\n").filter((line) => line.length > 120)).toEqual([]);
  });

  it.each(["points", "queue"])("reads like this: %s", async (id) => {
    await expect(scriptOf(presetConfig(id))).toMatchFileSnapshot(`snapshots/${id}.py`);
  });

  it.skipIf(!PYTHON)("compiles", () => {
    const folder = mkdtempSync(join(tmpdir(), "pytorch-"));
    const paths = PRESETS.map(({ id }) => join(folder, `${id}.py`));
    for (const [i, { id }] of PRESETS.entries()) writeFileSync(paths[i]!, scriptOf(presetConfig(id)));
    expect(runPython(["-m", "py_compile", ...paths])).toBe("");
  });
});

/** Of a link, of a file's name: whatever someone typed. */
const HOSTILE = 'a"""\n\'\'\'\r\u2028\0\u202e\\N{x}\\"""\nraise SystemExit("run")  # \\';

describe("labels and titles of others", () => {
  const config = tinyConfig({
    arms: [
      { objective: "infoNce", label: HOSTILE },
      { objective: "clip", label: HOSTILE },
    ],
  });
  const script = writeScript(config, POINTS, HOSTILE, { since: 0, hasWeights: true });

  it("stay within a comment and a docstring", () => {
    expect(script.split(/[\r\n]/).filter((line) => /^\s*raise/.test(line))).toEqual([]);
    expect(script).not.toMatch(/[\0\u2028\u202e]/);
  });

  it.skipIf(!PYTHON)("leave a script that says them as they are, and does nothing that they say", () => {
    const path = join(mkdtempSync(join(tmpdir(), "pytorch-")), "train.py");
    writeFileSync(path, script);
    const program =
      "import ast, sys; body = ast.parse(open(sys.argv[1], encoding='utf-8').read()).body; print(len(body), body[0].value.value)";
    const plain = writeScript(tinyConfig({ arms: [{ objective: "infoNce" }, { objective: "clip" }] }), POINTS, "x", {
      since: 0,
      hasWeights: true,
    });
    const other = join(mkdtempSync(join(tmpdir(), "pytorch-")), "train.py");
    writeFileSync(other, plain);
    const [statements] = runPython(["-c", program, other]).split(" ");
    const said = runPython(["-c", program, path]);
    expect(said.split(" ")[0]).toBe(statements);
    expect(said).toContain('\\N{x}\\"""');
  });
});

describe("exportPyTorch", () => {
  it("says commands that are those of its own seeds", async () => {
    const { files } = await filesOf({ seed: 7 });
    expect(files.find(({ path }) => path === "README.md")?.content).toContain("--arm 0 --seed 7 ");
  });

  it("writes the script, its settings, its samples, its learners and how to run them", async () => {
    const { script, files } = await filesOf({});
    expect(files.map(({ path }) => path)).toEqual([
      "train.py",
      "config.json",
      "README.md",
      "data.npz",
      "weights.safetensors",
    ]);
    expect(files[0]?.content).toBe(script);
  });

  it.each([
    [
      { arms: [{ objective: "infoNce" }, { objective: "xi" }], optimizer: { id: "sgd", matchGradientNorm: true } },
      "matchGradientNorm",
    ],
    [{ stop: { patience: 3 } }, "stop.patience"],
    [{ stop: { minutes: 3 } }, "stop.minutes"],
    [
      { evaluation: { every: 3, trainSamples: 32, testSamples: 16, knn: { k: 5 }, fineTune: { steps: 5 } } },
      "fineTune",
    ],
  ] as [ExperimentInput, string][])("refuses by name what it cannot: %j", async (changes, name) => {
    await expect(filesOf(changes)).rejects.toThrow(name);
  });

  it("refuses samples of more bytes than it may take along", async () => {
    await expect(filesOf({}, 100)).rejects.toThrow("its data take 1 MB");
  });
});
