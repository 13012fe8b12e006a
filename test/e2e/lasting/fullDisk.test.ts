import type { Page } from "playwright";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { TINY_ADDRESS } from "../tiny";
import { keptRuns, keptSteps, openTab, withProfile } from "./keptOnDisk";

/** A disk that is full, as the browser itself says so: its quota for the page is all used up. Chromium looks at that every half minute. */

const profile = withProfile();
const FULL = "This device has no room left";

/** Sets the browser's quota for the page, in bytes; undefined: its own again. It holds until the page is closed. */
async function quotaOf(page: Page): Promise<(quotaSize?: number) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  return async (quotaSize) => {
    await session.send("Storage.overrideQuotaForOrigin", { origin, ...(quotaSize !== undefined && { quotaSize }) });
  };
}

const stepOf = (page: Page) => page.evaluate(() => window.playground.record().stepsDone);
const said = (page: Page) => page.getByRole("alert").filter({ hasText: FULL });

test.runIf(IS_THOROUGH)(
  "a run goes on while IndexedDB has no room, which is said once, leaves what was kept, and is kept once there is room",
  async () => {
    const page = await openTab(await profile.open(), `#${TINY_ADDRESS}&steps=100000&backend=wasm`);
    await page.evaluate(() => window.playground.step(7));
    await expect.poll(() => keptSteps(page)).toEqual([7]);

    const setQuota = await quotaOf(page);
    await setQuota(0);
    await page.evaluate(() => window.playground.start());
    await said(page).waitFor();
    const kept = await keptRuns(page);
    expect(kept.at(-1)).toBe(7);
    await said(page).getByRole("button").click();

    // Longer than from one attempt to the next.
    await page.waitForTimeout(40_000);
    expect(await said(page).count()).toBe(0);
    expect(await keptRuns(page)).toEqual(kept);
    const then = await stepOf(page);
    await expect.poll(() => stepOf(page)).toBeGreaterThan(then);
    const series = await page.evaluate(async () => {
      const first = (await window.playground.runs()).at(-1);
      return (await window.playground.runs.get(first?.id ?? "")).learners[0]?.series.infoNce;
    });
    expect(series?.filter((value) => value !== null)).toHaveLength(7);

    await setQuota();
    await expect.poll(async () => (await keptRuns(page))[0]).toBeGreaterThan(then);
    expect((await keptRuns(page)).at(-1)).toBe(7);
  },
);
