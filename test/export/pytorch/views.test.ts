import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { augmentationNoise, augmentationParameters } from "../../../src/augmentations/draws";
import { LANE } from "../../../src/augmentations/parts";
import { augmentationRecipe, augmentationWork } from "../../../src/augmentations/recipe";
import type { ExperimentInput } from "../../../src/config/schema";
import { PURPOSE, uniforms } from "../../../src/engine/random";
import { writeNpz } from "../../../src/export/pytorch/npz";
import { writeScript } from "../../../src/export/pytorch/script";
import { readSafetensors } from "../../../src/export/safetensors";
import { augmentImages } from "../../../src/ops/augment/reference";
import { chooseWasm, tinyConfig } from "../../support/experiment";
import { PYTHON, runPython, SUPPORT } from "../../support/pytorch/python";

const VIEWS = 24;
const LANES = [LANE.crop, LANE.pose, LANE.jitter, LANE.blur, LANE.cutout];

const CASES = [
  ["SimCLR's recipe, on colors", [12, 10, 3], { strength: 1, noise: 0 }],
  [
    "everything at once, on colors",
    [12, 10, 3],
    { strength: 1, rotation: 30, noise: 0.1, cutout: 0.7, cutoutSide: 0.4, maxBlur: 6 },
  ],
  ["everything at once, in grey", [11, 12, 1], { strength: 1, rotation: 90, noise: 0.1, cutout: 0.7, flip: 0.5 }],
  ["a crop alone, in grey", [12, 12, 1], { strength: 0, minScale: 0.3, noise: 0 }],
] as const;

describe.skipIf(!PYTHON)("an exported script, given the page's random numbers", () => {
  const drawn = new Map<string, Drawn>();

  beforeAll(async () => {
    await chooseWasm();
    for (const [name, shape, changes] of CASES) drawn.set(name, await drawnCase(shape, changes));
    runPython([join(SUPPORT, "views.py"), ...Array.from(drawn.values(), ({ folder }) => folder)]);
  }, 120_000);

  it.each(CASES)("makes the page's views: %s", (name) => {
    const { folder, expected } = drawn.get(name)!;
    const views = readSafetensors(readFileSync(join(folder, "views.safetensors"))).tensors.get("views")!.values;
    expect(views).toHaveLength(expected.length);
    expect(Math.max(...expected.map((value, i) => Math.abs(value - (views[i] as number))))).toBeLessThan(2e-4);
  });
});

interface Drawn {
  folder: string;
  /** The page's views. */
  expected: Float32Array;
}

/** A script, and what the page drew and made of it. */
async function drawnCase(
  shape: readonly [number, number, number],
  changes: ExperimentInput["augmentation"],
): Promise<Drawn> {
  const config = tinyConfig({ augmentation: { ...changes } });
  const recipe = augmentationRecipe(config.augmentation, shape);
  const work = augmentationWork(recipe, shape);
  const size = shape[0] * shape[1] * shape[2];
  const draw = { seeds: [1], step: 3, views: VIEWS, purpose: PURPOSE.trainingViews };
  const noise = work.noise > 0 ? augmentationNoise(draw, size) : new Float32Array(0);
  const samples = Float32Array.from({ length: (VIEWS / 2) * size }, (_, i) => (Math.sin(i * 12.9898) + 1) / 2);
  const indices = Int32Array.from({ length: VIEWS / 2 }, (_, i) => i);
  const parameters = augmentationParameters(recipe, draw);
  const expected = augmentImages(tf.tensor4d(samples, [VIEWS / 2, ...shape]), {
    seeds: 1,
    indices,
    parameters,
    noise,
    work,
  });
  const words = Array.from({ length: VIEWS }, (_, sample) =>
    LANES.flatMap((lane) => [...uniforms({ seed: 1, step: 3, sample, purpose: PURPOSE.trainingViews, lane })]),
  ).flat();
  const folder = mkdtempSync(join(tmpdir(), "pytorch-"));
  const data = { shape, classes: 2, isPaired: false, hasLabels: true };
  for (const { path, content } of writeScript(config, data, "images", { since: 0, hasWeights: true }))
    writeFileSync(join(folder, path), content);
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  const arrays = {
    x: { shape: [VIEWS, ...shape], values: Float32Array.of(...samples, ...samples) },
    u: { shape: [VIEWS, words.length / VIEWS], values: Float32Array.from(words) },
    noise: { shape: work.noise > 0 ? [VIEWS, ...shape] : [0, ...shape], values: noise },
  };
  const packed = await writeNpz(arrays, async () => undefined);
  writeFileSync(join(folder, "drawn.npz"), new Uint8Array(await packed.arrayBuffer()));
  return { folder, expected: (await expected.data()) as Float32Array };
}
