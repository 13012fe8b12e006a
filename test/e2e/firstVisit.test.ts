import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { AUTOPLAY_STEPS } from "../../src/session/visit/autoplay";
import { IS_THOROUGH } from "../support/thorough";
import { withBrowser } from "./browser";

const site = withBrowser();

/** The charts that tell the story. */
const STORY = ["Loss", "Weight of an anchor", "Gradient variance", "Accuracy"];

function stepsDone(page: Page): Promise<number> {
  return page.evaluate(() => window.playground.record().stepsDone);
}

describe("a first visit", () => {
  test("trains by itself for a while, shows the story without scrolling, and waits for Play", async () => {
    const [page, complaints] = await site.open("", { viewport: { width: 1280, height: 720 } });
    await page.getByText("Paused to spare your machine").waitFor();
    expect(await stepsDone(page)).toBe(AUTOPLAY_STEPS);
    for (const name of STORY) {
      const box = await page.getByRole("region", { name, exact: true }).boundingBox();
      expect((box?.y ?? Number.NaN) + (box?.height ?? 0), name).toBeLessThanOrEqual(720);
    }

    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(AUTOPLAY_STEPS);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor();
    expect(await page.getByText("Play goes on").count()).toBe(0);
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)("waits for Play from the beginning where a link asks for it", async () => {
    const [page] = await site.open("#autoplay=0");
    await page.waitForTimeout(1000);
    expect(await stepsDone(page)).toBe(0);
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});
