import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { build, preview } from "vite";
import { CHROMIUM_ARGS, findChromium, SOFTWARE_ADAPTER_ARGS } from "../../scripts/chromium";
import { CATEGORIES, tasksOf } from "./tasks";
import type { TraceEvent } from "./traced";

/**
 * How a first visit begins: the built page, in a browser that has never seen it, without WebGPU, so that it trains on WebAssembly by itself.
 * Prints, of several visits: when the page answers (`answers`), when its settings do, when the first step is counted, and what the page's
 * thread has worked by then by its own clock. `npx tsx test/bench/start.ts [visits]`
 *
 * The page answers once its top bar is drawn and a task that was queued then has its turn; the settings once their first control is there
 * and the same holds.
 */

const VISITS = Number(process.argv[2] ?? 5);
const PATIENCE = 30_000;
const SIZE = { width: 1440, height: 900 };
const LATE = 50;

interface Visit {
  answers: number;
  settings: number;
  step: number;
  /** Work of the page's thread until then, in milliseconds of the core. */
  workedToAnswer: number;
  workedToStep: number;
  /** Longest task of the thread, and tasks over 50 ms of the core, until 2 s after the first step. */
  longest: number;
  late: number;
}

declare global {
  interface Window {
    moments: Partial<Record<"answers" | "settings" | "step", number>>;
  }
}

const folder = mkdtempSync(join(tmpdir(), "flatnce-start-"));
await build({ logLevel: "warn", build: { outDir: folder, emptyOutDir: true } });
const server = await preview({ build: { outDir: folder }, preview: { port: 0, host: "127.0.0.1" } });
const address = server.resolvedUrls?.local[0] ?? "";
const args = CHROMIUM_ARGS.filter((flag) => !SOFTWARE_ADAPTER_ARGS.includes(flag));
try {
  const visits: Visit[] = [];
  for (let i = 0; i < VISITS; i++) {
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args });
    visits.push(await visit(browser).finally(() => browser.close()));
  }
  for (const what of Object.keys(visits[0] as Visit) as (keyof Visit)[]) say(what, visits);
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}

async function visit(browser: Browser): Promise<Visit> {
  const page = await browser.newPage({ viewport: SIZE });
  // What compiles this file wraps functions in a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(watch);
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.goto(address);
  // `waitForFunction` evaluates text, which the page's policy forbids.
  for (const begun = performance.now(); performance.now() - begun < PATIENCE; ) {
    if ((await momentsOf(page)).step !== undefined) break;
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(2000);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return visitOf(await momentsOf(page), traceEvents);
}

/** Runs in the page, before its own script. */
function watch(): void {
  window.moments = {};
  performance.mark("begun");
  const turn = (name: "answers" | "settings") =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.moments[name] ??= performance.now();
        performance.mark(name);
      };
      port2.postMessage(null);
    });
  const look = () => {
    if (document.querySelector("header button")) turn("answers");
    if (!document.querySelector("aside input")) return;
    turn("settings");
    observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  const timer = setInterval(() => {
    // The counter of the top bar.
    if (!/[1-9]/.test(document.querySelector("header b")?.textContent ?? "")) return;
    window.moments.step = performance.now();
    performance.mark("step");
    clearInterval(timer);
  }, 20);
}

function momentsOf(page: Page): Promise<Record<"answers" | "settings" | "step", number>> {
  return page.evaluate(() => window.moments as Record<"answers" | "settings" | "step", number>);
}

function visitOf(moments: Record<"answers" | "settings" | "step", number>, events: TraceEvent[]): Visit {
  const begun = events.find(({ name }) => name === "begun")?.ts ?? 0;
  const tasks = tasksOf(events, "begun", begun);
  const until = (moment: number) => tasks.filter(({ at }) => at <= moment).reduce((sum, { worked }) => sum + worked, 0);
  const whole = tasks.filter(({ at }) => at > 0);
  return {
    ...moments,
    workedToAnswer: until(moments.answers),
    workedToStep: until(moments.step),
    longest: Math.max(...whole.map(({ worked }) => worked)),
    late: whole.filter(({ worked }) => worked > LATE).length,
  };
}

function say(what: keyof Visit, visits: readonly Visit[]): void {
  const values = visits.map((one) => one[what]).sort((a, b) => a - b);
  const shown = [values[Math.floor(values.length / 2)], values[0], values.at(-1)].map((value) => value?.toFixed(0));
  console.log(`${what}: ${shown[0]} (${shown[1]} to ${shown[2]})`);
}
