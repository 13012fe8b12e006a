import type { Page } from "playwright";
import { expect, inject, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { withBrowser } from "../browser";
import { CARRYING_ADDRESS } from "../tiny";
import { keptSteps, openTab } from "./keptOnDisk";

/** A run outlives its page: what only a browser with its storage and its processes can show. */

const site = withBrowser();
const ADDRESS = `#${CARRYING_ADDRESS}&steps=30&backend=wasm`;
const CUT = 13;

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
  // It trains, without another press.
  await expect.poll(() => next.evaluate(() => window.playground.record().stepsDone)).toBe(30);
  const [resumed, whole] = await next.evaluate(async () => {
    const { playground } = window;
    const measured = ({ startedAt: _date, durationMs: _time, clock: _clock, ...record } = playground.record()) =>
      record;
    const first = measured();
    await playground.run(first.config);
    return [first, measured()];
  });
  expect(resumed?.stepsDone).toBe(30);
  expect(resumed).toEqual(whole);
});

const keptIn = (page: Page) =>
  page.evaluate(async () => (await window.playground.runs()).map(({ stepsDone, name }) => ({ stepsDone, name })));

test.runIf(IS_THOROUGH)(
  "a second tab has the runs of the first, offers none that the first trains, and does not keep a later version out",
  async () => {
    const [first] = await site.open(ADDRESS);
    const second = await openTab(first.context(), ADDRESS);
    await first.evaluate((steps) => window.playground.step(steps), CUT);
    await expect.poll(() => keptIn(second)).toEqual([{ stepsDone: CUT, name: "" }]);
    await expect.poll(() => keptSteps(second)).toEqual([CUT]);

    const third = await openTab(second.context(), ADDRESS);
    expect(await keptIn(third)).toEqual([{ stepsDone: CUT, name: "" }]);
    expect(await third.getByRole("button", { name: "Go on" }).count()).toBe(0);
    const deletion = await third.evaluate(async () => {
      const [run] = await window.playground.runs();
      return window.playground.runs.delete(run?.id ?? "").then(
        () => "deleted",
        (error: Error) => error.message,
      );
    });
    expect(deletion).toMatch(/another tab/);
    await third.getByText("Not everything was deleted.").waitFor();
    expect(await keptIn(first)).toEqual([{ stepsDone: CUT, name: "" }]);

    // The connections of three tabs give way to an upgrade at once.
    const version = await third.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open("flatnce-playground", 99);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => resolve(opening.result.version);
        }),
    );
    expect(version).toBe(99);
    await first.evaluate(() => window.playground.step(1));
    await first.getByText("A later version of this page has used the store").waitFor();
  },
);
