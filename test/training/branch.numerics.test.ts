import { expect, it, vi } from "vitest";
import { parseConfig } from "../../src/config/parse";
import { merge } from "../../src/config/paths";
import type { ExperimentInput } from "../../src/config/schema";
import type { RunChange } from "../../src/record/changes";
import type { TrainerEvent } from "../../src/record/events";
import type { StateDict } from "../../src/training/stateDict/types";
import { Trainer } from "../../src/training/trainer";
import { describeOnEachBackend, QUICK_BACKENDS } from "../support/backends";
import { dataOf, ENVIRONMENT, tinyConfig } from "../support/experiment";

vi.setConfig({ testTimeout: 240_000 });

const AT = 4;
const CONFIG = tinyConfig({ seeds: 2, steps: 8, optimizer: { id: "adam", learningRate: 0.01 } });

interface From {
  state: StateDict;
  patch: ExperimentInput;
}

async function trainerOf(from?: From) {
  const losses: TrainerEvent[] = [];
  const environment = { ...ENVIRONMENT, backend: "cpu", kernels: "reference" } as const;
  const changes: RunChange[] = from ? [{ step: AT, patch: from.patch, branch: { run: "other" } }] : [];
  return new Trainer({
    config: CONFIG,
    dataset: await dataOf(CONFIG),
    environment,
    emit: (event) => losses.push(event),
    views: false,
    changes,
    resumeFrom: from?.state,
  });
}

async function stateAt(steps: number, from?: From): Promise<StateDict> {
  const trainer = await trainerOf(from);
  try {
    while (trainer.step < steps) await trainer.advance();
    await trainer.settle();
    return await trainer.stateDict();
  } finally {
    trainer.dispose();
  }
}

const named = ({ tensors }: StateDict, isWanted: (name: string) => boolean) =>
  Object.fromEntries([...tensors].filter(([name]) => isWanted(name)));
const isWeight = (name: string) => name.startsWith("arm");

describeOnEachBackend(
  "a branch",
  () => {
    it("without changes is the run itself, to the bit", async () => {
      const state = await stateAt(AT);
      expect(await stateAt(8, { state, patch: {} })).toEqual(await stateAt(8));
    });

    it("with another optimizer goes on from the same weights, and counts its updates from there", async () => {
      const state = await stateAt(AT);
      const branch = { state, patch: { optimizer: { id: "sgd" as const, momentum: 0.5 } } };
      const begun = await stateAt(AT, branch);
      expect(named(begun, isWeight)).toEqual(named(state, isWeight));
      expect(begun.tensors.get("optimizer.since")?.values).toEqual(Int32Array.of(AT));
      const velocities = [...begun.tensors].filter(([name]) => name.endsWith("momentum_buffer"));
      expect(velocities.length).toBeGreaterThan(0);
      for (const [, { values }] of velocities) expect(values.every((value) => value === 0)).toBe(true);
      expect([...begun.tensors.keys()].some((name) => name.includes("exp_avg"))).toBe(false);
      expect(named(await stateAt(AT + 1, branch), isWeight)).not.toEqual(named(state, isWeight));
    });

    it("with fresh averages makes as long a first update as a run's first: Adam moves each weight by its rate", async () => {
      const state = await stateAt(AT);
      const after = await stateAt(AT + 1, { state, patch: { optimizer: { beta1: 0.8 } } });
      const [name, entry] = [...state.tensors].find(([name]) => isWeight(name) && name.endsWith("weight"))!;
      const moved = [...entry.values].map((value, i) =>
        Math.abs(value - (after.tensors.get(name)!.values[i] as number)),
      );
      expect(Math.max(...moved)).toBeLessThan(0.01 * 1.001 + 1e-5);
      expect(Math.max(...moved)).toBeGreaterThan(0.01 * 0.99);
    });

    it.each<[string, ExperimentInput]>([
      ["another objective", { arms: [{ objective: "sogClr" }, { objective: "flatNce" }] }],
      ["learned temperatures", { temperatureRule: { id: "learned" } }],
      ["controlled temperatures", { temperatureRule: { id: "ess" } }],
      ["a target of another measurement", { stop: { metric: "knnAccuracy", target: 1 } }],
    ])("with %s trains to its end, and its own state fits it", async (_, patch) => {
      const parsed = parseConfig(merge(CONFIG, patch));
      expect(parsed.ok).toBe(true);
      const state = await stateAt(AT);
      const end = await stateAt(8, { state, patch });
      const middle = await stateAt(6, { state, patch });
      expect(await stateAt(8, { state: middle, patch })).toEqual(end);
    });
  },
  QUICK_BACKENDS,
);
