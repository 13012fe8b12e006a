import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { build, preview } from "vite";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/chromium";
import { buildPages } from "./pages";

/**
 * How long the built page takes to list 200 kept runs of 10,000 steps with 16 learners each: from navigation to the first rows, and from
 * pressing "Runs" to the frame that shows them; beside it, how long it takes until it is ready without any runs and with them. Prints milliseconds: `npx tsx test/bench/runs.ts`; with `--trace FILE` it keeps
 * Chromium's trace of one visit.
 */
const [RUNS, VISITS] = [200, 5];

const folder = mkdtempSync(join(tmpdir(), "flatnce-runs-"));
const site = join(folder, "site");
await build({ logLevel: "error", build: { outDir: site, emptyOutDir: true } });
await buildPages(join(site, "bench"), ["runs"]);
const server = await preview({
  configFile: false,
  root: folder,
  build: { outDir: site },
  preview: { port: 0, host: "127.0.0.1" },
});
const url = server.resolvedUrls?.local[0] ?? "";
const context = await chromium.launchPersistentContext(join(folder, "profile"), {
  executablePath: findChromium() ?? undefined,
  args: CHROMIUM_ARGS,
  serviceWorkers: "block",
  viewport: { width: 1440, height: 900 },
});
try {
  const without = await repeated(() => visit(context, 0));
  for (const what of ["ready", "work"] as const)
    say(
      `${what}, without runs`,
      without.map((time) => time[what]),
    );
  const bytes = await written(context);
  console.log(
    `${RUNS} runs, ${(bytes / 2 ** 20).toFixed(0)} MiB of curves, ${context.browser()?.version() ?? "Chromium"}`,
  );
  const times = await repeated(() => visit(context, RUNS));
  for (const what of ["ready", "work", "rows", "pressed"] as const)
    say(
      what,
      times.map((time) => time[what]),
    );
  const file = process.argv[process.argv.indexOf("--trace") + 1];
  if (process.argv.includes("--trace") && file) await traced(context, file);
} finally {
  await context.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

/** A page of the setting-up, which is gone before anything is measured. */
async function written(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${url}bench/runs.html`);
  await page.waitForFunction(() => window.writeRuns !== undefined);
  const bytes = await page.evaluate((count) => window.writeRuns(count), RUNS);
  await page.close();
  return bytes;
}

async function repeated<T>(measure: () => Promise<T>): Promise<T[]> {
  const measured: T[] = [];
  for (let i = 0; i < VISITS; i++) measured.push(await measure());
  return measured;
}

/**
 * Milliseconds since the navigation until the page is ready and until its rows are drawn, what the page's thread worked until then by its
 * own clock, which stands still while others have the core, and from the press on "Runs" to the frame that
 * shows them.
 */
async function visit(
  context: BrowserContext,
  runs: number,
): Promise<Record<"ready" | "work" | "rows" | "pressed", number>> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const ready = await opened(page);
  if (runs > 0) await page.waitForFunction(() => window.rowsAt > 0);
  const rows = await page.evaluate(() => window.rowsAt);
  const { metrics } = await session.send("Performance.getMetrics");
  const work = 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  const pressed = runs > 0 ? await press(page) : Number.NaN;
  await page.close();
  return { ready, work, rows, pressed };
}

/** Opens the page at an experiment that trains nothing unasked. @returns when it was ready */
async function opened(page: Page): Promise<number> {
  // What tsx puts around functions with names.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(() => {
    window.rowsAt = 0;
    const observer = new MutationObserver(() => {
      if (!document.querySelector("section[aria-labelledby=runs-title] tbody tr")) return;
      observer.disconnect();
      // After the frame that draws them.
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.rowsAt = performance.now();
        }),
      );
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${url}#preset=points&backend=wasm`);
  await page.waitForFunction(() => window.playground !== undefined);
  return page.evaluate(async () => {
    await window.playground.ready;
    return performance.now();
  });
}

function press(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const button = document.querySelector<HTMLElement>('[class*="jump"]');
        const row = document.querySelector("section[aria-labelledby=runs-title] tbody tr");
        if (!button || !row) return reject(new Error("The page does not lead to its runs."));
        const begun = performance.now();
        button.click();
        const look = () => {
          const { top, bottom } = row.getBoundingClientRect();
          if (top < innerHeight && bottom > 0) setTimeout(() => resolve(performance.now() - begun));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

async function traced(context: BrowserContext, path: string): Promise<void> {
  const browser = context.browser();
  const page = await context.newPage();
  await browser?.startTracing(page, {
    path,
    categories: ["devtools.timeline", "v8.execute", "disabled-by-default-v8.cpu_profiler"],
  });
  await opened(page);
  await browser?.stopTracing();
}

function say(what: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  console.log(`${what}: ${middle.toFixed(0)} ms (${sorted.map((time) => time.toFixed(0)).join(", ")})`);
}

declare global {
  interface Window {
    /** When the rows were drawn; 0 until then. */
    rowsAt: number;
  }
}
