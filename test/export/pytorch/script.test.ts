import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PRESETS, presetConfig } from "../../../src/config/presets";
import type { ExperimentConfig, ExperimentInput } from "../../../src/config/schema";
import { exportPyTorch } from "../../../src/export/pytorch";
import { lineCount, MOST_LINES, type PythonFile } from "../../../src/export/pytorch/modules";
import { writeScript } from "../../../src/export/pytorch/script";
import { exportedSamples } from "../../../src/training/exportedSamples";
import { dataOf, tinyConfig } from "../../support/experiment";
import { PYTHON, runPython } from "../../support/pytorch/python";

const IMAGES = { shape: [28, 28, 1], classes: 10, isPaired: false, hasLabels: true };
const POINTS = { ...IMAGES, shape: [2] };

const LEARNERS = { since: 0, hasWeights: true };

/** The whole program, where it is one file. */
function onlyFile(files: PythonFile[]): string {
  expect(files.map(({ path }) => path)).toEqual(["train.py"]);
  return files[0]!.content;
}

const programOf = (config: ExperimentConfig) =>
  writeScript(config, config.dataset.id === "points" ? POINTS : IMAGES, "what it is trained on", LEARNERS);

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
    for (const { content } of programOf(presetConfig(id))) {
      expect(lineCount(content)).toBeLessThanOrEqual(MOST_LINES);
      expect(content.split("\n").filter((line) => line.length > 120)).toEqual([]);
    }
  });

  it("is in float32 on GPUs too, and encodes whole batches where they are normalized", () => {
    const config = tinyConfig({
      dataset: { id: "glyphs" },
      encoder: { id: "resnet", norm: "batch" },
      augmentation: {},
    });
    const [{ content: script } = { content: "" }] = writeScript(
      config,
      { ...IMAGES, shape: [32, 32, 3] },
      "colors",
      LEARNERS,
    );
    expect(script).toContain("allow_tf32 = False");
    expect(script).not.toContain("ACCUMULATE");
  });

  it("says in its checkpoint when the optimizer began anew", () => {
    const script = onlyFile(writeScript(presetConfig("points"), POINTS, "points", { since: 7, hasWeights: true }));
    expect(script).toContain('tensors["optimizer.since"] = torch.tensor(7, dtype=torch.int32)');
  });

  it.each(["points", "queue"])("reads like this: %s", async (id) => {
    await expect(onlyFile(programOf(presetConfig(id)))).toMatchFileSnapshot(`snapshots/${id}.py`);
  });

  it.skipIf(!PYTHON)("compiles", () => {
    const folder = mkdtempSync(join(tmpdir(), "pytorch-"));
    const files = PRESETS.flatMap(({ id }) => programOf(presetConfig(id)));
    const paths = files.map(({ path }, i) => join(folder, `${i}-${path}`));
    for (const [i, { content }] of files.entries()) writeFileSync(paths[i]!, content);
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
  const script = onlyFile(writeScript(config, POINTS, `50% %(prog)s ${HOSTILE}`, LEARNERS));

  it("stay within a comment and a docstring", () => {
    expect(script.split(/[\r\n]/).filter((line) => /^\s*raise/.test(line))).toEqual([]);
    expect(script).not.toMatch(/[\0\u2028\u202e]/);
  });

  it.skipIf(!PYTHON)("leave a script that says them as they are, and does nothing that they say", () => {
    const path = join(mkdtempSync(join(tmpdir(), "pytorch-")), "train.py");
    writeFileSync(path, script);
    const program =
      "import ast, sys; body = ast.parse(open(sys.argv[1], encoding='utf-8').read()).body; print(len(body), body[0].value.value)";
    const unlabeled = tinyConfig({ arms: [{ objective: "infoNce" }, { objective: "clip" }] });
    const plain = onlyFile(writeScript(unlabeled, POINTS, "x", LEARNERS));
    const other = join(mkdtempSync(join(tmpdir(), "pytorch-")), "train.py");
    writeFileSync(other, plain);
    const [statements] = runPython(["-c", program, other]).split(" ");
    const said = runPython(["-c", program, path]);
    expect(said.split(" ")[0]).toBe(statements);
    expect(said).toContain('\\N{x}\\"""');
    writeFileSync(join(path, "..", "config.json"), JSON.stringify(config));
    expect(runPython([path, "--help"])).toContain("50% %(prog)s");
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
