import { afterEach, describe, expect, it } from "vitest";
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
    expect(measuredBy(playground)).toEqual(measuredBy(changed));
    expect(playground.record().changes).toEqual([{ step: 4, patch: { temperature: 0.5, steps: 10 } }]);
  });

  it("is refused in a sentence where its settings would need a new run, and the run on the page stays", async () => {
    const [playground, id] = await pageAt(4);
    expect(await playground.goingOn.branch(id, { ...CONFIG, batchSize: 8 })).toBe(false);
    expect(playground.state.notices[0]?.detail?.id).toBe("errors.config.notLive");
    expect(playground.state.run).toMatchObject({ id, step: 4 });
    expect(await playground.goingOn.branch("none", CONFIG)).toBe(false);
    expect(playground.state.notices[0]?.detail?.id).toBe("errors.checkpoints.notKept");
  });
});
