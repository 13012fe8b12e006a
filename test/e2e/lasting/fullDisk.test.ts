import type { Page } from "playwright";
import { expect, test } from "vitest";
import { withBrowser } from "../browser";
import { TINY_ADDRESS } from "../tiny";
import { keptRuns, keptSteps } from "./keptOnDisk";

/** A disk that is full, as the browser itself says so: its quota for the page is all used up. */

const site = withBrowser();
const ADDRESS = `#${TINY_ADDRESS}&steps=100000&backend=wasm`;
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

/** Trains a run until the page says that it cannot be kept. */
async function trainUntilFull(page: Page): Promise<void> {
  await page.evaluate(() => window.playground.start());
  await said(page).waitFor();
}

test("a run goes on while IndexedDB has no room, which is said once, keeps what was there, and is kept once there is room", async () => {
  const [page] = await site.open(ADDRESS);
  await page.evaluate(() => window.playground.step(7));
  await expect.poll(() => keptSteps(page)).toEqual([7]);

  const setQuota = await quotaOf(page);
  await setQuota(0);
  await trainUntilFull(page);
  const then = await stepOf(page);
  await said(page).getByRole("button").click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(then + 1000);
  expect(await said(page).count()).toBe(0);
  expect(await keptRuns(page)).toEqual([7]);
  const curves = await page.evaluate(async () => {
    const [first] = await window.playground.runs();
    return (await window.playground.runs.get(first?.id ?? "")).learners[0]?.series.step;
  });
  expect(curves).toHaveLength(8);

  await setQuota();
  await expect.poll(() => keptRuns(page)).toEqual([expect.any(Number), 7]);
});

test("a run is kept once another one was deleted that had taken the room", async () => {
  const [page] = await site.open(ADDRESS);
  const bulky = await page.evaluate(async () => {
    await window.playground.step(3);
    const record = window.playground.record();
    const step = Array.from({ length: 50_000 }, (_, i) => i);
    const learners = record.learners.map((learner) => ({
      ...learner,
      series: { step, infoNce: step.map(() => Math.random()) },
    }));
    return (await window.playground.runs.import({ ...record, startedAt: "2026-01-01T00:00:00.000Z", learners })).id;
  });
  await expect.poll(() => keptSteps(page)).toEqual([3]);
  const setQuota = await quotaOf(page);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  await setQuota(usage);
  await trainUntilFull(page);
  await page.evaluate((id) => window.playground.runs.delete(id), bulky);
  await expect.poll(() => keptRuns(page)).toEqual([expect.any(Number), 3]);
  await expect.poll(() => said(page).count()).toBe(0);
});
