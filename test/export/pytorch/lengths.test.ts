import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/config/parse";
import { presetConfig } from "../../../src/config/presets";
import { TEMPERATURE_RULES } from "../../../src/config/schema";
import { lineCount, MOST_LINES, type PythonFile } from "../../../src/export/pytorch/modules";
import { writeScript } from "../../../src/export/pytorch/script";
import { OBJECTIVE_IDS } from "../../../src/objectives";
import { PYTHON, runPython } from "../../support/pytorch/python";

const { gradientProbe, evaluation } = presetConfig("vanish");

/** All that makes an augmentation long. */
const EVERYTHING = { strength: 1, rotation: 30, noise: 0.1, cutout: 0.5, blur: 0.5, flip: 0.5 };

const LARGEST = {
  dataset: { id: "public", set: "cifar10" },
  encoder: { id: "resnet", norm: "batch" },
  augmentation: EVERYTHING,
  gradientProbe,
  evaluation: { ...evaluation, linearProbe: { search: true } },
  stop: { patience: 3, target: 0.9, minutes: 5, metric: "effectiveRank" },
};

const arm = fc.record(
  {
    objective: fc.constantFrom(...OBJECTIVE_IDS),
    temperatureRule: fc.constantFrom(...TEMPERATURE_RULES),
    precision: fc.constantFrom("float16", "bfloat16", "float8e4m3"),
    label: fc.string({ minLength: 1, maxLength: 60 }),
  },
  { requiredKeys: ["objective"] },
);

const changes = fc.record({
  arms: fc.oneof(
    fc.array(arm, { minLength: 1, maxLength: 16 }),
    fc.array(arm, { minLength: 14, maxLength: 16 }),
    fc.constant([{ objective: "infoNce" }, { objective: "flatNce" }]),
  ),
  encoder: fc.record({
    id: fc.constantFrom("mlp", "convnet", "resnet"),
    norm: fc.constantFrom("none", "group", "batch"),
  }),
  optimizer: fc.record({
    id: fc.constantFrom("adam", "sgd", "lars"),
    matchGradientNorm: fc.boolean(),
    schedule: fc.constantFrom({}, { id: "cosine", warmupSteps: 10 }, { warmupSteps: 10 }),
  }),
  queue: fc.record({ size: fc.constantFrom(0, 0, 256) }),
  augmentation: fc.constantFrom({}, EVERYTHING),
  stop: fc.constantFrom({}, { patience: 3 }, LARGEST.stop),
  temperatureRule: fc.record({ id: fc.constantFrom(...TEMPERATURE_RULES) }),
});

interface Facts {
  hasWeights: boolean;
  published: "cifar10" | null;
  channels: number;
}

const facts = fc.record({
  hasWeights: fc.boolean(),
  published: fc.constantFrom(null, "cifar10" as const),
  channels: fc.constantFrom(1, 3),
});

/** The files of an experiment, or null where it is none. */
function programOf(input: object, { hasWeights, published, channels }: Facts): PythonFile[] | null {
  const parsed = parseConfig({ ...LARGEST, ...input });
  if (!parsed.ok) return null;
  const data = { shape: [32, 32, channels], classes: 10, isPaired: false, hasLabels: true, published };
  return writeScript(parsed.config, data, "images", { hasWeights, since: 7 });
}

/** With what reads badly in any of its files. */
function longFiles(files: readonly PythonFile[]) {
  return files
    .map(({ path, content }) => ({ path, lines: lineCount(content), wide: content.split("\n").filter(isWide) }))
    .filter(({ lines, wide }) => lines > MOST_LINES || wide.length > 0);
}

/** But where a label of a user's, or a source, ends the line of an arm. */
function isWide(line: string): boolean {
  return line.length > 120 && !line.startsWith("    lambda batch:");
}

