import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { afterEach, inject } from "vitest";
import { findChromium, PAGE_ARGS } from "../../../scripts/chromium";

/** What lasts: browsers with a profile on disk, and what is in their databases. */

/** Steps of the checkpoints that the browser keeps. */
export function keptSteps(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open("flatnce-checkpoints");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const { result } = opening;
          const heads = result.transaction("heads").objectStore("heads").getAll();
          heads.onsuccess = () => {
            resolve(heads.result.map(({ step }) => step));
            result.close();
          };
        };
      }),
  );
}

/** The step up to which each run is kept, as the page itself has it. */
export function keptRuns(page: Page): Promise<number[]> {
  return page.evaluate(async () => (await window.playground.runs()).map(({ stepsDone }) => stepsDone));
}

/** Opens the page in one more tab. */
export async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(inject("siteUrl") + address);
  await page.evaluate(() => window.playground.ready);
  return page;
}

/** A folder that browsers can be opened on, one after the other, until the test is over. */
export function withProfile(): { open(): Promise<BrowserContext> } {
  let folder: string | null = null;
  const contexts: BrowserContext[] = [];
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = null;
  });
  return {
    async open() {
      folder ??= mkdtempSync(join(tmpdir(), "flatnce-profile-"));
      const context = await chromium.launchPersistentContext(folder, {
        executablePath: findChromium() ?? undefined,
        args: PAGE_ARGS,
        serviceWorkers: "block",
      });
      context.setDefaultTimeout(120_000);
      contexts.push(context);
      return context;
    },
  };
}
