import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { CHAPTER_IDS } from "../../src/session/learn/chapters";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";

const site = withBrowser();

/** Presses Tab until it has led there. */
async function tabUntil(page: Page, place: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    if (await isThere()) return;
  }
  throw new Error(`The Tab key does not lead to ${place}.`);
}

/** Presses Tab until an element of that name has the focus. */
const tabTo = (page: Page, name: RegExp) =>
  tabUntil(page, `${name}`, async () => {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
      return element?.getAttribute("aria-label") ?? label ?? "";
    });
    return name.test(focused);
  });

const tabToPrediction = (page: Page) =>
  tabUntil(page, "a prediction", () =>
    page.evaluate(() => document.activeElement?.matches(".mantine-Radio-radio") === true),
  );

/** The symbols that are lit in the formula. */
const litInFormula = (page: Page) =>
  page.locator("math [data-lit]").evaluateAll((parts) => parts.map((one) => one.getAttribute("data-symbol")));

const OUTCOME = /^(As you expected|Not as you expected|Too close to call)\./;

describe("the chapters", () => {
  test("lead through an experiment by the keyboard: predict, run, compare, and go on", async () => {
    const [page, complaints] = await site.open("#learn=1&backend=wasm");
    await page.getByRole("heading", { name: "Find the twin" }).waitFor();
    await page.locator("math [data-symbol=twin]").waitFor();

    // From the list to the formula.
    await tabTo(page, /^s.*similarity of the twin/);
    expect(await litInFormula(page)).toEqual(["twin"]);
    await page.locator("section[aria-label='What is measured'] [data-lit]").first().waitFor();

    await tabTo(page, /^Strictness|^0\.2, mild/);
    await tabTo(page, /^More often than before training/);
    await page.keyboard.press("Space");
    await tabTo(page, /^Run$/);
    await page.keyboard.press("Enter");
    await page.getByText(OUTCOME).waitFor();
    await page.getByText(/at step 300\..* Trained 4 times.*95% interval/).waitFor();

    // From the picture to the formula.
    await tabTo(page, /^The twin, with a similarity/);
    expect(await litInFormula(page)).toEqual(["twin"]);
    expect(await seriousProblems(page)).toEqual([]);
    // The run is among the others, under the chapter's name.
    await expect
      .poll(async () => (await page.evaluate(() => window.playground.runs())).map(({ name }) => name))
      .toEqual(["Learn 1: Find the twin"]);

    await tabTo(page, /^Next: /);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "What a small batch takes away" }).waitFor();
    expect(page.url()).toContain("learn=2");
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("heading", { name: "Find the twin" }).waitFor();
    expect(complaints.list).toEqual([]);
  });

  test("show in their formulas and pictures what the lists name, on a phone", async () => {
    const [page, complaints] = await site.open("#learn=1", { viewport: { width: 360, height: 740 } });
    for (const id of CHAPTER_IDS) {
      await page.locator("article math [data-symbol]").first().waitFor();
      const listed = await page.locator("section[aria-label='The formula'] button[data-symbol]").all();
      for (const button of listed) {
        const symbol = await button.getAttribute("data-symbol");
        await page.locator(`math [data-symbol=${symbol}]`).first().waitFor();
        expect(await page.locator(`[data-symbol=${symbol}]:not(math *)`).count(), `${id}: ${symbol}`).toBeGreaterThan(
          1,
        );
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, id).toBeLessThanOrEqual(0);
      await page.keyboard.press("ArrowRight");
      const next = CHAPTER_IDS[CHAPTER_IDS.indexOf(id) + 1];
      if (next) await expect.poll(() => page.url()).toContain(`learn=${CHAPTER_IDS.indexOf(next) + 1}`);
    }
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH).each(["wasm", "webgpu"])(
    "have experiments that end on %s, by the keyboard",
    async (backend) => {
      const [page, complaints] = await site.open(`#learn=1&backend=${backend}`);
      for (const [i, id] of CHAPTER_IDS.entries()) {
        await tabToPrediction(page);
        await page.keyboard.press("Space");
        await tabTo(page, /^Run$/);
        await page.keyboard.press("Enter");
        await page.getByText(OUTCOME).waitFor({ timeout: 500_000 });
        expect(await seriousProblems(page, "article"), id).toEqual([]);
        if (i + 1 === CHAPTER_IDS.length) break;
        await tabTo(page, /^Next: /);
        await page.keyboard.press("Enter");
        await expect.poll(() => page.url()).toContain(`learn=${i + 2}`);
      }
      expect(complaints.list).toEqual([]);
    },
    1_800_000,
  );
});
