import type { Page, Worker } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withBrowser } from "../browser";
import { bareHost, foreignHost, type Host } from "../support/bareHost";
import { intrusions } from "../support/intrusions";
import { TINY_ADDRESS } from "../tiny";

/** The page's policy where the training worker is, on a host that sends headers and on one that sends none. */

const browser = withBrowser();
let bare: Host;
let foreign: Host;
beforeAll(async () => {
  [bare, foreign] = await Promise.all([bareHost(inject("siteUrl")), foreignHost()]);
});
afterAll(async () => {
  await Promise.all([bare.close(), foreign.close()]);
});

/** Runs to its end in a worker, which is returned then. */
async function trained(page: Page): Promise<Worker> {
  await page.evaluate(() => window.playground.ready);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBe(4);
  const [worker] = page.workers();
  if (!worker) throw new Error("There is no worker.");
  return worker;
}

describe.each(["with", "without"])("%s headers", (kind) => {
  test("the worker trains, and runs nothing that is a text or comes from elsewhere", async () => {
    const site = kind === "with" ? inject("siteUrl") : bare.url;
    const [page, complaints] = await browser.openAt(`${site}#${TINY_ADDRESS}&steps=4&backend=wasm&autoplay=0`);
    const worker = await trained(page);
    expect(complaints.list).toEqual([]);
    expect(await worker.evaluate(() => globalThis.crossOriginIsolated)).toBe(kind === "with");
    expect(await worker.evaluate(intrusions(foreign.url))).toEqual([]);
    expect(await page.evaluate(intrusions(foreign.url))).toEqual([]);
  });
});
