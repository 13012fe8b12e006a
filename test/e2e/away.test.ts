import type { Page } from "playwright";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

/** What a browser does for who is away: it says that a run is over, and keeps the screen awake while one trains. */

const site = withBrowser();
const ADDRESS = `#${TINY_ADDRESS}&steps=60&backend=wasm`;
/** A run that is not over before somebody has looked at it. */
const LONG = `#${TINY_ADDRESS}&steps=1000000&backend=wasm`;

interface Away {
  /** Texts of the notifications that the browser says it has shown. */
  shown: string[];
  /** Wake locks that the browser gave, and what became of them. */
  locks: WakeLockSentinel[];
}

declare global {
  interface Window {
    away: Away;
  }
}

/** Notes what the browser itself tells of notifications and wake locks; nothing of it is replaced. */
function watchBrowser(): void {
  window.away = { shown: [], locks: [] };
  const { Notification: Shown } = window;
  window.Notification = class extends Shown {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      this.addEventListener("show", () => window.away.shown.push(title));
    }
  };
  const { wakeLock } = navigator;
  const request = wakeLock.request.bind(wakeLock);
  wakeLock.request = async (type) => {
    const lock = await request(type);
    window.away.locks.push(lock);
    return lock;
  };
}

const OPTIONS = {
  permissions: ["notifications", "screen-wake-lock"],
  before: async (page: Page) => {
    await page.addInitScript(watchBrowser);
  },
};

async function switchOn(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: "The page" }).click();
  await page.getByRole("menuitem", { name: label }).click();
}

test("the screen is kept awake while a run trains, and no longer", async () => {
  const [page] = await site.open(LONG, OPTIONS);
  await switchOn(page, "Keep the screen awake");
  await page.getByText("The screen stays awake").waitFor();
  const released = () => page.evaluate(() => window.away.locks.map((lock) => lock.released));
  // The one that tried whether the browser gives any.
  expect(await released()).toEqual([true]);
  await page.evaluate(() => void window.playground.resume());
  await expect.poll(released).toEqual([true, false]);
  await page.evaluate(() => window.playground.pause());
  await expect.poll(released).toEqual([true, true]);
});

test.runIf(IS_THOROUGH)(
  "the end of a run that nobody looks at is a notification, that of a queue is one for all",
  async () => {
    const [page] = await site.open(ADDRESS, OPTIONS);
    await switchOn(page, "Notify me when a run ends");
    await page.getByText("A notification says when a run ends").waitFor();
    // No page of a headless browser is ever hidden: that alone is said in its place.
    await page.evaluate(() => Object.defineProperty(document, "hidden", { get: () => true }));
    const shown = () => page.evaluate(() => window.away.shown);
    await page.evaluate(() => window.playground.step(1000));
    await expect.poll(shown).toEqual([expect.stringMatching(/^Done/)]);
    await page.evaluate(async () => {
      const { queue } = window.playground;
      for (const seeds of [1, 2]) queue.add({ ...window.playground.record().config, steps: 2, seeds });
      await queue.start();
    });
    await expect.poll(shown).toEqual([expect.anything(), "The queue is through: 2 experiments were trained."]);
  },
);
