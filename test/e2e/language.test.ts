import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

/**
 * The page in a language for those who build it: accents on every letter that was translated, a third longer. What is left in
 * plain letters nobody translates; what is wider than its box would be cut off in a longer language than English.
 */

const site = withBrowser();

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };

/** Names, formulas and units, which are the same in every language, and what the browser or a device says of itself. */
const SAME_EVERYWHERE = new RegExp(
  [
    "InfoNCE|FlatNCE|FLO|NWJ|JSD|DV|SMILE|SimCLR|LARS|SGD|Adam|DCL|ResNet|CIFAR|SwiftShader",
    "WebGPU|WebGL|WASM|CPU|float\\d+(e4m3)?|bfloat16|e4m3",
    // Names of encoders and optimizers as they stand in a config, and what a backend says of itself.
    "\\b(mlp|convnet|resnet|sgd|adam|lars|wasm)\\b|\\((relaxed )?SIMD[^)]*\\)",
    // Tensors by their layers, beside the rows of a chart.
    "\\w+/(weights|bias|scale|offset)",
    "https?:\\S*",
    // Dates and lists, which the browser writes.
    "\\d{1,2} \\S+ \\d{4}|\\d{1,2} \\S+, \\d{2}:\\d{2}| et ",
  ].join("|"),
  "g",
);

/** Words that no text in another language has; names and paths of settings are made of other ones. */
const ENGLISH = /\b(the|of|and|is|are|not|with|what|which|this|each|at|by|press|step|steps|show|more)\b/i;

/** What users bring, what the device is called, what stands on keys, code, and drawn formulas. */
const NOT_SAID = "code, kbd, script, style, math, .katex, option, [data-untranslated]";

/**
 * Boxes that cut off on purpose: what they hold is data, and is whole elsewhere; and units of small charts, beside which the
 * chart's name is worth more.
 */
const MAY_CUT = "[class*=_unit_], [data-untranslated], [data-untranslated] *, .mantine-Input-input, input, canvas";

interface Findings {
  /** Visible texts, and what screen readers say, with plain letters in them. */
  plain: string[];
  /** Texts that are wider than the box that cuts them off. */
  cut: string[];
}

/** Looks through all that is shown, the texts of drawings included. @param within a part of the page alone */
function look(page: Page, within = "body"): Promise<Findings> {
  return page.evaluate(
    ([same, notSaid, mayCut, within]) => {
      const root = document.querySelector(within) ?? document.body;
      const isShown = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const left = (text: string) => text.replace(new RegExp(same, "g"), "").match(/[A-Za-z]{2,}/g);
      const plain = new Set<string>();
      const note = (where: string, text: string) => {
        const found = left(text);
        if (found) plain.add(`${where}: ${found.slice(0, 4).join(" ")} in ${text.trim().slice(0, 100)}`);
      };
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent && isShown(parent) && !parent.closest(notSaid))
          note(parent.tagName.toLowerCase(), node.textContent ?? "");
      }
      for (const name of ["aria-label", "title", "placeholder", "alt"])
        for (const element of root.querySelectorAll(`[${name}]`))
          if (isShown(element) && !element.closest(notSaid)) note(name, element.getAttribute(name) ?? "");
      const cut = new Set<string>();
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (!isShown(element) || element.matches(mayCut) || !element.textContent?.trim()) continue;
        const { overflowX, position, clipPath } = getComputedStyle(element);
        const isHidden = element.clientWidth <= 1 || (position === "absolute" && clipPath !== "none");
        if (isHidden || !["hidden", "clip"].includes(overflowX)) continue;
        if (element.scrollWidth > element.clientWidth + 1)
          cut.add(`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 80)}`);
      }
      return { plain: [...plain], cut: [...cut] };
    },
    [SAME_EVERYWHERE.source, NOT_SAID, MAY_CUT, within] as const,
  );
}

/** Whether the page can be moved sideways, because something in it is wider than the screen. */
function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}

async function expectWhole(page: Page, place: string): Promise<void> {
  // A formula is TeX until what sets it has come.
  await expect.poll(async () => (await look(page)).plain, { message: `untranslated: ${place}` }).toEqual([]);
  const findings = await look(page);
  expect.soft(findings.cut, `cut off: ${place}`).toEqual([]);
  expect.soft(await isTooWide(page), `wider than the screen: ${place}`).toBe(false);
}

