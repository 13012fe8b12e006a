import { chromium } from "playwright";
import { afterAll, describe, expect, inject, it } from "vitest";
import { findChromium } from "../../scripts/chromium";
import { IS_THOROUGH } from "../support/thorough";
import { writeDocumentation } from "./documentation";
import { clippedTexts, fingerprint, goTo } from "./inPage";
import {
  differenceFromKnown,
  knownFingerprint,
  knownPictures,
  pictureName,
  SCHEMES,
  writeFingerprint,
  writePicture,
} from "./pictures";

/** Whether pictures are written (`npm run gallery:pictures`) rather than compared. */
const WRITES = inject("galleryIsWritten");
/** Whether pictures are looked at. What assistive technology reads and what is cut off is, always. */
const TAKES_PICTURES = WRITES || IS_THOROUGH;

/** A window in which panels stand as they do on a desktop, whatever their own width; higher than any, so that none is drawn anew for its picture. */
const WINDOW = { width: 1440, height: 2400 };

/**
 * Boxes that shorten their text on purpose: the unit of a chart gives way to its name, and its explanation has both; how a run differs
 * from its preset is in its title.
 */
const SHORTENED = ["[class*=_unit_]", "[class*=_differences_]"];

const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
afterAll(() => browser.close());
const context = await browser.newContext({
  viewport: WINDOW,
  reducedMotion: "reduce",
  locale: "en-US",
  timezoneId: "UTC",
});
const page = await context.newPage();
// The first exhibit loads what all share.
page.setDefaultTimeout(120_000);
const complaints: string[] = [];
page.on("pageerror", (error) => complaints.push(error.message));
page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
await page.goto(inject("galleryUrl"));
const rooms = await page.evaluate(() => window.rooms);
const drawsAsBefore = (await page.evaluate(fingerprint)) === knownFingerprint();
const exhibits = rooms.flatMap((room) => room.exhibits);
if (WRITES) {
  writeFingerprint(await page.evaluate(fingerprint));
  writeDocumentation(rooms);
}

type Shown = (typeof exhibits)[number];

const stageOf = ({ id }: Shown) => page.locator(`[data-exhibit="${id}"][data-ready]`);

async function show(exhibit: Shown, scheme: string): Promise<void> {
  const { id, width, height } = exhibit;
  // What was shown before is not laid out once more for another window.
  await page.evaluate(goTo, { id: "none", scheme });
  await page.setViewportSize(width && height ? { width, height } : WINDOW);
  await page.evaluate(goTo, { id, scheme });
  await stageOf(exhibit).waitFor();
  // Words that come later than the rest, such as a lesson's, stand there in their raw form.
  await stageOf(exhibit).locator("[class*=_raw_][aria-busy=true]").waitFor({ state: "detached" });
}

async function checkText({ id }: Shown): Promise<void> {
  const text = await page.locator("body").ariaSnapshot();
  await expect(`${text}\n`).toMatchFileSnapshot(`snapshots/${id}.yml`);
  expect(await page.evaluate(clippedTexts, SHORTENED)).toEqual([]);
}

async function checkPicture(exhibit: Shown, scheme: string): Promise<void> {
  const name = pictureName(exhibit.id, scheme);
  if (WRITES || drawsAsBefore) {
    const png = await (exhibit.height ? page : stageOf(exhibit)).screenshot({ animations: "disabled" });
    if (WRITES) await writePicture(page, name, png);
    else expect(await differenceFromKnown(page, name, png)).toBe("");
  }
  expect(knownPictures()).toContain(name);
}

describe("the gallery", () => {
  it.each(exhibits)("shows $id", async (exhibit) => {
    for (const scheme of TAKES_PICTURES ? SCHEMES : (["light"] as const)) {
      await show(exhibit, scheme);
      if (scheme === "light") await checkText(exhibit);
      if (TAKES_PICTURES) await checkPicture(exhibit, scheme);
    }
    expect(complaints.splice(0)).toEqual([]);
  });

  it("has no picture of what is not there any more", () => {
    const wanted = exhibits.flatMap(({ id }) => SCHEMES.map((scheme) => pictureName(id, scheme)));
    expect(knownPictures().filter((name) => !wanted.includes(name))).toEqual([]);
  });
});
