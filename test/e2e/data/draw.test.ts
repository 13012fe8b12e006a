import type { Page } from "playwright";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { seriousProblems, withBrowser } from "../browser";
import { TINY_ADDRESS } from "../tiny";

const site = withBrowser();

/** Draws a line through places of the plane from -1 to 1. */
async function stroke(page: Page, places: readonly (readonly [number, number])[]): Promise<void> {
  const { x: left, y: top, width, height } = (await page.getByRole("application").boundingBox())!;
  const move = ([x, y]: readonly [number, number]) =>
    page.mouse.move(left + ((x + 1) / 2) * width, top + ((1 - y) / 2) * height);
  await move(places[0]!);
  await page.mouse.down();
  for (const place of places.slice(1)) await move(place);
  await page.mouse.up();
}

const points = (page: Page, count: number) => page.getByText(new RegExp(`^${count} points?\\.`)).waitFor();

test.runIf(IS_THOROUGH)("points are drawn by class, kept, trained on, and drawn on after a reload", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm&steps=4`);
  await page.getByRole("button", { name: "Draw points" }).click();
  const use = page.getByRole("button", { name: "Use these points" });
  await page.getByText("12 points at least, for batches of 4: 12 to go.").waitFor();
  expect(await use.isDisabled()).toBe(true);
  await stroke(page, [
    [-0.5, 0.8],
    [-0.5, 0],
    [-0.5, -0.8],
  ]);
  // One where it began, and one for each fiftieth of the plane's reach.
  await page.getByRole("radio", { name: /^1 8[01]$/ }).waitFor();
  await page.keyboard.press("Control+z");
  await points(page, 0);
  await page.keyboard.press("Control+y");
  await page.getByRole("radio", { name: /^2/ }).check();
  await stroke(page, [
    [0.5, 0.8],
    [0.5, 0.4],
  ]);
  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByText("2 at 0.6, 0.4.").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Paste coordinates" }).click();
  await page.getByRole("textbox", { name: "Coordinates" }).fill("0.7, 0.1, 2\n0.8, none");
  await page.getByRole("button", { name: "Add points" }).click();
  await page.getByText('1 point added, 1 line left out. Line 2, y: "none" is no number.').waitFor();
  if (IS_THOROUGH) expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
  await use.click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Play" }).click();
  const record = () => page.evaluate(() => window.playground.record());
  await expect.poll(async () => (await record()).stepsDone).toBe(4);
  expect((await record()).config.dataset).toMatchObject({ id: "files", name: "drawing 1.csv" });
  expect((await record()).summary.knnAccuracy?.[0]?.n).toBe(2);
  await page.reload();
  await page.evaluate(() => window.playground.ready);
  expect((await page.evaluate(() => window.playground.record())).config.dataset).toMatchObject({
    name: "drawing 1.csv",
  });
  await page.getByRole("button", { name: "Draw on drawing 1.csv" }).click();
  await page.getByRole("radio", { name: /^1 8[01]$/ }).waitFor();
  expect(complaints.list).toEqual([]);
});
