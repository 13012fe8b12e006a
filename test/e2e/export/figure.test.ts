import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { seriousProblems, withBrowser } from "../browser";
import { TINY_ADDRESS } from "../tiny";

const site = withBrowser();

test.runIf(IS_THOROUGH)(
  "charts leave as one figure, and what the preview shows is what is saved, on a phone too",
  async () => {
    const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm`, {
      viewport: { width: 360, height: 740 },
    });
    await page.evaluate(() => window.playground.step(2));
    // The page may load nothing from addresses of its own making but pictures: what they are made of is kept aside.
    await page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      const made: Record<string, Blob> = {};
      URL.createObjectURL = (blob: Blob) => {
        const address = make(blob);
        made[address] = blob;
        return address;
      };
      Object.assign(window, { made });
    });
    const loss = page.getByRole("region", { name: "Loss", exact: true });
    await loss.getByRole("button", { name: "Options of the chart Loss" }).click();
    await page.getByRole("menuitem", { name: "Figure\u2026" }).click();
    const dialog = page.getByRole("dialog");
    const preview = dialog.getByRole("img", { name: "The figure as it will be saved" });
    await preview.waitFor();
    await dialog.getByRole("checkbox", { name: "Linear probe accuracy" }).check();
    await dialog.getByText("Page, 178 mm").click();
    await dialog.getByText(/^178 \u00d7 .* mm, text of 7.5 pt/).waitFor();
    await dialog.getByRole("textbox", { name: "Caption" }).fill("What came of it.");
    expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
    const shown = () =>
      preview.evaluate(async (image: HTMLImageElement) => {
        const { made } = window as unknown as { made: Record<string, Blob> };
        return (await made[image.src]?.text()) ?? "";
      });
    await expect.poll(shown).toContain(">What came of it.</text>");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "SVG" }).click(),
    ]);
    expect(readFileSync(await file.path(), "utf8")).toBe(await shown());
    expect(await preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(178);
    expect(complaints.list).toEqual([]);
  },
);
