import { afterEach, describe, expect, it } from "vitest";
import { english } from "../../../src/i18n/translate";
import type { Playground } from "../../../src/session/playground";
import { memoryCheckpoints } from "../../../src/storage/checkpoints/checkpointStore";
import { tinyConfig } from "../../support/experiment";
import { settle } from "../loadedPlayground";
import { measuredBy, openPage, playToEnd } from "./pageUnderTest";

const CONFIG = tinyConfig({ steps: 8, backend: "wasm" });
const pages: Playground[] = [];
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.service.stop()));
});

/** A page whose run has made some steps, with its checkpoint. */
async function pageAt(steps: number): Promise<[Playground, string]> {
  const checkpoints = memoryCheckpoints();
  const playground = await openPage(CONFIG, { checkpoints });
  pages.push(playground);
  await playground.step(steps);
  while ((await checkpoints.heads())[0]?.step !== steps) await settle();
  return [playground, playground.state.run!.id];
}

describe("a branch of a run", () => {
  it("is a run of its own that was changed at the checkpoint, and leaves the other one as it is", async () => {
    const [playground, id] = await pageAt(4);
    expect(await playground.goingOn.branch(id, { ...CONFIG, temperature: 0.5, steps: 10 })).toBe(true);
    expect(playground.state.run?.id).not.toBe(id);
    await playToEnd(playground);
    await playground.runs.archive.done();
    expect(playground.state.history.find((run) => run.id === id)).toMatchObject({ stepsDone: 4, changes: [] });
    const changed = await openPage(CONFIG);
    pages.push(changed);
    await changed.step(4);
    await changed.liveChanges.change({ temperature: 0.5, steps: 10 });
    await playToEnd(changed);
    const { changes, ...measured } = measuredBy(playground);
    const { changes: made, ...expected } = measuredBy(changed);
    expect(measured).toEqual(expected);
    expect(made).toEqual([{ step: 4, patch: { temperature: 0.5, steps: 10 } }]);
    expect(changes).toEqual([{ ...made![0], branch: { run: id } }]);
  });

  it("has another optimizer and objective from there on, and can itself be gone on with", async () => {
    const [playground, id] = await pageAt(4);
    const optimizer = { ...CONFIG.optimizer, id: "sgd", momentum: 0.5 } as const;
    const [first, ...others] = CONFIG.arms;
    const arms = [{ ...first!, objective: "dcl" as const }, ...others];
    expect(await playground.goingOn.branch(id, { ...CONFIG, optimizer, arms })).toBe(true);
    expect(playground.state.run).toMatchObject({ step: 4, startConfig: CONFIG, config: { optimizer, arms } });
    await playground.step(2);
    await playground.pause();
    const blob = await playground.checkpoints.save();
    await playToEnd(playground);
    const fresh = await openPage(CONFIG);
    pages.push(fresh);
    expect(await fresh.checkpoints.open(blob)).toBe(true);
    await playToEnd(fresh);
    expect(measuredBy(fresh)).toEqual(measuredBy(playground));
  });

  it("is refused with the reason of each field that it cannot have, and the run on the page stays", async () => {
    const [playground, id] = await pageAt(4);
    expect(await playground.goingOn.branch(id, { ...CONFIG, batchSize: 8, seed: 9 })).toBe(false);
    const said = english(playground.state.notices[0]!.detail!);
    expect(said).toContain("seed: weights, batches and views of each learner are of its seed");
    expect(said).toContain("batchSize: losses, their bound");
    expect(playground.state.run).toMatchObject({ id, step: 4 });
    expect(await playground.goingOn.branch("none", CONFIG)).toBe(false);
    expect(playground.state.notices[0]?.detail?.id).toBe("errors.checkpoints.notKept");
  });
});
