import type { Page } from "playwright";
import { expect, inject, onTestFinished, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { withBrowser } from "../browser";
import { changingHost } from "../support/bareHost";
import { TINY_ADDRESS } from "../tiny";

const browser = withBrowser();

/** Which version the page is under, and whether a later one waits. */
const versions = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return { isUnderOne: navigator.serviceWorker.controller !== null, waits: registration?.waiting !== null };
  });

test.runIf(IS_THOROUGH)(
  "a new version waits until it is asked for, and the run is kept before it is taken",
  async () => {
    let ending = "";
    const host = await changingHost(inject("siteUrl"), (path) => (path === "/sw.js" ? ending : ""));
    onTestFinished(host.close);
    const [page, complaints] = await browser.openAt(`${host.url}#${TINY_ADDRESS}&steps=100000&backend=wasm`, {
      serviceWorkers: "allow",
    });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await expect.poll(() => versions(page)).toEqual({ isUnderOne: true, waits: false });
    ending = "\n// Another version.";
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const notice = page.getByRole("status").filter({ hasText: "A new version of this page is there." });
    await notice.waitFor();
    await page.reload();
    await notice.waitFor();
    expect(await versions(page)).toEqual({ isUnderOne: true, waits: true });

    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBeGreaterThan(2);
    const loaded = page.waitForEvent("load");
    await notice.getByRole("button", { name: "Keep the run and reload" }).click();
    await loaded;
    await expect.poll(() => versions(page)).toEqual({ isUnderOne: true, waits: false });
    await page.getByText(/^interrupted at step/).waitFor();
    expect(await notice.count()).toBe(0);
    expect(complaints.list).toEqual([]);
  },
);
