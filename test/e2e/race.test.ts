import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import type { ExperimentConfig } from "../../src/config/schema";
import { IS_THOROUGH } from "../support/thorough";
import { OF_COLORS, seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

const site = withBrowser();

const HEADLINES = ["Loss", "Gradient variance", "Accuracy"];

/** The step that a chart has reached, from the words beside it; -1 while it is empty. */
async function chartStep(page: Page, chart: string): Promise<number> {
  const text = await page.getByRole("region", { name: chart, exact: true }).getByRole("group").textContent();
  return Number(/step ([\d,]+)/.exec(text ?? "")?.[1]?.replace(",", "") ?? -1);
}

function stepsDone(page: Page): Promise<number> {
  return page.evaluate(() => window.playground.record().stepsDone);
}

function runningConfig(page: Page): Promise<ExperimentConfig> {
  return page.evaluate(() => window.playground.record().config);
}

declare global {
  interface Window {
    /** How often a drawn line was asked for its length. */
    measured: number;
  }
}

function countMeasured(): void {
  const { getTotalLength } = SVGPathElement.prototype;
  window.measured = 0;
  SVGPathElement.prototype.getTotalLength = function counted() {
    window.measured++;
    return getTotalLength.call(this);
  };
}

describe("the race", () => {
  test("plays, pauses, steps, resets and takes a changed batch size, on WebGPU", async () => {
    const [page, complaints] = await site.open(`#${TINY_ADDRESS}&steps=200&backend=webgpu`);
    await page.getByRole("button", { name: "Play" }).click();
    for (const chart of HEADLINES) await expect.poll(() => chartStep(page, chart)).toBeGreaterThanOrEqual(2);

    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor();
    const paused = await stepsDone(page);
    await page.getByRole("button", { name: "One step" }).click();
    await expect.poll(() => stepsDone(page)).toBe(paused + 1);

    await page.getByRole("textbox", { name: "Batch size", exact: true }).fill("6");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Restart with it" }).click();
    await expect.poll(() => runningConfig(page).then(({ batchSize }) => batchSize)).toBe(6);
    expect(await stepsDone(page)).toBe(0);
    await page.getByRole("button", { name: "One step" }).click();
    await expect.poll(() => stepsDone(page)).toBe(1);

    await page.getByRole("button", { name: "Reset" }).click();
    await expect.poll(() => stepsDone(page)).toBe(0);
    expect(await page.evaluate(() => location.hash)).toContain("batchSize=6");
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)("shows the first point of a curve, though there is no line yet", async () => {
    const [page] = await site.open(`#${TINY_ADDRESS}&steps=200&backend=wasm`, {
      before: async (opened) => void (await opened.addInitScript(countMeasured)),
    });
    const loss = page.getByRole("region", { name: "Loss", exact: true });
    await loss.getByText("Press play to begin.").waitFor();
    await page.getByRole("button", { name: "One step" }).click();
    await expect.poll(() => chartStep(page, "Loss")).toBe(0);
    await expect.poll(() => loss.locator("circle.recharts-line-dot").count()).toBe(2);
    await page.getByRole("button", { name: "One step" }).click();
    await expect.poll(() => chartStep(page, "Loss")).toBe(1);
    await expect.poll(() => loss.locator("circle.recharts-line-dot").count()).toBe(0);
    // Each would cost a layout of the page.
    expect(await page.evaluate(() => window.measured)).toBe(0);
  });

  test.runIf(IS_THOROUGH)("comes back to the same state from its address", async () => {
    const [page] = await site.open("#preset=points&batchSize=24&arms=infoNceCe;flatNce,temperature:0.07&backend=wasm");
    const config = await runningConfig(page);
    expect(config).toMatchObject({ batchSize: 24, temperature: 0.05, backend: "wasm", dataset: { layout: "rings" } });
    expect(config.arms).toEqual([{ objective: "infoNceCe" }, { objective: "flatNce", temperature: 0.07 }]);
    await page.reload();
    await page.evaluate(() => window.playground.ready);
    expect(await runningConfig(page)).toEqual(config);
  });

  test("names what is wrong in an address and keeps the rest", async () => {
    const [page] = await site.open(`#${TINY_ADDRESS}&batchSize=1&colour=blue&temperature=0.2&backend=wasm`);
    const notice = page.getByRole("alert");
    await expect.poll(() => notice.allTextContents().then((texts) => texts.join())).toMatch(/batchSize.*negatives/);
    await expect.poll(() => notice.allTextContents().then((texts) => texts.join())).toMatch(/colour.*no such field/);
    expect(await page.evaluate(() => window.playground.record().config.temperature)).toBe(0.2);
  });

  test.runIf(IS_THOROUGH)("can be run by keyboard alone", async () => {
    const [page] = await site.open(`#${TINY_ADDRESS}&steps=100000&backend=wasm`);
    await page.keyboard.press("Space");
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(2);
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Play" }).waitFor();
    const paused = await stepsDone(page);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => stepsDone(page)).toBe(paused + 1);
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  test.runIf(IS_THOROUGH)("marks a learner that diverges and trains the others on", async () => {
    // Decay at this rate multiplies the weights by -9 with every step, until they overflow.
    const diverging = "optimizer.id=sgd&optimizer.weightDecay=1&arms=infoNce;flatNce,learningRate:10";
    const [page] = await site.open(`#${TINY_ADDRESS}&steps=60&backend=wasm&${diverging}`);
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(60);
    const learners = await page.evaluate(() => window.playground.record().learners);
    const stopped = learners.filter((learner) => learner.stopped);
    expect(stopped.map(({ arm }) => arm)).toEqual([1, 1]);
    for (const { arm, series } of learners) expect(series.infoNce?.[59] === null).toBe(arm === 1);
    await page
      .getByText(/stopped/i)
      .first()
      .waitFor();
  });

  test.runIf(IS_THOROUGH)("shows its data, and what a changed augmentation makes of them while it trains", async () => {
    const letters = TINY_ADDRESS.replace("points", "glyphs")
      .replace("samples=400", "samples=64")
      .replaceAll("every=2", "every=0");
    const [page, complaints] = await site.open(`#${letters}&steps=1000000&backend=wasm`);
    const opener = page.getByRole("button", { name: "Look at the data" });
    const panel = page.getByRole("dialog", { name: "Glyphs, 4 letters" });
    const pixels = () =>
      panel.locator("canvas").evaluateAll((list) => list.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
    const openViews = async () => {
      await opener.click();
      await panel.getByRole("row", { name: "A 16 50 25.0% 8 samples of A" }).waitFor();
      await panel.getByRole("tab", { name: "Views" }).click();
      await expect.poll(() => pixels().then((pictures) => pictures.length)).toBe(6);
    };
    await openViews();
    expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
    await panel.getByRole("tab", { name: "Samples" }).click();
    expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => opener.evaluate((button) => document.activeElement === button)).toBe(true);

    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(0);
    await openViews();
    const [sample, view] = await pixels();
    await panel.getByRole("switch", { name: "Cutout" }).press("Space");
    await expect.poll(() => pixels().then(([, changed]) => changed)).not.toBe(view);
    expect((await pixels())[0]).toBe(sample);
    await panel.getByRole("button", { name: "Draw again" }).click();
    await expect.poll(() => pixels().then(([other]) => other)).not.toBe(sample);
    const before = await stepsDone(page);
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(before);
    expect((await runningConfig(page)).augmentation.cutout).toBe(0);
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)("has nothing serious for axe", async () => {
    const [page] = await site.open(`#${TINY_ADDRESS}&steps=6&backend=wasm`);
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(6);
    // The queue is looked at as well.
    await page.getByRole("button", { name: "Queue these settings" }).click();
    await page.locator('[data-panel="queue"]').waitFor();
    // A style of the page's own wins over the components', whichever sheet comes first.
    const chip = page.getByRole("button", { name: "Edit the arm InfoNCE" });
    // What else there is in the dark, test/e2e/axe sees.
    for (const colorScheme of IS_THOROUGH ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
      const rules = colorScheme === "dark" ? OF_COLORS : undefined;
      expect(await seriousProblems(page, "body", rules), colorScheme).toEqual([]);
      expect(await chip.evaluate((button) => getComputedStyle(button).borderTopWidth)).toBe("1px");
    }
  });

  test("fits a phone: nothing is wider than 360 pixels, and settings are folded up until they are asked for", async () => {
    const [page] = await site.open(`#${TINY_ADDRESS}&steps=6&backend=wasm`, { viewport: { width: 360, height: 800 } });
    const toggle = page.getByRole("button", { name: /^Settings/ });
    const batchSize = page.getByRole("textbox", { name: "Batch size", exact: true });
    const top = await toggle.evaluate((button) => button.getBoundingClientRect().bottom);
    expect(top).toBeLessThan(400);
    expect(await batchSize.isVisible()).toBe(false);
    await toggle.focus();
    await page.keyboard.press("Enter");
    await batchSize.fill("6");
    await page.keyboard.press("Enter");
    await expect.poll(() => runningConfig(page).then((config) => config.batchSize)).toBe(6);
    await expect.poll(() => toggle.textContent()).toContain("batch 6");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await toggle.focus();
    await page.keyboard.press("Enter");
    await batchSize.waitFor({ state: "hidden" });

    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await page.setViewportSize({ width: 1440, height: 900 });
    await batchSize.waitFor();
    await toggle.waitFor({ state: "hidden" });
  });
});
