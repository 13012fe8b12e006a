import { expect, it } from "vitest";
import type { AddressBar } from "../../../src/session/boot";
import { boot } from "../../../src/session/boot";
import { goOnTraining } from "../../../src/session/checkpoints/goOnTraining";
import { Playground } from "../../../src/session/playground";
import type { Visitor } from "../../../src/session/visit/visitor";
import { memoryText } from "../../../src/storage/keptText";
import { memoryHistory } from "../../../src/storage/runs/history";
import { FakeService } from "../fakeService";
import { settle } from "../loadedPlayground";
import { FakeBrowser, trainAndPause } from "../tabs/fakeBrowser";

const VISITOR: Visitor = {
  firstPreset: "points",
  circumstances: async () => ({ prefersReducedMotion: false, savesData: false, battery: null }),
};
const bar = (hash: string): AddressBar => ({ read: () => hash, write: () => undefined, listen: () => undefined });

/** A tab that can be loaded again and again. */
function reloadable() {
  const options = { history: memoryHistory(), lastRun: memoryText(), redrawInterval: 0, settleDelay: 0 };
  return async (hash: string) => {
    const service = new FakeService();
    const page = new Playground(service, options);
    await boot(page, bar(hash), VISITOR);
    return { service, page };
  };
}

const STEPS = "#preset=points&steps=2";

/** A run to its last step. */
async function finished(load: ReturnType<typeof reloadable>, hash = STEPS): Promise<string> {
  const { service, page } = await load(hash);
  await page.play();
  service.tellLoss(0, 1);
  service.tellLoss(1, 0.5);
  service.tell({ type: "state", state: "finished" });
  await page.runs.archive.done();
  await settle();
  return page.state.run!.id;
}

it("shows the run that ended last in this tab again after a reload, and begins no other", async () => {
  const load = reloadable();
  const id = await finished(load);
  const { page } = await load(STEPS);
  await settle();
  expect(page.state).toMatchObject({ opened: { id, step: 2 }, reopened: id, unasked: false, run: { step: 0 } });
  expect(page.state.opened?.columns.get("infoNce")?.length).toBe(2);
  await page.play();
  expect(page.state).toMatchObject({ opened: null, reopened: null });
});

it("shows none for a link to other settings, in another tab, or once it was deleted", async () => {
  const load = reloadable();
  const id = await finished(load);
  expect((await load("#preset=points&steps=3")).page.state.opened).toBeNull();
  const { page } = await load(STEPS);
  await page.runs.remove([id]);
  expect(page.state).toMatchObject({ opened: null, reopened: null });
  expect((await load(STEPS)).page.state.opened).toBeNull();
});

it("is an opened run like others once somebody opens it", async () => {
  const load = reloadable();
  const id = await finished(load);
  const { page } = await load(STEPS);
  await page.runs.open(id);
  expect(page.state).toMatchObject({ opened: { id }, reopened: null });
});

it("goes on with an interrupted run by training it, where a script's restore leaves it paused", async () => {
  const browser = new FakeBrowser();
  const lost = await browser.tab();
  const id = await trainAndPause(lost);
  browser.close(lost);
  const next = await browser.tab();
  expect(await goOnTraining(next.page, id)).toBe(true);
  await settle();
  expect(next.page.state.run).toMatchObject({ id, step: 2, state: "running" });
  expect(await goOnTraining(next.page, "none")).toBe(false);
  expect(next.page.state.run).toMatchObject({ id, state: "running" });
});
