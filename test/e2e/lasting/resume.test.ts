import type { BrowserContext, Page } from "playwright";
import { describe, expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { CARRYING_ADDRESS } from "../tiny";
import { keptSteps, openTab, withProfile } from "./keptOnDisk";

/**
 * A run that carries much from step to step and that is lost while it trains, between two of its checkpoints, with its renderer or its
 * browser. Only in the thorough tests: the first checkpoint comes after seconds of training, which is then made twice.
 */

const profile = withProfile();

/** Steps that it makes once it has been gone on with: two probes and two evaluations are among them. */
const MORE = 5;

const LOSSES: Record<string, (context: BrowserContext, page: Page) => Promise<BrowserContext>> = {
  "killed renderer": async (context, page) => {
    await page.goto("chrome://crash").catch(() => null);
    return context;
  },
  "closed browser": async (context) => {
    await context.close();
    return profile.open();
  },
};

/** What was measured of the run on the page. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const { startedAt: _date, durationMs: _time, clock: _clock, ...record } = window.playground.record();
    return record;
  });

/** Trains a run until it is lost, in a page of its own, and opens the page again. */
async function lose(address: string, how: string): Promise<[page: Page, step: number]> {
  const context = await profile.open();
  const page = await openTab(context, address);
  await page.evaluate(() => window.playground.resume());
  await expect.poll(() => keptSteps(page)).toEqual([expect.any(Number)]);
  const [step = 0] = await keptSteps(page);
  await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBeGreaterThan(step);
  const left = (await LOSSES[how]?.(context, page)) ?? context;
  return [await openTab(left, address), step];
}

describe.runIf(IS_THOROUGH).each(["wasm", "webgpu"])("on %s", (backend) => {
  test.each(Object.keys(LOSSES))(
    "a run lost with its %s while it trained goes on to the record of the uninterrupted one",
    async (how) => {
      const [page, kept] = await lose(`#${CARRYING_ADDRESS}&steps=100000&backend=${backend}`, how);
      await page.getByRole("button", { name: "Go on", exact: true }).click();
      await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBeGreaterThanOrEqual(kept);
      // It trains already.
      await page.evaluate(() => window.playground.pause());
      await page.evaluate((steps) => window.playground.step(steps), MORE);
      const resumed = await measured(page);
      expect(resumed.stepsDone).toBeGreaterThanOrEqual(kept + MORE);
      expect(resumed.environment.backend).toBe(backend);
      expect(resumed.changes).toBeUndefined();

      await page.evaluate(() => window.playground.reset());
      await page.evaluate((steps) => window.playground.step(steps), resumed.stepsDone);
      expect(await measured(page)).toEqual(resumed);
    },
  );
});
