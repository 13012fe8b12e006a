import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { OF_COLORS, seriousProblems, withBrowser } from "../browser";
import { LONG_ADDRESS, TINY_ADDRESS } from "../tiny";

const site = withBrowser();

const FEW = "precision.xiFrom=0.001&precision.xiTo=1&precision.stepsPerDecade=2";
const ADDRESS = `#${TINY_ADDRESS}&backend=wasm&lab=precision`;

/** What the page says of the measurement: how far it is, and how it stands. */
async function status(page: Page): Promise<string> {
  return (await page.getByRole("region", { name: "Measurement" }).textContent()) ?? "";
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe("the labs", () => {
  test("measure, cancel, survive a reload and go on, by keyboard", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&precision.xiFrom=0.000001&precision.stepsPerDecade=10`);
    await page.getByRole("button", { name: "Run", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => status(page)).toMatch(/[1-9]\d* of 284/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Continue" }).waitFor();
    const done = Number(/(\d+) of 284/.exec(await status(page))?.[1]);
    expect(done).toBeLessThan(284);

    await page.reload();
    await page.evaluate(() => window.playground.ready);
    await expect.poll(() => status(page)).toMatch(/[1-9]\d* rows, kept from before/);
    await page.locator("body").press("Space");
    await expect.poll(() => status(page)).toMatch(/284 of 284 points\s*complete/);
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)("keep the Race's run, whose controls are the Race's alone", async () => {
    const [page] = await site.open(`#${LONG_ADDRESS}&backend=wasm`);
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBeGreaterThan(2);
    await page.getByRole("link", { name: "Precision" }).click();
    await page.getByRole("heading", { name: /what rounding does/ }).waitFor();
    expect(await page.getByRole("button", { name: "One step" }).count()).toBe(0);
    const result = await page.evaluate(() =>
      window.playground.lab("precision").run({ xiFrom: 0.01, xiTo: 0.1, stepsPerDecade: 1 }),
    );
    expect(result).toMatchObject({ finished: true, environment: { backend: "wasm" } });
    await page
      .getByText(/anchors at step \d/)
      .first()
      .waitFor();
    const steps = await page.evaluate(() => window.playground.record().stepsDone);
    await page.goBack();
    await page.getByRole("button", { name: "One step" }).click();
    await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBe(steps + 1);
    await page.goForward();
    await page.getByRole("heading", { name: /what rounding does/ }).waitFor();
  });

  test.runIf(IS_THOROUGH)(
    "come back from their address, name what is wrong in it, and export what they show",
    async () => {
      const [page] = await site.open(`${ADDRESS}&${FEW}&precision.seed=-1&precision.measure=positive`);
      await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/precision\.seed must be at least 0/);
      expect(await page.getByRole("textbox", { name: "Largest \u03be" }).inputValue()).toBe("1");
      await page.getByRole("textbox", { name: "Points per decade" }).fill("1");
      await page.keyboard.press("Enter");
      await expect
        .poll(() => page.evaluate(() => location.hash))
        .toMatch(
          /lab=precision&precision\.measure=positive&precision\.xiFrom=0\.001&precision\.xiTo=1&precision\.stepsPerDecade=1/,
        );
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await expect.poll(() => status(page)).toMatch(/16 of 16 points\s*complete/);

      const chooseExport = async (name: string) => {
        await page.getByRole("button", { name: "Export the measurement" }).click();
        await page.getByRole("menuitem", { name }).click();
      };
      const csv = await downloaded(page, () => chooseExport("Rows (CSV)"));
      expect(csv.split("\r\n")[0]).toBe("xi,format,form,source,positive,anchor,value");
      expect(csv.trim().split("\r\n")).toHaveLength(1 + 4 * (4 * 4 + 4));
      const json = JSON.parse(await downloaded(page, () => chooseExport("Document (JSON)")));
      expect(json).toMatchObject({ lab: "precision", finished: true, config: { stepsPerDecade: 1 } });

      const chart = page.getByRole("region", { name: "float16", exact: true });
      const menu = async (name: string) => {
        await chart.getByRole("button", { name: /Options of the chart/ }).click();
        await page.getByRole("menuitem", { name }).click();
      };
      expect(await downloaded(page, () => menu("Save as SVG"))).toMatch(/^<svg[\s\S]*FlatNCE/);
      expect((await downloaded(page, () => menu("Save as PNG"))).slice(1, 4)).toBe("PNG");
      await menu("Show as a table");
      await chart.getByRole("rowheader", { name: "0.01" }).waitFor();
    },
  );

  test("the bound lab fills its table in; both fit a phone, and have nothing serious for axe", async () => {
    const [page] = await site.open(`${ADDRESS}&${FEW}`, { viewport: { width: 360, height: 800 } });
    const { rows } = await page.evaluate(() =>
      window.playground.lab("bound").run({ batches: 40, levels: 2, kFrom: 4, kTo: 8 }),
    );
    for (const { k, estimator, mean } of rows) if (estimator === "infoNce") expect(mean).toBeLessThan(Math.log(k));
    const table = page.getByRole("region", { name: "Estimators against the truth" });
    await expect.poll(() => table.getByRole("row").count()).toBe(5);
    await table.getByText(/not as a bound/).waitFor();
    for (const lab of ["Bound", "Precision"]) {
      await page.getByRole("link", { name: lab }).click();
      await page.getByRole("heading", { name: new RegExp(`^${lab}:`) }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      // The dark as well: test/e2e/axe.
      for (const colorScheme of IS_THOROUGH ? (["light", "dark"] as const) : (["light"] as const)) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
        const rules = colorScheme === "dark" ? OF_COLORS : undefined;
        expect(await seriousProblems(page, "body", rules), `${lab}, ${colorScheme}`).toEqual([]);
      }
    }
  });
});
