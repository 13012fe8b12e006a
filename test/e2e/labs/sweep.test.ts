import { expect, test } from "vitest";
import { recordToJson } from "../../../src/export/json";
import { smallSweep, sweepPart } from "../../support/labs/sweep";
import { IS_THOROUGH } from "../../support/thorough";
import { seriousProblems, withBrowser } from "../browser";
import { drop } from "../support/bringing";
import { TINY, TINY_ADDRESS } from "../tiny";

const site = withBrowser();

const BASE = {
  ...TINY,
  steps: 40,
  gradientProbe: { every: 20, microBatches: 2 },
  evaluation: { ...TINY.evaluation, every: 20 },
};

test.runIf(IS_THOROUGH)("a sweep is cancelled, goes on after a reload, and opens a cell in the Race", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&lab=sweep&backend=wasm`);
  const config = { base: BASE, x: { values: [2, 4] }, y: { values: [0.1, 0.5] } };
  const before = await page.evaluate(async (input) => {
    const lab = window.playground.lab("sweep");
    const stop = ({ done }: { done: number }) => {
      if (done >= 1) void lab.cancel();
    };
    return lab.run(input, { onProgress: stop });
  }, config);
  expect(before.finished).toBe(false);
  expect(before.rows.length).toBeGreaterThanOrEqual(4);
  expect(before.rows.length).toBeLessThan(16);

  await expect.poll(() => page.evaluate(() => location.hash)).toContain("sweep.x.values=2,4");
  await page.reload();
  const run = page.getByRole("region", { name: "Measurement" });
  await run.getByText("paused, what was measured is kept").waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await run.getByText("complete").waitFor();
  const { rows } = await page.evaluate(() => window.playground.lab("sweep").result());
  expect(rows).toHaveLength(16);
  expect(rows.slice(0, before.rows.length)).toEqual(before.rows);

  const cells = page.getByRole("grid", { name: "Regime map" }).getByRole("gridcell");
  await cells.and(page.locator("[tabindex='0']")).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Batch size 4, Temperature 0.5" }).waitFor();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("sweep.cell=3");
  expect(await seriousProblems(page, "html")).toEqual([]);

  await page.getByRole("button", { name: "Open in Race" }).click();
  await page.getByText("Opened from the sweep: Batch size 4, Temperature 0.5.").waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.getByRole("button", { name: "Play" }).waitFor();
  await expect
    .poll(() => page.evaluate(() => window.playground.record().config))
    .toMatchObject({ batchSize: 4, temperature: 0.5, steps: 40, encoder: { width: 8 } });
  expect(complaints.list).toEqual([]);
});

test("a sweep that was measured elsewhere is dropped on the page, or opened, and shown in map and table", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&autoplay=0`);
  const sweep = smallSweep();
  const bytes = (document: Parameters<typeof recordToJson>[0]) => Buffer.from(recordToJson(document));
  await drop(page, [{ name: "part-1.json", bytes: bytes(sweepPart(sweep, { index: 1, count: 3 })) }]);
  const run = page.getByRole("region", { name: "Measurement" });
  await run
    .getByText("Opened part-1.json: 4 of 6 cells are missing. It was measured on webgpu (test adapter)")
    .waitFor();
  await run.getByText("2 of 6 cells", { exact: true }).waitFor();
  const map = page.getByRole("grid", { name: "Regime map" });
  const cell = (name: RegExp) => map.getByRole("gridcell", { name });
  expect(await cell(/./).count()).toBe(6);
  expect(await cell(/not run yet/).count()).toBe(2);
  await page.getByRole("button", { name: "Continue" }).waitFor();

  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a document (JSON)" }).click();
  const file = { name: "sweep-result.json", mimeType: "application/json", buffer: bytes(sweepPart(sweep)) };
  await (await chooser).setFiles(file);
  await run.getByText("Opened sweep-result.json: all 6 cells are there.").waitFor();
  await page.getByRole("button", { name: "Run again" }).waitFor();
  expect(await cell(/not run yet/).count()).toBe(0);
  expect(await cell(/no experiment/).count()).toBe(2);
  expect(await cell(/Batch size 8, Temperature 0.5/).count()).toBe(1);
  await page.reload();
  await run.getByText("complete", { exact: true }).waitFor();
  expect(await page.evaluate(async () => (await window.playground.lab("sweep").result()).rows.length)).toBe(18);
  expect(complaints.list).toEqual([]);
});
