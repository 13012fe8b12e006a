import type { Page } from "playwright";
import { expect, inject, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { TINY_ADDRESS } from "../tiny";
import { keptRuns, openTab, withProfile } from "./keptOnDisk";

/**
 * A disk that is full, as the browser itself says so: its quota for the page is all used up. Chromium keeps what it has found out about
 * room for a good while, so that there is none from the beginning.
 */

const profile = withProfile();
const ADDRESS = `#${TINY_ADDRESS}&steps=100000&backend=wasm`;
const FULL = "This device has no room left";

/** Leaves the browser no room for a page's site. @returns what gives it back */
async function takeRoom(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
  return async () => {
    await session.send("Storage.overrideQuotaForOrigin", { origin });
  };
}

const said = (page: Page) => page.getByRole("alert").filter({ hasText: FULL });

/** Trains a step, after which the run is saved, as after every pause. @returns how far each kept run is kept then */
async function step(page: Page): Promise<number[]> {
  await page.evaluate(() => window.playground.step(1));
  return keptRuns(page);
}

test.runIf(IS_THOROUGH)(
  "a run goes on while IndexedDB has no room, which is said once, and is kept once there is room",
  async () => {
    const context = await profile.open();
    const other = await context.newPage();
    await other.goto(`${inject("siteUrl")}favicon.svg`);
    const giveRoom = await takeRoom(other);
    const page = await openTab(context, ADDRESS);
    expect(await step(page)).toEqual([]);
    await said(page).waitFor();
    await said(page).getByRole("button").click();
    expect(await step(page)).toEqual([]);
    expect(await step(page)).toEqual([]);
    expect(await said(page).count()).toBe(0);

    await giveRoom();
    expect(await step(page)).toEqual([4]);
    const curve = await page.evaluate(async () => {
      const [kept] = await window.playground.runs();
      return (await window.playground.runs.get(kept?.id ?? "")).learners[0]?.series.infoNce;
    });
    expect(curve?.filter((value) => value !== null)).toHaveLength(4);
    expect(await said(page).count()).toBe(0);
  },
);
