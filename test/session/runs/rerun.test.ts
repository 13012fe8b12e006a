import { describe, expect, it } from "vitest";
import { ACTIONS, type ActionId, actionFor } from "../../../src/session/actions";
import type { ActionContext } from "../../../src/session/actions/action";
import { pooledVerdict } from "../../../src/session/runs/pooled";
import type { FakeService } from "../fakeService";
import { loadedPlayground } from "../loadedPlayground";

/** A page whose run is over. */
async function ended() {
  let time = 0;
  const now = () => {
    time += 5000;
    return time;
  };
  const { playground, service } = await loadedPlayground({ now });
  const finish = async () => {
    const { steps } = playground.state.draft;
    service.tellLoss(steps - 1, 1);
    service.tell({ type: "state", state: "finished" });
    await playground.runs.archive.done();
  };
  await playground.play();
  await finish();
  const perform = async (id: ActionId) => ACTIONS[id].run({ playground } as ActionContext);
  return { playground, service, finish, perform };
}

const seedOf = (service: FakeService) => service.started.at(-1)?.seed;

describe("what follows a run that is over", () => {
  it("is more seeds by the key, each time others, with all runs kept in one group", async () => {
    const { playground, service, finish, perform } = await ended();
    const { seed, seeds, steps } = playground.state.draft;
    expect(actionFor(" ", playground.state)).toBe(ACTIONS.moreSeeds);
    await perform("moreSeeds");
    expect(seedOf(service)).toBe(seed + seeds);
    expect(service.started.at(-1)).toEqual({ ...service.started[0], seed: seed + seeds });
    await finish();
    await perform("moreSeeds");
    await finish();
    expect(seedOf(service)).toBe(seed + 2 * seeds);
    expect(playground.state.history.map(({ stepsDone }) => stepsDone)).toEqual([steps, steps, steps]);
  });

  it("is the same seeds where they are asked for, and none of them where others are", async () => {
    const { playground, service, finish, perform } = await ended();
    const { seed, seeds } = playground.state.draft;
    await perform("repeat");
    expect(service.started.at(-1)).toEqual(service.started[0]);
    await finish();
    await perform("otherSeeds");
    const drawn = seedOf(service) ?? 0;
    expect(drawn + seeds <= seed || drawn >= seed + seeds).toBe(true);
  });

  it("is what was set since, by the key; more seeds of the run are of the run's settings", async () => {
    const { playground, service, perform } = await ended();
    const { batchSize } = playground.state.draft;
    playground.setField("batchSize", 8);
    expect(actionFor(" ", playground.state)).toBe(ACTIONS.next);
    expect(ACTIONS.moreSeeds.enabled(playground.state)).toBe(false);
    await perform("otherSeeds");
    expect(service.started.at(-1)?.batchSize).toBe(batchSize);
    playground.settingsHistory.undo();
    playground.settingsHistory.undo();
    expect(playground.state.draft.batchSize).toBe(8);
  });

  it("is the last settings from the start where the run was changed on its way: on other seeds they were not run", async () => {
    const { playground, service, finish, perform } = await ended();
    await perform("repeat");
    const patch = { optimizer: { learningRate: 0.01 } };
    service.tell({ type: "changed", change: { step: 3, patch } });
    playground.edit((draft) => draft.discard());
    await finish();
    const enabled = (["moreSeeds", "otherSeeds", "repeat"] as const).filter((id) =>
      ACTIONS[id].enabled(playground.state),
    );
    expect(enabled).toEqual([]);
    expect(actionFor(" ", playground.state)).toBe(ACTIONS.fromStart);
    await perform("fromStart");
    expect(service.started.at(-1)).toMatchObject(patch);
    expect(seedOf(service)).toBe(service.started[0]?.seed);
    await finish();
    expect(actionFor(" ", playground.state)).toBe(ACTIONS.moreSeeds);
  });

  it("keeps the run that is there when a preset is chosen and played", async () => {
    const { playground } = await loadedPlayground();
    const { service } = playground;
    await playground.play();
    (service as FakeService).tellLoss(9, 1);
    await playground.pause();
    playground.choosePreset("circle");
    expect(playground.state.run?.presetId).toBe("points");
    await playground.restart();
    await playground.runs.archive.done();
    expect(playground.state.run?.presetId).toBe("circle");
    expect(playground.state.history.map(({ presetId, stepsDone }) => [presetId, stepsDone])).toEqual([["points", 10]]);
  });
});

describe("runs of the same settings", () => {
  it("say together what all their seeds say, those that share a seed once, unfinished ones not at all", async () => {
    const { playground, finish, perform } = await ended();
    await perform("moreSeeds");
    await finish();
    const [second, first] = playground.state.history;
    if (!first || !second) throw new Error("Both runs are kept.");
    const pair = { metric: "probeAccuracy" as const, armA: 0, armB: 1, n: 3 };
    const one = { ...first, paired: [{ ...pair, difference: 0.1, ci95: [0.05, 0.15] as [number, number] }] };
    const other = { ...second, paired: [{ ...pair, difference: 0.2, ci95: [0.15, 0.25] as [number, number] }] };
    const pooled = pooledVerdict([one, other]);
    expect(pooled).toMatchObject({ metric: "probeAccuracy", runs: 2, verdict: { seeds: 6, detected: true } });
    expect(pooled?.verdict.difference).toBeCloseTo(0.15);
    expect(pooledVerdict([one, other, { ...other, id: "again" }])).toEqual(pooled);
    expect(pooledVerdict([one, { ...other, stepsDone: 3 }])).toBeNull();
    expect(pooledVerdict([one])).toBeNull();
  });
});
