import type { Page, Worker } from "playwright";
import { describe, expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { withBrowser } from "../browser";
import { CARRYING_ADDRESS } from "../tiny";

/** A run outlives its worker and its device, in the page that it is on. */

const site = withBrowser();
/** Steps before a pause. */
const PAUSE = 6;

/** Lets a test lose the devices that the worker makes; put before what the worker is. */
const HOLD_DEVICES = `
const devices = [];
if (globalThis.GPUAdapter) {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await requestDevice.apply(this, given);
    devices.push(() => device.destroy());
    return device;
  };
}
const { getContext } = OffscreenCanvas.prototype;
OffscreenCanvas.prototype.getContext = function (...given) {
  const context = getContext.apply(this, given);
  const lose = context?.getExtension?.("WEBGL_lose_context");
  if (lose) devices.push(() => lose.loseContext());
  return context;
};
globalThis.loseDevice = () => devices.at(-1)();
`;

async function holdDevices(page: Page): Promise<void> {
  await page.context().route(/\/training\.worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: HOLD_DEVICES + (await response.text()) });
  });
}

const LOSSES: Record<string, (worker: Worker) => void> = {
  "that ends silently": (worker) => void worker.evaluate("self.close()").catch(() => null),
  "that breaks": (worker) => void worker.evaluate("void setTimeout(() => { throw new Error('broken'); })"),
  "whose device is lost": (worker) => void worker.evaluate("loseDevice()").catch(() => null),
  "that hangs": (worker) => void worker.evaluate("for (;;);").catch(() => null),
};

const measured = (page: Page) =>
  page.evaluate(() => {
    const { startedAt: _date, durationMs: _time, clock: _clock, ...record } = window.playground.record();
    return record;
  });

const stepsDone = (page: Page) => page.evaluate(() => window.playground.record().stepsDone);
const wentOn = (page: Page) => page.getByRole("status").filter({ hasText: "goes on by itself" });

/** It is made first; kernels may have threads of their own. */
function trainingWorker(page: Page): Worker {
  return page.workers()[0] as Worker;
}

/** Loses the worker of a page, and waits until the page says that the run goes on. */
async function lose(page: Page, how: string): Promise<void> {
  LOSSES[how]?.(trainingWorker(page));
  await wentOn(page).waitFor();
  await wentOn(page).getByRole("button", { name: "Dismiss" }).click();
}

const KINDS = [
  ["wasm", "that ends silently"],
  ["webgpu", "whose device is lost"],
  ["wasm", "that breaks"],
  ["wasm", "that hangs"],
  ["webgpu", "that ends silently"],
  ["webgpu", "that hangs"],
  ["webgl", "whose device is lost"],
] as const;

describe("a run on", () => {
  test.runIf(IS_THOROUGH).each(KINDS)(
    "%s with a worker %s, while it pauses and while it trains, goes on by itself, to the bit",
    async (backend, how) => {
      const address = `#${CARRYING_ADDRESS}&steps=100000&backend=${backend}`;
      const [page] = await site.open(address, { before: holdDevices });
      await page.evaluate((steps) => window.playground.step(steps), PAUSE);
      await lose(page, how);
      expect(await stepsDone(page)).toBe(PAUSE);
      await page.evaluate(() => void window.playground.resume());
      await expect.poll(() => stepsDone(page)).toBeGreaterThan(PAUSE);
      await lose(page, how);
      const after = await stepsDone(page);
      await expect.poll(() => stepsDone(page)).toBeGreaterThan(after);
      await page.evaluate(() => window.playground.pause());
      const survived = await measured(page);
      expect(survived.environment.backend).toBe(backend);
      expect(await page.getByRole("alert").count()).toBe(0);
      await page.evaluate(() => window.playground.reset());
      await page.evaluate((steps) => window.playground.step(steps), survived.stepsDone);
      expect(survived).toEqual(await measured(page));
    },
  );

  test("WebGPU whose device is lost while it pauses is there again at once", async () => {
    const [page] = await site.open(`#${CARRYING_ADDRESS}&steps=4&backend=webgpu`, { before: holdDevices });
    await page.evaluate(() => window.playground.step(2));
    await lose(page, "whose device is lost");
    await page.evaluate(() => window.playground.resume());
    await expect.poll(() => stepsDone(page)).toBe(4);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test.runIf(IS_THOROUGH)("WebGPU goes on where the browser's GPU process is killed", async () => {
    const [page] = await site.open(`#${CARRYING_ADDRESS}&steps=12&backend=webgpu`);
    await page.evaluate((steps) => window.playground.step(steps), PAUSE);
    const browser = page.context().browser();
    const devtools = await browser?.newBrowserCDPSession();
    await devtools?.send("Browser.crashGpuProcess" as "Browser.close").catch(() => null);
    await wentOn(page).waitFor();
    await page.evaluate(() => window.playground.resume());
    await expect.poll(() => stepsDone(page)).toBe(12);
  });

  test.runIf(IS_THOROUGH)("WebGPU moves to another backend once its device was lost three times", async () => {
    const [page] = await site.open(`#${CARRYING_ADDRESS}&steps=40&backend=webgpu`, { before: holdDevices });
    await page.evaluate((steps) => window.playground.step(steps), PAUSE);
    for (let i = 0; i < 3; i++) await lose(page, "whose device is lost");
    await page.evaluate(() => window.playground.resume());
    await expect.poll(() => stepsDone(page)).toBe(40);
    const { environment, changes } = await measured(page);
    expect([environment.backend, changes?.[0]?.environment?.backend]).toEqual(["wasm", "webgpu"]);
  });

  test.runIf(IS_THOROUGH)(
    "WASM is given up once its worker ended three times, and a reload goes on with it",
    async () => {
      const [page] = await site.open(`#${CARRYING_ADDRESS}&steps=1000&backend=wasm`);
      await page.evaluate((steps) => window.playground.step(steps), PAUSE);
      for (let i = 0; i < 2; i++) await lose(page, "that ends silently");
      LOSSES["that ends silently"]?.(trainingWorker(page));
      const notice = page.getByRole("alert").filter({ hasText: "three times within a minute" });
      await notice.getByRole("button", { name: "Reload" }).click();
      await page.getByText(`stopped at step ${PAUSE} of 1,000`).waitFor();
    },
  );
});
