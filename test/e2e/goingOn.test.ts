import type { Page } from "playwright";
import { expect, inject, test } from "vitest";
import { withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

/** A run outlives its page: what only a browser with its storage and its processes can show. */

const site = withBrowser();
const ADDRESS = `#${TINY_ADDRESS}&steps=30&backend=wasm`;
const CUT = 13;

/** Steps of the checkpoints that the browser keeps. */
function keptSteps(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open("flatnce-checkpoints");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const heads = opening.result.transaction("heads").objectStore("heads").getAll();
          heads.onsuccess = () => resolve(heads.result.map(({ step }) => step));
        };
      }),
  );
}

test("a run whose renderer was killed goes on in the next tab, to the record of the uninterrupted one", async () => {
  const [lost] = await site.open(ADDRESS);
  await lost.evaluate((steps) => window.playground.step(steps), CUT);
  await expect.poll(() => keptSteps(lost)).toEqual([CUT]);
  await lost.goto("chrome://crash").catch(() => null);

  const next = await lost.context().newPage();
  await next.goto(inject("siteUrl") + ADDRESS);
  await next.evaluate(() => window.playground.ready);
  await next.getByText(`stopped at step ${CUT} of 30`).waitFor();
  await next.getByRole("button", { name: "Go on" }).click();
  await expect.poll(() => next.evaluate(() => window.playground.record().stepsDone)).toBe(CUT);
  const [resumed, whole] = await next.evaluate(async () => {
    const { playground } = window;
    const measured = ({ startedAt: _date, durationMs: _time, clock: _clock, ...record } = playground.record()) =>
      record;
    await playground.step(1000);
    const first = measured();
    await playground.run(first.config);
    return [first, measured()];
  });
  expect(resumed?.stepsDone).toBe(30);
  expect(resumed).toEqual(whole);
});
