import type { Page } from "playwright";
import { describe, expect, inject, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { OF_COLORS, seriousProblems, withBrowser } from "../browser";
import { coveredInFocus } from "../sizes";
import { SCENES } from "./scenes";

/** All that can be shown, as all can see it: in every set of colors, enlarged, and on a phone. */

const site = withBrowser();

type Media = Parameters<Page["emulateMedia"]>[0];
interface Look {
  media?: Media;
  viewport?: { width: number; height: number };
  /** Where only colors differ. */
  rules?: string[];
}

const DESKTOP = { width: 1280, height: 720 };

/** A window of 1280 x 720 at a zoom of 200 % has as much room as one of half its size. */
const LOOKS: Record<string, Look> = {
  light: {},
  dark: { media: { colorScheme: "dark" }, rules: OF_COLORS },
  "forced colors": { media: { forcedColors: "active", colorScheme: "dark" }, rules: OF_COLORS },
  "200 %": { viewport: { width: 640, height: 360 } },
  phone: { viewport: { width: 360, height: 740 } },
};

const { SHOTS } = process.env;

/** Goes on, and names what there is. */
function expectNone(found: string[], place: string): void {
  expect.soft(found.length, [place, ...found].join("\n")).toBe(0);
}

async function wear(page: Page, { media, viewport }: Look = {}): Promise<void> {
  const colors = { colorScheme: "light", forcedColors: "none", ...media } as const;
  await page.emulateMedia(colors);
  // The page follows in a task of its own.
  await page.locator(`[data-mantine-color-scheme=${colors.colorScheme}]`).first().waitFor({ state: "attached" });
  await page.setViewportSize(viewport ?? DESKTOP);
}

describe.runIf(IS_THOROUGH)("nothing is serious for axe", () => {
  test.each(Object.entries(SCENES))("%s", async (name, { hash, act, part, isPoster }) => {
    const options = { viewport: DESKTOP };
    const [page, complaints] = await (isPoster
      ? site.openAt(inject("siteUrl") + hash, options)
      : site.open(hash, options));
    await page.getByRole("main").waitFor();
    await act?.(page);
    for (const [look, given] of Object.entries(LOOKS)) {
      const place = `${name}, ${look}`;
      await wear(page, given);
      expectNone(await seriousProblems(page, part, given.rules), place);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${place.replaceAll(/\W+/g, "-")}.png` });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(tooWide, `wider than the screen: ${place}`).toBeLessThanOrEqual(0);
    }
    await wear(page, LOOKS["200 %"]);
    expectNone(await page.evaluate(coveredInFocus, part), `covered in focus: ${name}`);
    expect(complaints.list).toEqual([]);
  });
});
