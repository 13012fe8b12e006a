import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ruleOf } from "../../../src/config/temperature";
import { readSafetensors } from "../../../src/export/safetensors";
import { chooseWasm, tinyConfig } from "../../support/experiment";
import { EXPORT_CASES } from "../../support/pytorch/cases";
import { type Exported, exported } from "../../support/pytorch/exported";
import { PYTHON, runPython, SUPPORT } from "../../support/pytorch/python";

/** Enough for momentum, averages, memories and a queue to matter. */
const STEPS = 5;

/** What is measured besides changes nothing. */
const UNMEASURED = { seeds: 1, steps: STEPS, gradientProbe: { every: 0 }, evaluation: { every: 0 } };

const found = new Map<string, { page: Exported; losses: Record<string, number[]> }>();

describe.skipIf(!PYTHON)("an exported script on the page's weights and batches", () => {
  beforeAll(async () => {
    await chooseWasm();
    for (const [name, changes] of EXPORT_CASES) {
      const config = tinyConfig({ ...UNMEASURED, ...changes });
      found.set(name, { page: await exported(config, STEPS), losses: {} });
    }
    const folders = [...found.values()].map(({ page }) => page.folder);
    const printed = JSON.parse(runPython([join(SUPPORT, "steps.py"), ...folders]));
    for (const run of found.values()) run.losses = printed[run.page.folder];
  }, 600_000);

  it.each(EXPORT_CASES)("has the page's loss: %s", (name) => {
    const { page, losses } = found.get(name)!;
    for (const [learner, [first]] of page.losses)
      expect(
        differenceOf(losses[learner]!.slice(0, 1), [first!]) / Math.max(1, Math.abs(first!)),
        learner,
      ).toBeLessThan(1e-5);
  });

  it.each(EXPORT_CASES)("has the page's gradient: %s", (name) => {
    const { page } = found.get(name)!;
    const { tensors } = stepsOf(page);
    for (const [path, gradient] of page.gradients) {
      const learner = path.split(".").slice(0, 2).join(".");
      const all = [...page.gradients].filter(([other]) => other.startsWith(`${learner}.`));
      const largest = Math.max(...all.map(([, values]) => largestOf(values)));
      const own = tensors.get(`gradient.${path}`)!.values;
      if (path.endsWith("loss.learned")) putBack(page, learner, gradient);
      expect(differenceOf(own, gradient) / largest, path).toBeLessThan(1e-4);
    }
  });

  it.each(EXPORT_CASES)("has the page's state after five steps: %s", (name) => {
    const { page } = found.get(name)!;
    const { tensors } = stepsOf(page);
    for (const [path, { values }] of page.state.tensors) {
      const own = tensors.get(`state.${path}`);
      if (!own || path.endsWith("loss.learned.momentum_buffer")) continue;
      expect(differenceOf(own.values, values) / Math.max(0.01, largestOf(values)), path).toBeLessThan(1e-3);
    }
  });
});

/** Where a temperature is not learned, the page gathers a gradient of it all the same, and puts the number back to 0 after each update. */
function putBack({ config }: Exported, learner: string, gradient: Float32Array): void {
  const arm = config.arms[Number(/^arm(\d+)/.exec(learner)?.[1])];
  if (arm && ruleOf(config, arm) !== "learned") gradient[0] = 0;
}

function stepsOf({ folder }: Exported) {
  return readSafetensors(readFileSync(join(folder, "steps.safetensors")));
}

function largestOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

function differenceOf(own: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (own.length !== expected.length) return Number.POSITIVE_INFINITY;
  return largestOf(Array.from(own, (value, i) => value - (expected[i] as number)));
}
