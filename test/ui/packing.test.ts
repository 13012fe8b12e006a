import { describe, expect, it } from "vitest";
import { readCheckpoint } from "../../src/export/checkpoint";
import { english } from "../../src/i18n/translate";
import { ACTIONS } from "../../src/session/actions";
import type { Playground } from "../../src/session/playground";
import { memoryCheckpoints } from "../../src/storage/checkpoints/checkpointStore";
import { ofEach } from "../../src/ui/manyRuns";
import { packedRun } from "../../src/ui/packing";
import { shownCheckpoint } from "../../src/ui/saving";
import type { FakeService } from "../session/fakeService";
import { loadedPlayground, settle } from "../session/loadedPlayground";

/** Plays a run until some losses were measured, and leaves it paused. */
async function train(playground: Playground, service: FakeService, steps: number): Promise<string> {
  await playground.play();
  for (let step = 0; step < steps; step++) service.tellLoss(step, step);
  service.state = { step: steps, tensors: new Map() };
  await playground.pause();
  await settle();
  await playground.runs.archive.done();
  return playground.state.run?.id ?? "";
}

const idOf = async (file: Blob) => readCheckpoint(new Uint8Array(await file.arrayBuffer())).run?.id;

describe("the checkpoint of the run that is shown", () => {
  it("is that of the kept run that was opened, not of the one on the page", async () => {
    const { playground, service } = await loadedPlayground({ checkpoints: memoryCheckpoints() });
    const kept = await train(playground, service, 2);
    await playground.restart();
    const current = await train(playground, service, 3);
    expect(current).not.toBe(kept);
    expect(await idOf(await shownCheckpoint(playground))).toBe(current);
    expect(await playground.runs.open(kept)).toBe(true);
    expect(ACTIONS.saveCheckpoint.enabled(playground.state)).toBe(true);
    expect(await idOf(await shownCheckpoint(playground))).toBe(kept);
  });

  it("is not offered of a kept run that has none", async () => {
    const { playground, service } = await loadedPlayground();
    const kept = await train(playground, service, 2);
    await playground.restart();
    await train(playground, service, 3);
    expect(await playground.runs.open(kept)).toBe(true);
    playground.store.setState({ checkpoints: [] });
    expect(ACTIONS.exportJson.enabled(playground.state)).toBe(true);
    expect(ACTIONS.saveCheckpoint.enabled(playground.state)).toBe(false);
    await expect(shownCheckpoint(playground)).rejects.toThrow(/No checkpoint is kept/);
  });
});

describe("all data", () => {
  it("of a run that goes on has its state, and the record of the same step", async () => {
    const { playground, service } = await loadedPlayground();
    await playground.play();
    for (const step of [0, 1, 2]) service.tellLoss(step, step);
    await settle();
    const run = playground.state.run!;
    // A redraw makes another object of the same run; the state is of a step before the last that was measured.
    service.tellLoss(3, 3);
    await settle();
    expect(playground.state.run).not.toBe(run);
    service.state = { step: 2, tensors: new Map() };
    const { checkpoint, record, reported } = await packedRun(playground, run);
    expect(checkpoint?.step).toBe(2);
    expect(record.stepsDone).toBe(2);
    expect(record.learners[0]?.series.step).toEqual([0, 1]);
    expect(reported.stepsDone).toBe(2);
    expect(playground.state.run?.state).toBe("running");
  });

  it("of several runs leaves out the one that cannot be read, and says which", async () => {
    const { playground, service } = await loadedPlayground();
    const whole = await train(playground, service, 2);
    await playground.restart();
    const partial = await train(playground, service, 3);
    await playground.restart();
    await settle();
    const row = playground.state.history.find(({ id }) => id === partial)!;
    await playground.runs.archive.remark(row, { name: "Old" });
    Object.assign(playground.runs.archive.runs.find(({ id }) => id === partial)!, {
      environment: { backend: row.environment.backend },
    });
    const packed: string[] = [];
    for await (const { record } of ofEach(playground, [partial, whole], (run) => packedRun(playground, run)))
      packed.push(record.startedAt);
    expect(packed).toHaveLength(1);
    const [notice] = playground.state.notices;
    expect(notice?.kind).toBe("runsLeftOut");
    expect(notice?.detail && english(notice.detail)).toMatch(/^1 run was left out: Old: There is no record/);
    const none = ofEach(playground, [partial], (run) => packedRun(playground, run));
    await expect(none.next()).rejects.toThrow(/left out/);
  });
});
