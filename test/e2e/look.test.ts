import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { withBrowser } from "./browser";
import { smallTargets, smallTexts, textSizes } from "./sizes";
import { TINY_ADDRESS } from "./tiny";

const site = withBrowser();

const ADDRESS = `#${TINY_ADDRESS}&steps=6&backend=wasm`;
const chart = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const isFocused = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

async function played(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBe(6);
}

/** How often Tab has to be pressed from the top of the page until something within a chart has the focus. */
async function stopsBefore(page: Page, place: string): Promise<number> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press("Tab");
    if (await isFocused(page, `${place} *`)) return stops;
  }
  return Number.POSITIVE_INFINITY;
}

async function heightOf(page: Page, name: string): Promise<number> {
  return (await chart(page, name).boundingBox())?.height ?? 0;
}

describe("the look of the page", () => {
  test("is one scale of text and large enough to press, with a bar of one row and few stops before the charts", async () => {
    const [page] = await site.open(ADDRESS);
    await chart(page, "Loss").getByRole("button", { name: "What Loss means" }).waitFor();
    expect(await stopsBefore(page, "#charts")).toBeLessThanOrEqual(15);
    await played(page);
    expect(await page.evaluate(smallTexts, 12)).toEqual([]);
    expect((await page.evaluate(textSizes)).length).toBeLessThanOrEqual(5);
    expect(await page.evaluate(smallTargets, 24)).toEqual([]);
    for (const width of [980, 1100, 1280, 1423, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect((await page.locator("header").first().boundingBox())?.height, `at ${width}`).toBeLessThan(60);
    }
  });

  test.runIf(IS_THOROUGH)("gives a chart the room of all, and the panels' room to the charts", async () => {
    const [page, complaints] = await site.open(ADDRESS);
    const before = await heightOf(page, "Loss");
    const width = async () => (await chart(page, "Loss").boundingBox())?.width ?? 0;
    const narrow = await width();
    await chart(page, "Loss").getByRole("heading").dblclick();
    await expect.poll(() => heightOf(page, "Loss")).toBeGreaterThan(700);
    expect(await chart(page, "Accuracy").isVisible()).toBe(false);
    await played(page);
    await expect.poll(() => chart(page, "Loss").getByRole("group").textContent()).toContain("step 5");
    const letters = chart(page, "Loss").locator(".recharts-text").first();
    const sizeOfLetters = () => letters.evaluate((text) => getComputedStyle(text).fontSize);
    expect(await sizeOfLetters()).toBe("14px");
    await page.locator("main").focus();
    await page.keyboard.press("l");
    await expect.poll(sizeOfLetters).toBe("20px");
    await page.keyboard.press("l");
    // A tooltip closes with what it explains.
    await chart(page, "Loss").getByRole("button", { name: "What Loss means" }).hover();
    await page.getByRole("tooltip").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => heightOf(page, "Loss")).toBe(before);

    await chart(page, "Vanishing factor").getByRole("group").press("Enter");
    await expect.poll(() => heightOf(page, "Vanishing factor")).toBeGreaterThan(700);
    await page.keyboard.press("Escape");
    await expect.poll(() => chart(page, "Accuracy").isVisible()).toBe(true);

    await page.keyboard.press("e");
    await page.keyboard.press("v");
    await expect.poll(width).toBeGreaterThan(narrow + 200);
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/view.settings=false.*view.views=false/);
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)(
    "zooms all charts by a drag, pins a step, switches an arm off, and leaves a ghost behind the next run",
    async () => {
      const [page, complaints] = await site.open(ADDRESS);
      await played(page);
      const sheet = chart(page, "Loss").getByRole("group");
      const ticks = () => chart(page, "Accuracy").locator(".recharts-xAxis-tick-labels").textContent();
      const whole = await ticks();
      const box = await sheet.boundingBox();
      const at = (share: number) => [(box?.x ?? 0) + share * (box?.width ?? 0), (box?.y ?? 0) + 60] as const;
      await page.mouse.move(...at(0.4));
      await page.mouse.down();
      await page.mouse.move(...at(0.7), { steps: 4 });
      await page.mouse.up();
      await expect.poll(ticks).not.toBe(whole);
      await page.mouse.dblclick(...at(0.5));
      await expect.poll(ticks).toBe(whole);
      expect(await chart(page, "Accuracy").isVisible()).toBe(true);
      await sheet.press("+");
      await expect.poll(ticks).not.toBe(whole);
      await chart(page, "Accuracy").getByRole("button", { name: "Show all" }).press("Enter");
      await expect.poll(ticks).toBe(whole);

      await page.mouse.click(...at(0.3));
      await chart(page, "Accuracy")
        .getByText(/ pinned, /)
        .first()
        .waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByText(/ pinned, /).count()).toBe(0);

      await chart(page, "Loss").getByRole("button", { name: "FlatNCE" }).click();
      await expect
        .poll(() => chart(page, "Accuracy").getByRole("button", { name: "FlatNCE" }).getAttribute("aria-pressed"))
        .toBe("false");
      await page.getByRole("button", { name: "Run more seeds", exact: true }).click();
      await page.getByText(/^ghost: /).waitFor();
      await page.getByRole("heading", { name: "Final values" }).waitFor();
      expect(complaints.list).toEqual([]);
    },
  );

  test.runIf(IS_THOROUGH)(
    "copies a link with the curves of a run, which are behind another run until they are dismissed",
    async () => {
      const [page] = await site.open(ADDRESS);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.evaluate(() => window.playground.step(4));
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("menuitem", { name: "Copy link with this run's curves" }).click();
      await page.getByText(/^Link with this run's curves copied/).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link.length).toBeLessThan(2000);

      const [other, complaints] = await site.open(new URL(link).hash);
      await other.getByText(/^reference from the link: /).waitFor();
      const lines = () => chart(other, "Loss").locator("path[stroke-dasharray='6 3 1 3']").count();
      expect(await lines()).toBe(2);
      await other.evaluate(() => window.playground.step(2));
      expect(await other.evaluate(() => location.hash)).toContain("reference=1.");
      expect(await other.getByRole("heading", { name: "Final values" }).count()).toBe(0);
      await other.getByRole("button", { name: /^Draw .* no more$/ }).click();
      await expect.poll(lines).toBe(0);
      await expect.poll(() => other.evaluate(() => location.hash)).not.toContain("reference");
      expect(complaints.list).toEqual([]);
    },
  );

  test("shows a phone its first chart at once, and what a finger has touched", async () => {
    const [page] = await site.open(ADDRESS, { viewport: { width: 360, height: 740 }, hasTouch: true });
    await played(page);
    expect((await page.locator("header").first().boundingBox())?.height).toBeLessThanOrEqual(72);
    const loss = await chart(page, "Loss").boundingBox();
    expect((loss?.y ?? Number.NaN) + (loss?.height ?? 0)).toBeLessThanOrEqual(740);
    const top = async (name: string) => (await chart(page, name).boundingBox())?.y ?? Number.NaN;
    expect(await top("Augmented pairs")).toBeLessThan(await top("Diagnostics"));
    expect(await page.evaluate(smallTargets, 24)).toEqual([]);

    await chart(page, "Loss").getByRole("group").tap();
    await page.getByText(/^cursor at step/).waitFor();
  });
});
