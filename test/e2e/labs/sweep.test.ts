import { expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { seriousProblems, withBrowser } from "../browser";
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