/** Opens one menu after the other. */
async function expectMenus(page: Page): Promise<void> {
  const buttons = page.locator("button[aria-haspopup=menu]:visible:enabled");
  for (let i = 0; i < (await buttons.count()); i++) {
    await buttons.nth(i).click();
    await page.getByRole("menu").waitFor();
    expect.soft((await look(page, "[role=menu]")).plain, `untranslated: menu ${i}`).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "hidden" });
  }
}

/** What is shown, without what is folded. */
function shownText(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the text of the document has what is folded as well
  return page.locator("body").innerText();
}

const open = (size: keyof typeof SIZES, hash: string) =>
  site.open(`?lang=pseudo#${hash}`, { viewport: SIZES[size], locale: "en-GB" });

/** `npm test` looks at a desktop alone. */
const LOOKED_AT = (Object.keys(SIZES) as (keyof typeof SIZES)[]).filter((size) => IS_THOROUGH || size === "desktop");

describe.each(LOOKED_AT)("in another language, on a %s", (size) => {
  test("the Race, its settings, its data and its help are translated and fit", async () => {
    const [page, complaints] = await open(size, `${TINY_ADDRESS}&steps=20&backend=wasm`);
    await expectWhole(page, "Race, before it is played");
    await page.evaluate(() => window.playground.step(2));
    await expectWhole(page, "Race");
    await expectMenus(page);
    if (size === "phone") await page.locator("button[aria-controls]:has(+ div aside)").click();
    const folded = page.locator("aside").getByRole("button", { name: "Ṁööŕéé", exact: true });
    while ((await folded.count()) > 0) await folded.first().click();
    await expectWhole(page, "settings");
    await page.locator("aside li button").first().click();
    await expectWhole(page, "an arm");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Ļööööķ ååţ ţĥéé ðååţåå" }).click();
    await page.getByRole("tab").first().waitFor();
    await expectWhole(page, "data");
    await page.getByRole("tab").nth(1).click();
    await expectWhole(page, "views of the data");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await expectWhole(page, "help");
    expect(complaints.list).toEqual([]);
  });

  test.each(IS_THOROUGH ? ["sweep", "bound", "precision"] : ["sweep"])(
    "the lab %s is translated and fits",
    async (lab) => {
      const [page] = await open(size, `${TINY_ADDRESS}&backend=wasm&lab=${lab}`);
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      await expectWhole(page, lab);
    },
  );
});

describe("the language", () => {
  test("is exchanged while the page is open, and kept", async () => {
    const [page] = await open("desktop", `${TINY_ADDRESS}&backend=wasm`);
    await page.getByRole("button", { name: "Þļååý" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("fr");
    await page.getByRole("button", { name: /^Ļååñĝûûååĝéé$/ }).click();
    await page.getByRole("menuitem", { name: "English" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en-GB");
    expect(await page.evaluate(() => localStorage.getItem("flatnce-language"))).toBe("en");
    expect((await look(page)).plain.length).toBeGreaterThan(50);
    // What is folded is said anew when it is unfolded, and not before.
    await expect.poll(() => shownText(page)).not.toContain("îî");
    const folded = page.locator("aside").getByRole("button", { name: "More", exact: true });
    while ((await folded.count()) > 0) await folded.first().click();
    await expect.poll(() => shownText(page)).not.toContain("îî");
  });

  test.runIf(IS_THOROUGH)("is Chinese by the address, and by the browser", async () => {
    const hash = `#${TINY_ADDRESS}&backend=wasm`;
    const [asked] = await site.open(`?lang=zh${hash}`, { viewport: SIZES.desktop, locale: "en-GB" });
    await asked.getByRole("button", { name: "播放", exact: true }).waitFor();
    expect(await asked.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    expect((await look(asked)).plain.filter((found) => ENGLISH.test(found))).toEqual([]);
    const [wished] = await site.open(hash, { viewport: SIZES.desktop, locale: "zh-CN" });
    await wished.getByRole("button", { name: "播放", exact: true }).waitFor();
  });
});
