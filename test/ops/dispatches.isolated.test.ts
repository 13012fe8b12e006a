import { beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse";
import { OBJECTIVE_IDS, type ObjectiveId } from "../../src/objectives";
import { type ArmInput, type BenchmarkOptions, runBenchmark } from "../../src/training/benchmark";
import { useFakeGpu } from "../support/fakeGpu";
import { standardProbe } from "../support/gradientProbe";

/** Dispatches of the two standard steps, whatever the arms. No GPU is needed, and no number is computed. */

/** One of each that has programs of its own, or changes those that there are. */
const KINDS: ArmInput[] = [
  { objective: "infoNce" },
  { objective: "flo" },
  { objective: "sogClr" },
  { objective: "dv" },
  { objective: "barlowTwins" },
  { objective: "supervised" },
  { objective: "sigLip" },
  { objective: "nPair" },
  { objective: "flatNce", precision: "bfloat16" },
  { objective: "flatNce", temperatureRule: "learned" },
  { objective: "flatNce", temperatureRule: "ess" },
];
const MIXED = KINDS.map((arm, k) => ({ ...arm, batchSize: 4 + 2 * (k % 5) }));
/** All that a queue can serve. */
const QUEUED: ArmInput[] = [
  ...OBJECTIVE_IDS.map((objective) => ({ objective })),
  { objective: "flatNce" as const, temperatureRule: "learned" as const },
].filter((arm) => parseConfig({ arms: [arm], queue: { size: 256 } }).ok);
const nameOf = ({ objective, temperatureRule }: ArmInput) => temperatureRule ?? objective;

const SIX_ARMS: ObjectiveId[] = ["infoNce", "flatNce", "dcl", "infoNceOneWay", "flatNceOneWay", "clip"];

beforeAll(async () => {
  await useFakeGpu();
});

describe("dispatches of a micro-batch of the gradient probe", () => {
  it("go back alone at common weights, however many arms there are", async () => {
    const lines: string[] = [];
    for (const step of ["mlp", "cnn"] as const)
      for (const arms of [SIX_ARMS.slice(0, 2), SIX_ARMS]) {
        const [alone, both] = [await dispatchesOf(step, arms, false), await dispatchesOf(step, arms, true)];
        lines.push(`${step}, ${arms.length} arms: ${alone}, with common weights ${both}\n`);
      }
    await expect(lines.join("")).toMatchFileSnapshot("snapshots/steps/probe.txt");
  });

  async function dispatchesOf(step: "mlp" | "cnn", arms: readonly ObjectiveId[], common: boolean) {
    const { probe } = standardProbe(step, arms, { every: 1, microBatches: 2, common });
    await probe.measure(0);
    return probe.dispatches;
  }
});

describe.each([
  ["mlp", 32],
  ["cnn", 48],
] as const)("dispatches of the %s's step", (encoder, most) => {
  const count = async (options: Omit<BenchmarkOptions, "encoder">) => {
    const { dispatchesPerStep, composed } = await runBenchmark({ encoder, steps: 1, ...options });
    expect(composed).toEqual([]);
    return dispatchesPerStep as number;
  };

  it("are few with InfoNCE beside any objective, with a queue, and with one of each", async () => {
    const counts: [string, number][] = [];
    for (const id of OBJECTIVE_IDS) counts.push([id, await count({ arms: ["infoNce", id] })]);
    counts.push(["one of each", await count({ arms: KINDS })]);
    counts.push(["one of each, of many batch sizes", await count({ arms: MIXED })]);
    expect(counts.at(-1)?.[1]).toBe(counts.at(-2)?.[1]);
    for (const [id, dispatches] of counts) expect(dispatches, id).toBeLessThanOrEqual(most);
    expect(QUEUED.length).toBeGreaterThan(8);
    const queued = await count({ queue: 256, arms: QUEUED });
    expect(queued).toBeLessThanOrEqual(encoder === "mlp" ? 36 : most);
    counts.push(["a queue, all it can serve", queued]);
    const lines = counts.map(([what, dispatches]) => `${what}: ${dispatches}\n`);
    await expect(lines.join("")).toMatchFileSnapshot(`snapshots/steps/objectives-${encoder}.txt`);
  });

  // The head of another encoder is the same.
  it.runIf(encoder === "mlp")("are few with any two kinds of arms", async () => {
    for (const [k, first] of KINDS.entries())
      for (const second of KINDS.slice(k))
        expect(await count({ arms: [first, second] }), [first, second].map(nameOf).join(" and ")).toBeLessThanOrEqual(
          most,
        );
  });
});
