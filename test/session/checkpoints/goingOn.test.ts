import { afterEach, describe, expect, it } from "vitest";
import type { ExperimentInput } from "../../../src/config/schema";
import { writeSafetensors } from "../../../src/export/safetensors";
import type { Playground } from "../../../src/session/playground";
import { tinyConfig } from "../../support/experiment";
import { measuredBy, openPage, playToEnd, until } from "./pageUnderTest";

const pages: Playground[] = [];
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.service.stop()));
});

async function page(config: ReturnType<typeof tinyConfig>): Promise<Playground> {
  const opened = await openPage(config);
  pages.push(opened);
  return opened;
}

/** What learners can carry, and where they compute. */
const CASES: [string, ExperimentInput][] = [
  ["a queue, on WebAssembly", { backend: "wasm", queue: { size: 10, momentum: 0.9 } }],
  [
    "batch normalization and a learned temperature, on WebAssembly",
    {
      backend: "wasm",
      encoder: { id: "mlp", width: 8, depth: 2, projection: 4, norm: "batch" },
      arms: [{ objective: "infoNce", temperatureRule: "learned" }, { objective: "flatNce" }],
    },
  ],
  [
    "SGD, a cosine and memories, on the CPU",
    {
      backend: "cpu",
      arms: [{ objective: "sogClr" }, { objective: "flatNce" }],
      optimizer: { id: "sgd", learningRate: 0.05, schedule: { id: "cosine", warmupSteps: 2 } },
    },
  ],
];

describe("a run that goes on from its checkpoint on another page", () => {
  it.each(CASES)("has the record of the uninterrupted one, to the bit: %s", async (_, changes) => {
    const config = tinyConfig({ steps: 12, ...changes });
    const whole = await page(config);
    await playToEnd(whole);

    const interrupted = await page(config);
    await interrupted.step(5);
    const file = await interrupted.checkpoints.save();
    const { id, startedAt } = interrupted.state.run!;
    await interrupted.service.stop();

    const resumed = await page(tinyConfig({ steps: 3 }));
    expect(await resumed.checkpoints.open(file)).toBe(true);
    expect(resumed.state.run).toMatchObject({ id, startedAt, step: 5, state: "paused", config });
    expect(resumed.state.draft).toEqual(config);
    expect(resumed.pendingChanges()).toEqual([]);
    expect(measuredBy(resumed)).toEqual(measuredBy(interrupted));
    await playToEnd(resumed);
    expect(measuredBy(resumed)).toEqual(measuredBy(whole));
    expect(resumed.record().startedAt).toBe(startedAt);
  });

  it("may be taken while it trains, and taken from again", async () => {
    const config = tinyConfig({ steps: 40, backend: "wasm" });
    const whole = await page(config);
    await whole.play();
    const first = await whole.checkpoints.save();
    await until(whole, ({ state }) => state === "finished");

    const second = await page(config);
    await second.checkpoints.open(first);
    const { step } = second.state.run!;
    expect(step).toBeLessThan(config.steps);
    await second.step(2);
    const third = await page(config);
    await third.checkpoints.open(await second.checkpoints.save());
    expect(third.state.run?.step).toBe(step + 2);
    await playToEnd(third);
    expect(measuredBy(third)).toEqual(measuredBy(whole));
  });

  it("is a run of its own beside the one that it was saved from", async () => {
    const kept = await page(tinyConfig({ steps: 8, backend: "wasm" }));
    await kept.step(3);
    const file = await kept.checkpoints.save();
    const { id } = kept.state.run!;
    await kept.step(2);
    await kept.checkpoints.open(file);
    await kept.runs.archive.done();
    expect(kept.state.run?.step).toBe(3);
    expect(kept.state.run?.id).not.toBe(id);
    await kept.runs.archive.done();
    expect(kept.state.history.map((past) => [past.id, past.stepsDone])).toEqual([[id, 5]]);
  });
});

describe("a file that is no checkpoint of this experiment", () => {
  const bytes = (metadata: Record<string, string>) => new Blob([writeSafetensors({ tensors: new Map(), metadata })]);

  it.each([
    ["of another format", new Blob(["PK and so on"]), "errors.export.cutShort"],
    ["of weights alone", bytes({}), "errors.export.noCheckpoint"],
    [
      "of the user's files that are gone",
      bytes({ step: "1", config: JSON.stringify({ dataset: { id: "files", name: "a.csv" } }) }),
      "errors.checkpoints.noFiles",
    ],
  ])("%s is refused in a sentence, and the run stays", async (_, file, said) => {
    const playground = await page(tinyConfig({ backend: "wasm" }));
    await playground.step(2);
    const { run } = playground.state;
    expect(await playground.checkpoints.open(file)).toBe(false);
    expect(playground.state.notices).toMatchObject([{ kind: "checkpointRefused", detail: { id: said } }]);
    expect(playground.state.run?.id).toBe(run?.id);
    await playground.step();
    expect(playground.state.run?.step).toBe(3);
  });

  it("without its tensors is refused by the training, and the run stays", async () => {
    const playground = await page(tinyConfig({ backend: "wasm" }));
    await playground.step(2);
    const { id } = playground.state.run!;
    expect(await playground.checkpoints.open(bytes({ step: "1", config: "{}" }))).toBe(false);
    expect(playground.state.notices).toMatchObject([{ kind: "startFailed", detail: { id: "errors.state.missing" } }]);
    expect(playground.state.run?.id).toBe(id);
  });
});
