import { beforeAll, expect, it } from "vitest";
import type { SafeTensor } from "../../../src/export/safetensors";
import { checkpointCodec } from "../../../src/session/checkpoints/codec";
import type { StateDict } from "../../../src/training/stateDict/types";
import { settle } from "../loadedPlayground";
import { FakeBrowser, trainAndPause } from "../tabs/fakeBrowser";

const idsOf = ({ page }: Awaited<ReturnType<FakeBrowser["tab"]>>) => page.state.checkpoints.map(({ id }) => id);

/** A tab that offers to go on with the run of one that is gone. */
async function offering() {
  const browser = new FakeBrowser();
  const lost = await browser.tab();
  const id = await trainAndPause(lost);
  browser.close(lost);
  return { browser, id, tab: await browser.tab() };
}

// It comes in a file of its own, for which none of the tests waits.
beforeAll(() => checkpointCodec());

it("are kept again after one could not be written, which is said", async () => {
  const tab = await new FakeBrowser().tab();
  const { page, service } = tab;
  const tooLarge = {
    dtype: "F32",
    shape: [1],
    get values(): Float32Array {
      throw new RangeError("Array buffer allocation failed");
    },
  };
  await page.play();
  service.tellLoss(0, 1);
  service.state = { step: 1, tensors: new Map([["w", tooLarge as SafeTensor]]) } as unknown as StateDict;
  await page.pause();
  await settle();
  expect(page.state.notices).toMatchObject([{ kind: "checkpointsNotKept" }]);
  expect(page.state.checkpoints).toEqual([]);
  const id = await trainAndPause(tab);
  expect(page.state.checkpoints).toMatchObject([{ id, step: 2 }]);
});

it("of the run that is offered stays, however many others are trained meanwhile", async () => {
  const { id, tab } = await offering();
  expect(tab.page.state.interrupted?.id).toBe(id);
  for (let run = 0; run < 4; run++) {
    await trainAndPause(tab);
    await tab.page.restart();
  }
  await settle();
  expect(idsOf(tab)).toContain(id);
  expect(await tab.page.goingOn.goOn(id)).toBe(true);
});

it("goes with its run, which is offered no longer, and comes back with it", async () => {
  const { browser, id, tab } = await offering();
  const other = await browser.tab();
  const { runs } = tab.page;
  await runs.remove([id]);
  await settle();
  expect(tab.page.state.interrupted).toBeNull();
  expect([idsOf(tab), idsOf(other)]).toEqual([[], []]);
  expect(other.page.state.interrupted).toBeNull();
  expect((await browser.tab()).page.state.interrupted).toBeNull();

  await runs.restore();
  expect(tab.page.state).toMatchObject({ interrupted: { id }, removed: null });
  expect(idsOf(tab)).toEqual([id]);
  expect(await tab.page.goingOn.goOn(id)).toBe(true);
});

it("of a run that is deleted for good does not come back", async () => {
  const { id, tab } = await offering();
  const { runs } = tab.page;
  await runs.remove([id]);
  runs.forget();
  await runs.restore();
  expect(idsOf(tab)).toEqual([]);
  expect(tab.page.state.history).toEqual([]);
});
