import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Page } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/chromium";
import type { BenchCase } from "./case";
import { PageServer } from "./venues/server";

/**
 * Steps on WebAssembly with one thread and with one for each core, in turns, in Chromium. Prints the quickest round, that of the first
 * quarter and that in the middle of each, and their ratios. `npx tsx test/bench/threads.ts [rounds]`
 *
 * A round takes some 50 ms, and begins when nothing else has run on the machine for a moment, or after 3 s: other work hits two threads
 * more than one.
 */

const ROUNDS = Number(process.argv[2] ?? 24);
const CORES = cpus().length;
const OURS = {
  engine: "chromium",
  library: "ours",
  backend: "wasm",
  kernels: "fused",
  captured: true,
  queue: 0,
  task: "train",
} as const;
const ONE = { arms: ["infoNce"], seeds: 1 } as const;
const SIXTEEN = { arms: ["infoNce", "flatNce"], seeds: 8 } as const;

/** And steps of a round. */
const CASES: [what: BenchCase, steps: number][] = [
  [{ ...OURS, ...ONE, step: "mlp", batchSize: 32 }, 15],
  [{ ...OURS, ...ONE, step: "cnn", batchSize: 16 }, 3],
  [{ ...OURS, ...ONE, step: "resnet", batchSize: 32 }, 1],
  [{ ...OURS, ...SIXTEEN, step: "mlp", batchSize: 32 }, 1],
  [{ ...OURS, ...SIXTEEN, step: "cnn", batchSize: 16 }, 1],
  [{ ...OURS, ...ONE, step: "points", batchSize: 32 }, 80],
];

const server = await PageServer.open();
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_ARGS });
try {
  const pages = [await open(1), await open(CORES)];
  for (const [what, steps] of CASES) console.log(await compared(pages, what, steps));
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await browser.close();
  await server.close();
}

/** A page on a machine that says to have so many cores. */
async function open(cores: number): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(
    `Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { get: () => ${cores} })`,
  );
  await page.goto(`${server.address}ours.html`);
  await page.waitForFunction(() => window.contender !== undefined);
  console.log(await page.evaluate(() => window.contender.start("wasm")));
  return page;
}

async function compared(pages: Page[], what: BenchCase, steps: number): Promise<string> {
  const times = pages.map((): number[] => []);
  for (const page of pages) await round(page, what, 3);
  for (let r = 0; r < ROUNDS; r++)
    for (const [i, page] of pages.entries()) {
      await calm();
      times[i]?.push(await round(page, what, steps));
    }
  const [one = [], all = []] = times.map(spread);
  const ratios = one.map((time, i) => (time / (all[i] as number)).toFixed(2));
  const learners = what.arms.length * what.seeds;
  return `${what.step}, ${learners} learners: ${text(one)} ms on one, ${text(all)} on all; ${ratios.join(", ")} times as fast`;
}

async function round(page: Page, what: BenchCase, steps: number): Promise<number> {
  const { msPerStep } = await page.evaluate(([what, steps]) => window.contender.round(what, steps), [
    what,
    steps,
  ] as const);
  return msPerStep;
}

function spread(times: number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b);
  return [0, 0.25, 0.5].map((share) => sorted[Math.floor(share * sorted.length)] as number);
}

function text(times: number[]): string {
  return times.map((time) => time.toFixed(2)).join(", ");
}

async function calm(): Promise<void> {
  const end = performance.now() + 3000;
  for (let looks = 0; looks < 3 && performance.now() < end; looks = isIdle() ? looks + 1 : 0) await pause(15);
}

/** Whether nothing but this runs; true where the system does not say. */
function isIdle(): boolean {
  try {
    return Number(/procs_running (\d+)/.exec(readFileSync("/proc/stat", "utf8"))?.[1]) <= 1;
  } catch {
    return true;
  }
}
