import { readFileSync } from "node:fs";
import type { Browser, CDPSession, Page } from "playwright";

/** What must not grow while the page is used. */
export interface Gauges {
  /** Updates of all runs so far. */
  steps: number;
  /** Of the page, after a collection of its garbage, in MiB. */
  heap: number;
  nodes: number;
  listeners: number;
  /** Of the page's process, its worker included, in MiB; NaN where the system does not say. */
  resident: number;
  /** What the browser keeps for the site, in MiB. */
  stored: number;
  /** Tasks of the page's thread over 50 ms since the last look, and the longest of them in milliseconds. */
  lateTasks: number;
  longestTask: number;
}

declare global {
  interface Window {
    lateTasks: number[];
  }
}

const MIB = 2 ** 20;

/** Has the page note its late tasks. */
export async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.lateTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.lateTasks.push(duration);
    }).observe({ type: "longtask" });
  });
}

interface Given {
  session: CDPSession;
  steps: number;
  resident: number;
}

export async function readGauges(page: Page, { session, steps, resident }: Given): Promise<Gauges> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const { usage, late } = await page.evaluate(async () => ({
    usage: (await navigator.storage.estimate()).usage ?? 0,
    late: window.lateTasks.splice(0),
  }));
  return {
    steps,
    heap: value("JSHeapUsedSize") / MIB,
    nodes: value("Nodes"),
    listeners: value("JSEventListeners"),
    resident,
    stored: usage / MIB,
    lateTasks: late.length,
    longestTask: Math.max(0, ...late),
  };
}

/** Of the largest of the browser's processes that draw pages, by Linux's account; NaN elsewhere. */
export async function residentMiB(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    return Math.max(...renderers.map(({ id }) => residentOf(id)));
  } finally {
    await session.detach();
  }
}

function residentOf(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    // Another system than Linux, or a process that has just ended.
    return Number.NaN;
  }
}
