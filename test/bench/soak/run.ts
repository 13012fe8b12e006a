import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright";
import { build, preview } from "vite";
import { findChromium, PAGE_ARGS } from "../../../scripts/chromium";
import { keepSection } from "../report/results";
import { ACTS, loseWorker } from "./acts";
import { type Gauges, readGauges, residentMiB, watchTasks } from "./gauges";
import { soakText } from "./report";

/**
 * `npm run soak`: trains 100,000 steps in the built page, run after run, while all that is done to a page is done to it, and says what
 * grew. It ends with 1 where something did, or where the page complained.
 */

const { values: options } = parseArgs({
  options: {
    steps: { type: "string", default: "100000" },
    /** Of each run; after it comes the next, with another seed. */
    each: { type: "string", default: "20000" },
    backend: { type: "string", default: "wasm" },
    /** Keep the table in RESULTS.md. */
    write: { type: "boolean", default: false },
  },
});
const [TOTAL, EACH] = [Number(options.steps), Number(options.each)];

/** Between two acts, and acts between two looks at the gauges. */
const PAUSE = 2_000;
const ACTS_A_LOOK = Object.keys(ACTS).length;
/** Looks between two losses of the worker: about a minute. */
const LOOKS_A_LOSS = 5;

const CONFIG = {
  backend: options.backend as "wasm" | "webgpu",
  steps: EACH,
  seeds: 3,
  evaluation: { every: 1000 },
  gradientProbe: { every: 500 },
};

declare global {
  interface Window {
    soak: { step: number; outcome: string | null };
  }
}

const folder = mkdtempSync(join(tmpdir(), "flatnce-soak-"));
await build({ logLevel: "warn", build: { outDir: folder, emptyOutDir: true } });
const server = await preview({ build: { outDir: folder }, preview: { port: 0, host: "127.0.0.1" } });
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: PAGE_ARGS });
const began = new Date().toISOString().slice(0, 16).replace("T", " ");
try {
  const { looks, complaints } = await soak(browser, server.resolvedUrls?.local[0] ?? "");
  const machine = `${began} UTC, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), load ${loadavg()[0]?.toFixed(1)} at the end; ${options.backend}`;
  const { lines, grown } = soakText(machine, looks, complaints);
  console.log(lines.join("\n"));
  if (options.write) keepSection("Soak", lines);
  process.exitCode = grown.length + complaints.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

async function soak(browser: Browser, address: string): Promise<{ looks: Gauges[]; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await watchTasks(page);
  await page.goto(`${address}#autoplay=0`);
  await page.waitForFunction(() => window.playground !== undefined);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const looks: Gauges[] = [];
  const acts = Object.entries(ACTS);
  let turn = 0;
  for (let before = 0, seed = 1; before < TOTAL; before += EACH, seed++) {
    await begin(page, seed);
    for (;;) {
      await page.waitForTimeout(PAUSE);
      const { step, outcome } = await page.evaluate(() => window.soak);
      if (outcome !== null && outcome !== "trained") throw new Error(outcome);
      if (outcome) break;
      const [name, act] = acts[turn % acts.length] as (typeof acts)[number];
      await act(page).catch((error: unknown) => complaints.push(`${name}: ${String(error)}`));
      if (++turn % ACTS_A_LOOK > 0) continue;
      looks.push(await readGauges(page, { session, steps: before + step, resident: await residentMiB(browser) }));
      if (looks.length % LOOKS_A_LOSS === 0) await loseWorker(page);
      console.log(`${before + step} steps, ${looks.at(-1)?.heap.toFixed(1)} MiB of heap`);
    }
  }
  return { looks, complaints };
}

/** Begins a run, and does not wait for it. As a text, since functions that are compiled here may not know themselves there. */
async function begin(page: Page, seed: number): Promise<void> {
  await page.evaluate(`(() => {
    window.soak = { step: 0, outcome: null };
    playground.run(${JSON.stringify({ ...CONFIG, seed })}, { onProgress: ({ step }) => { soak.step = step; } }).then(
      () => { soak.outcome = "trained"; },
      (error) => { soak.outcome = String(error); },
    );
  })()`);
}
