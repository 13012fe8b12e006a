import type { Page } from "playwright";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

const site = withBrowser();

const PHASES = ["Batch", "Two views", "Embeddings", "Similarities", "Pull and push", "Update"];

const phase = (page: Page) => page.locator("[aria-current=step]").textContent();

/** Of every anchor of an arm: the filled arrow's length as a share of its outline's, and the weight that is written beside it. */
function arrows(page: Page, arm: number) {
  return page.locator(`[data-arm='${arm}']`).evaluate((figure) => {
    const length = (arrow: Element | undefined) => {
      const line = arrow?.querySelector("line");
      const [tip = ""] = arrow?.querySelector("polygon")?.getAttribute("points")?.split(" ") ?? [];
      const [x = 0, y = 0] = tip.split(",").map(Number);
      return Math.hypot(x - Number(line?.getAttribute("x1")), y - Number(line?.getAttribute("y1")));
    };
    const weights = [...figure.querySelectorAll("[data-weight]")].map((item) =>
      Number(item.getAttribute("data-weight")),
    );
    return [...figure.querySelectorAll("[data-anchor]")].map((anchor, i) => ({
      weight: weights[i] as number,
      shares: [...anchor.querySelectorAll("[data-force]")].flatMap((force) => {
        const [whole, left] = force.children;
        return left ? [length(left) / length(whole)] : [];
      }),
    }));
  });
}

test.runIf(IS_THOROUGH)(
  "one step of the real run is shown phase by phase, its arrows as long as the weights, and looked back on",
  async () => {
    const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm&steps=60&view.slow=true`, {
      reducedMotion: "reduce",
    });
    await expect.poll(() => phase(page)).toBe("Batch");
    await page.getByText(/^step 0, seed \d+\. /).waitFor();
    for (const next of PHASES.slice(1)) {
      await page.keyboard.press("PageDown");
      await expect.poll(() => phase(page)).toBe(next);
      await page.getByText(`${next}. `, { exact: false }).first().waitFor({ state: "attached" });
      if (next !== "Pull and push") continue;
      for (const arm of [0, 1])
        for (const { weight, shares } of await arrows(page, arm))
          for (const share of shares) expect(share).toBeCloseTo(weight, 2);
      const [infoNce, flatNce] = [await arrows(page, 0), await arrows(page, 1)];
      expect(infoNce.map(({ weight }) => weight < 1)).toEqual([true, true, true, true]);
      expect(flatNce.map(({ weight }) => weight)).toEqual([1, 1, 1, 1]);
      expect(infoNce.flatMap(({ shares }) => shares).length).toBeGreaterThan(0);
    }
    await page.keyboard.press("PageDown");
    await page.getByText(/^step 1, seed \d+\. /).waitFor();
    await page.keyboard.press("PageUp");
    await page.getByText(/^step 0, seed \d+\. /).waitFor();
    expect(await phase(page)).toBe("Update");

    await page.getByRole("button", { name: "Train 20 steps" }).click();
    await page.getByText(/^step 21, seed \d+\. /).waitFor();
    const scrubber = page.getByRole("dialog").getByRole("slider", { name: "Step that is shown" });
    await scrubber.press("Home");
    await page.getByText(/^step 0, seed \d+\. /).waitFor();
    await page.getByRole("img", { name: /^FlatNCE: where the views/ }).waitFor();
    expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => window.location.hash)).not.toContain("view.slow");
    expect(complaints.list).toEqual([]);
  },
);

test("a clicker leads a room from the verdict to slow motion, and blanks the screen", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm&steps=60&view.lecture=true`);
  const place = (at: number) => page.getByText(`${at} / 12`, { exact: true });
  await place(0).waitFor();
  expect(await page.getByRole("slider", { name: "Steps" }).count()).toBe(0);
  const pressed = page.locator("header .mantine-Button-label, main .mantine-SegmentedControl-label");
  const letters = await pressed.evaluateAll((all) =>
    all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
  );
  expect(letters.length).toBeGreaterThan(3);
  expect(Math.min(...letters), "letters of what is pressed in a room").toBeGreaterThan(15);
  for (let at = 1; at <= 6; at++) {
    await page.keyboard.press("PageDown");
    await place(at).waitFor();
  }
  await expect.poll(() => phase(page)).toBe("Batch");
  await page.keyboard.press(".");
  const blank = page.getByRole("button", { name: /^The screen is blank/ });
  await blank.waitFor();
  await page.keyboard.press("b");
  await blank.waitFor({ state: "detached" });
  await page.keyboard.press("PageUp");
  await place(5).waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const large = page.locator("[data-enlarged]");
  expect(await large.count()).toBeGreaterThan(0);
  expect(complaints.list).toEqual([]);
});
