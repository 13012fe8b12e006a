import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

const site = withBrowser();

/** Whether two things on the page lie over each other. */
async function overlap(page: Page, one: string, other: string): Promise<boolean> {
  const boxOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not shown.`);
    return box;
  };
  const [a, b] = [await boxOf(one), await boxOf(other)];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The name of the experiment, which opens the gallery of presets. */
const title = (page: Page) => page.getByRole("region", { name: "Experiment" }).getByRole("heading").getByRole("button");

const EDITOR = "[role=dialog]:has(input[data-autofocus])";
const PLAY = "header button[aria-keyshortcuts=Space]";

describe("the keyboard", () => {
  test("answers to ? wherever no text is typed, and plays after a preset was chosen", async () => {
    const [page, complaints] = await site.open("#preset=points&backend=wasm&steps=100000");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    for (const field of [
      title(page),
      page.getByRole("switch", { name: "Paired difference" }),
      page.getByRole("radio").first(),
      page.getByRole("slider", { name: "Smoothing" }),
    ]) {
      await field.focus();
      await page.keyboard.press("?");
      await help.waitFor();
      await page.keyboard.press("Escape");
      await help.waitFor({ state: "hidden" });
    }
    await page.getByRole("textbox", { name: "Batch size", exact: true }).focus();
    await page.keyboard.press("?");
    expect(await help.isVisible()).toBe(false);
    await page.keyboard.press("Escape");

    await title(page).click();
    await page.getByRole("dialog").getByRole("button", { name: "See the circle", exact: true }).click();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    expect(complaints.list).toEqual([]);

    // What is measured keeps its name; the other preset is the next run's.
    await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBeGreaterThan(0);
    const shown = await title(page).textContent();
    await page.keyboard.press("p");
    await page.getByRole("dialog").getByRole("button", { name: /^Warm/ }).click();
    await page.getByText(/^Next run: Warm/).waitFor();
    expect(await title(page).textContent()).toBe(shown);
  });

  test.runIf(IS_THOROUGH)("takes a setting back, and finds any other by its name", async () => {
    const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm`);
    const batch = page.getByRole("textbox", { name: "Batch size", exact: true });
    await batch.fill("8");
    await batch.press("Enter");
    await page.getByRole("button", { name: /^Batch size was changed/ }).focus();
    await page.keyboard.press("Control+z");
    await page.getByText(/^Undone: Batch size: 8 . 4$/).waitFor();
    expect(await batch.inputValue()).toBe("4");

    // Also while one types, and into a section that is folded up.
    await batch.focus();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Commands" });
    await field.waitFor();
    expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
    await field.fill("replay");
    await page.getByRole("option", { name: /Replay steps/ }).waitFor();
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await expect.poll(focused).toBe("Replay steps");
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)("edits the settings as JSON, on a phone too", async () => {
    const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm`, {
      viewport: { width: 360, height: 740 },
    });
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Commands" }).fill("json");
    await page.getByRole("option", { name: "Edit settings as JSON" }).click();
    const text = page.getByRole("textbox", { name: "Settings" });
    await text.fill('{\n  "batchSize": 8,\n  "seeds": "two"\n}');
    expect(await page.getByRole("button", { name: "Apply" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: /^Line 3, seeds: / }).click();
    const selection = () =>
      text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(await selection()).toBe('  "seeds": "two"');
    expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
    await text.fill('{ "batchSize": 8 }');
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL(/batchSize=8/);
    await page.keyboard.press("Control+z");
    await page.waitForURL(/batchSize=4/);
    expect(complaints.list).toEqual([]);
  });

  const SIZES: [number, number][] = [
    [1280, 720],
    [360, 740],
    [1440, 900],
  ];
  test.runIf(IS_THOROUGH).each(SIZES)(
    "opens an arm's editor at its text field, beside the formula and Play, at %i x %i",
    async (width, height) => {
      const [page] = await site.open(`#${TINY_ADDRESS}&arms=infoNce;custom,phi:v&backend=wasm`, {
        viewport: { width, height },
      });
      const fold = page.getByRole("button", { name: /^Settings/ });
      if (await fold.isVisible()) await fold.click();
      await page
        .getByRole("button", { name: /^Edit the arm/ })
        .nth(1)
        .click();
      await page.locator(EDITOR).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("maxlength"))).toBe("200");
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/arm-${width}.png` });
      expect(await page.getByRole("listbox").count()).toBe(0);
      expect(await overlap(page, EDITOR, PLAY)).toBe(false);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Edit the arm InfoNCE" }).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("maxlength"))).toBe("60");
    },
  );
});
