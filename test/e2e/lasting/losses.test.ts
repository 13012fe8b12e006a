import type { Page, Worker } from "playwright";
import { describe, expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { withBrowser } from "../browser";
import { CARRYING_ADDRESS } from "../tiny";

/** A run outlives its worker and its device, in the page that it is on. */

const site = withBrowser();
const STEPS = 100_000;

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

async function trainOn(backend: string): Promise<Page> {
  const [page] = await site.open(`#${CARRYING_ADDRESS}&steps=${STEPS}&backend=${backend}`, { before: holdDevices });
  return page;
}

async function loseWorker(page: Page, how: string): Promise<void> {
  await wentOn(page).getByRole("button", { name: "Dismiss" }).click({ timeout: 1 }).catch(() => null);
  LOSSES[how]?.(page.workers().at(-1) as Worker);
  await wentOn(page).waitFor();
}

/** The run as it is, and the same one trained again without a loss. */
async function expectToTheBit(page: Page): Promise<void> {
  const survived = await measured(page);
  await page.evaluate(() => window.playground.reset());
  await page.evaluate((steps) => window.playground.step(steps), survived.stepsDone);
  expect(survived).toEqual(await measured(page));
}

const BY_BACKEND: [backend: string, how: string][] = [
  ["wasm", "that ends silently"],
  ["webgpu", "whose device is lost"],
  ["webgl", "whose device is lost"],
  ["wasm", "that breaks"],
];

describe("a run on", () => {
  test.each(BY_BACKEND)("%s with a worker %s goes on by itself, to the bit", async (backend, how) => {
    const page = await trainOn(backend);
    await page.evaluate(() => window.playground.step(6));
    const before = await stepsDone(page);
    await page.evaluate(() => void window.playground.resume());
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(before + 3);
    await loseWorker(page, how);
    const after = await stepsDone(page);
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(after + 3);
    await page.evaluate(() => window.playground.pause());
    expect(await page.getByRole("alert").count()).toBe(0);
    await expectToTheBit(page);
  });
});
