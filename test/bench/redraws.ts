import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { preview } from "vite";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/chromium";
import { buildPages, PAGES } from "./pages";
import { type Redraw, scriptOf, type TraceEvent } from "./traced";

/**
 * How long the page's own script works at a redraw of ten overlaid runs of 10,000 steps with 16 learners each, by Chromium's trace of
 * the built page: while the run goes on (the large charts and one of the small ones), and where everything in sight is drawn at once.
 * Prints milliseconds: `npx tsx test/bench/redraws.ts`.
 */

/** Redraws that are measured of each kind, and time for one, in milliseconds. */
const [COUNT, PAUSE] = [12, 1500];

const folder = mkdtempSync(join(tmpdir(), "flatnce-redraws-"));
await buildPages(folder, ["redraws"]);
const server = await preview({
  configFile: false,
  root: PAGES,
  build: { outDir: folder },
  preview: { port: 0, host: "127.0.0.1" },
});
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.resolvedUrls?.local[0]}redraws.html`);
  await page.waitForFunction(() => window.redraws !== undefined);
  await page.waitForTimeout(5 * PAUSE);
  const stepped = () => page.evaluate(() => window.redraws.step());
  say("while the run goes on", await traced(browser, page, stepped));
  await page.evaluate(() => window.redraws.setRunning(false));
  say("everything in sight, after a step", await traced(browser, page, stepped));
  const zoomed = (i: number) => page.evaluate((i) => window.redraws.zoom(i % 2 ? null : [1000 + 100 * i, 6000]), i);
  say("everything in sight, zoomed in and out", await traced(browser, page, zoomed));
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

async function traced(browser: Browser, page: Page, act: (i: number) => Promise<unknown>): Promise<Redraw[]> {
  await browser.startTracing(page, { categories: ["devtools.timeline", "blink.user_timing"] });
  for (let i = 0; i < COUNT; i++) {
    await page.evaluate((i) => performance.mark(`redraw ${i}`), i);
    await act(i);
    await page.waitForTimeout(PAUSE);
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return scriptOf(traceEvents, "redraw ");
}

function say(what: string, redraws: readonly Redraw[]): void {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const longest = redraws.map((redraw) => redraw.longest);
  const worst = Math.max(...longest);
  const layout = middle(redraws.map((redraw) => redraw.layout));
  const allLayout = middle(redraws.map((redraw) => redraw.allLayout));
  console.log(
    `${what}: ${middle(longest).toFixed(1)} ms of script (worst of ${redraws.length}: ${worst.toFixed(1)} ms), and ${layout.toFixed(1)} ms of layout within; ${allLayout.toFixed(1)} ms of layout and style in all`,
  );
}
