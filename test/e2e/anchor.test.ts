import { expect, test } from "vitest";
import { seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

const site = withBrowser();

test("one anchor is chosen and followed while it trains, kept in a pause, and left by Escape", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&steps=1000000&backend=wasm`);
  const card = page.getByRole("region", { name: "One anchor" });
  const dots = page.getByRole("slider", { name: "Anchors in the embedding of InfoNCE" });
  await page.getByRole("button", { name: "Play" }).click();
  await dots.click();
  const snapshot = card.getByText(/seed \d+, step/);
  const name = await card
    .getByText(/^sample \d, /)
    .first()
    .textContent();
  const first = await snapshot.textContent();
  await expect.poll(() => snapshot.textContent()).not.toBe(first);
  expect(
    await card
      .getByText(/^sample \d, /)
      .first()
      .textContent(),
  ).toBe(name);
  await card.getByRole("img", { name: /^FlatNCE: pulled with .*, pushed with .*; a force of .* is left/ }).waitFor();
  await card.getByRole("row", { name: /^weight \d+(\.\d+)?% 100%/ }).waitFor();

  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Play" }).waitFor();
  const rows = page.getByRole("slider", { name: "Anchors in the similarities of FlatNCE" });
  const bars = page.getByRole("slider", { name: "Anchors by log" });
  await rows.press("Home");
  await expect.poll(() => rows.getAttribute("aria-valuetext")).toMatch(/^sample 1/);
  await rows.press("ArrowDown");
  for (const place of [rows, dots, bars]) expect(await place.getAttribute("aria-valuetext")).toMatch(/^sample 2/);
  expect(await seriousProblems(page, "[aria-label='One anchor']")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => dots.getAttribute("aria-valuetext")).toBe("none chosen");
  await card.getByText(/^Choose a ringed dot/).waitFor();
  expect(complaints.list).toEqual([]);
});
