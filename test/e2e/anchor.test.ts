import type { Locator } from "playwright";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

const site = withBrowser();

test.runIf(IS_THOROUGH)(
  "one anchor is chosen and followed while it trains, kept in a pause, and left by Escape",
  async () => {
    const [page, complaints] = await site.open(`#${TINY_ADDRESS}&steps=1000000&backend=wasm`);
    const card = page.getByRole("region", { name: "One anchor" });
    const dots = page.getByRole("slider", { name: "Samples in the embedding of InfoNCE" });
    await page.getByRole("button", { name: "Play" }).click();
    // The anchors are the first of the samples.
    await dots.press("Home");
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
  },
);

test.runIf(IS_THOROUGH)(
  "the embedding shows a sample with its neighbors, a class by a press, and the run looked back at",
  async () => {
    const [page, complaints] = await site.open(
      `#${TINY_ADDRESS.replace("projection=2", "projection=3")}&steps=6&backend=wasm`,
    );
    const card = page.locator("[data-panel=embedding]");
    const [map, other] = ["InfoNCE", "FlatNCE"].map((arm) =>
      card.getByRole("slider", { name: `Samples in the embedding of ${arm}` }),
    ) as [Locator, Locator];
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBe(6);
    await map.press("End");
    const name = await map.getAttribute("aria-valuetext");
    expect(await other.getAttribute("aria-valuetext")).toBe(name);
    await card.getByRole("img", { name: "view 2" }).waitFor();
    expect(await card.getByRole("button", { name: /^sample .*, similarity/ }).count()).toBe(10);
    await map.press("ArrowLeft");
    await map.press("ArrowRight");
    expect(await map.getAttribute("aria-valuetext")).toMatch(/^sample \d+/);
    await card.getByRole("button", { name: /^All of / }).click();
    expect(await other.getAttribute("aria-valuetext")).toMatch(/^\d+ samples chosen/);
    await page.keyboard.press("Escape");
    expect(await other.getAttribute("aria-valuetext")).toBe("none chosen");

    // From the legend: a class that is left out comes back with being chosen.
    const legend = card.getByRole("toolbar", { name: "Classes" });
    const entry = legend.getByRole("button").first();
    await entry.press("Enter");
    expect(await entry.getAttribute("aria-pressed")).toBe("false");
    await legend.getByRole("button", { name: "Choose classes, instead of leaving them out" }).press("Enter");
    await entry.press("Enter");
    expect(await other.getAttribute("aria-valuetext")).toMatch(/^\d+ samples chosen/);
    await legend.getByRole("button", { name: "Choose classes, instead of leaving them out" }).press("Enter");
    expect(await entry.getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Escape");
    await legend
      .getByRole("button")
      .nth(1)
      .click({ modifiers: ["Shift"] });
    expect(await map.getAttribute("aria-valuetext")).toMatch(/^\d+ samples chosen/);
    await page.keyboard.press("Escape");
    expect(await map.getAttribute("aria-valuetext")).toBe("none chosen");

    await card.getByText("UMAP", { exact: true }).click();
    await expect.poll(() => card.getByText(/^UMAP$/).count()).toBe(3);
    await card.getByRole("slider", { name: "Step that is shown" }).press("Home");
    await card.getByText("step 0").first().waitFor();
    await expect.poll(() => card.getByText(/^UMAP$/).count()).toBe(3);
    await card.getByRole("button", { name: "Back to the latest" }).click();
    await card.getByText("latest").waitFor();

    await card.getByRole("heading", { name: "Embedding" }).dblclick();
    const side = async () => (await map.last().boundingBox())?.width ?? 0;
    await expect.poll(side).toBeGreaterThan(250);
    await page.keyboard.press("Escape");
    await expect.poll(side).toBeLessThan(200);
    expect(await seriousProblems(page, "[data-panel=embedding]")).toEqual([]);
    expect(complaints.list).toEqual([]);
  },
);