const FORMULAS = [
  ...["sigLip", "vicReg", "barlowTwins", "sogClr", "flo", "debiased", "hardNegative", "alignUniform"],
  ...["dv", "jsd", "smile", "dclw", "spectral", "nwj", "supervised"],
];
const QUEUED = ["infoNce", "infoNceCe", "flatNce", "dual", "xi", "dcl", "dclw", "flo", "debiased", "hardNegative"];

/** The first in low precision, the second with a temperature that is learned. */
function manyArms(objectives: readonly string[]) {
  const special = [
    { objective: "infoNceOneWay", precision: "float16" },
    { objective: "flatNce", temperatureRule: "learned" },
  ];
  return [...special, ...objectives.map((objective) => ({ objective }))].slice(0, 16);
}

/** The longest of each part. */
const TABLE: [name: string, input: object][] = [
  ["two arms", { arms: [{ objective: "infoNce" }, { objective: "flatNce" }] }],
  [
    "two arms and a queue, LARS",
    { queue: { size: 256 }, optimizer: { id: "lars", schedule: { id: "cosine", warmupSteps: 9 } } },
  ],
  ["many arms", { arms: manyArms(FORMULAS), optimizer: { id: "lars", schedule: { id: "cosine", warmupSteps: 9 } } }],
  ["many arms and a queue", { arms: manyArms(QUEUED), queue: { size: 256 } }],
  [
    "many arms whose norms are matched",
    { arms: manyArms(FORMULAS), optimizer: { id: "sgd", matchGradientNorm: true } },
  ],
];

describe("the program of an experiment", () => {
  it.each(TABLE)("has files of at most 400 lines of at most 120 characters: %s", (_, input) => {
    for (const hasWeights of [true, false])
      for (const published of [null, "cifar10"] as const) {
        const program = programOf(input, { hasWeights, published, channels: 3 });
        expect(program && longFiles(program)).toEqual([]);
      }
  });

  it("has them whatever is asked for", () => {
    let written = 0;
    fc.assert(
      fc.property(changes, facts, (input, given) => {
        const program = programOf(input, given);
        if (!program) return;
        written++;
        expect(longFiles(program)).toEqual([]);
      }),
      { numRuns: 400, seed: 17 },
    );
    expect(written).toBeGreaterThan(60);
  });

  it("says of an arm in low precision where not all of its formula is rounded", () => {
    const arms = [
      { objective: "dclw", precision: "float16" },
      { objective: "dclw" },
      { objective: "flatNce", precision: "float16" },
    ];
    const program = programOf({ arms }, { hasWeights: true, published: null, channels: 1 }) ?? [];
    const lines = program
      .flatMap(({ content }) => content.split("\n"))
      .filter((line) => line.startsWith("    lambda batch:"));
    expect(lines.map((line) => line.includes("is not rounded"))).toEqual([true, false, false]);
  });

  it.skipIf(!PYTHON)("compiles, and has every name that it uses", () => {
    const folder = mkdtempSync(join(tmpdir(), "pytorch-"));
    const paths = TABLE.flatMap(([, input], i) => {
      const own = join(folder, String(i));
      mkdirSync(own);
      const program = programOf(input, { hasWeights: i % 2 === 0, published: "cifar10", channels: 3 }) ?? [];
      for (const { path, content } of program) writeFileSync(join(own, path), content);
      return program.map(({ path }) => join(own, path));
    });
    expect(runPython(["-c", UNKNOWN_NAMES, ...paths])).toBe("");
  });
});

/** Names that a file loads and nothing in it, or of Python's own, defines. */
const UNKNOWN_NAMES = `
import ast, builtins, sys
for path in sys.argv[1:]:
    tree = ast.parse(open(path, encoding="utf-8").read())
    known = set(dir(builtins)) | {"__file__", "__doc__"}
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)): known.add(node.name)
        elif isinstance(node, ast.arg): known.add(node.arg)
        elif isinstance(node, ast.alias): known.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load): known.add(node.id)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in known: print(path, node.lineno, node.id)
`;
