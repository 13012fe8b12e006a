import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, beforeAll, inject } from "vitest";
import { findChromium, PAGE_ARGS } from "../../scripts/chromium";

/** Most time for one action on a page that answers late, in milliseconds. */
const PATIENCE = 120_000;

/** Where a test does not ask for another window. */
const DESKTOP = { width: 1440, height: 900 };

/** What a page did that it should not have done. */
export interface Complaints {
  list: string[];
}

type ContextOptions = NonNullable<Parameters<Browser["newContext"]>[0]>;

/** How a page is opened, and what is done to it before it loads. */
interface OpenOptions extends ContextOptions {
  before?: (page: Page) => Promise<void>;
}

/** One Chromium for a test file. `open` gives a page of its own; its complaints are errors, and refusals by the content security policy. */
export function withBrowser(): {
  open(hash?: string, options?: OpenOptions): Promise<[Page, Complaints]>;
  /** The same of another page, which is not waited for. */
  openAt(url: string, options?: OpenOptions): Promise<[Page, Complaints]>;
} {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium() ?? undefined,
      args: PAGE_ARGS,
      timeout: PATIENCE,
    });
  });
  afterAll(async () => {
    await browser.close();
  });
  const openAt = async (url: string, { before, ...options }: OpenOptions = {}): Promise<[Page, Complaints]> => {
    for (const context of contexts.splice(0)) await context.close();
    const context = await browser.newContext({ serviceWorkers: "block", viewport: DESKTOP, ...options });
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const complaints = listen(page);
    await before?.(page);
    await page.goto(url);
    return [page, complaints];
  };
  return {
    openAt,
    async open(hash = "", options = {}) {
      const [page, complaints] = await openAt(inject("siteUrl") + hash, options);
      await page.evaluate(() => window.playground.ready);
      await page.getByRole("main").waitFor();
      return [page, complaints];
    },
  };
}

type RunOptions = Parameters<AxeBuilder["options"]>[0];

/** In other colors nothing else can have changed. */
export const OF_COLORS = ["color-contrast"];

/**
 * What axe finds serious on a page, or in a part of it.
 * @param rules that are looked at alone
 */
export async function seriousProblems(page: Page, part = "body", rules?: string[]): Promise<string[]> {
  // Halfway through a change of colors, text has neither the old contrast nor the new one.
  await page.evaluate(stillness);
  // To list all that is well, and to bring frames of other origins together, takes axe several times as long.
  const options: RunOptions = { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) };
  const hasFrames = page.frames().length > 1;
  const builder = new AxeBuilder({ page }).include(part).options(options).setLegacyMode(!hasFrames);
  const { violations } = await builder.analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Sent to the page: waits while something there changes for a time; where an element's transition ends, that of one within begins. */
async function stillness(): Promise<void> {
  const ends = ({ effect }: Animation) => Number.isFinite(effect?.getComputedTiming().endTime);
  for (;;) {
    await new Promise(requestAnimationFrame);
    const changing = document.getAnimations().filter(ends);
    if (changing.length === 0) return;
    await Promise.allSettled(changing.map(({ finished }) => finished));
  }
}

function listen(page: Page): Complaints {
  const list: string[] = [];
  page.on("pageerror", (error) => list.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") list.push(`console error: ${message.text()}`);
  });
  return { list };
}
