import { describe, expect, test } from "vitest";
import { CAPTIONS } from "../../src/session/tour/captions";
import { IS_THOROUGH } from "../support/thorough";
import { withBrowser } from "./browser";
import { LONG_ADDRESS } from "./tiny";

const site = withBrowser();

describe("the guided minute", () => {
  test.runIf(IS_THOROUGH)(
    "leads over a live run by the keyboard, says what it shows, and leaves the run alone when it ends",
    async () => {
      const [page, complaints] = await site.open(`#tour&${LONG_ADDRESS}&backend=wasm`, {
        reducedMotion: "reduce",
      });
      const caption = page.getByRole("region", { name: "One-minute tour" });
      await caption.getByText(`1 of ${CAPTIONS.length}`).waitFor();
      await page.getByRole("button", { name: "Pause" }).waitFor();
      expect(await page.evaluate(() => window.location.hash)).not.toContain("tour");
      // Numbers of the run that trains.
      await caption
        .getByText(/^\d+\.\d%$/)
        .first()
        .waitFor();
      const stepAt = () => page.evaluate(() => window.playground.record().stepsDone);

      for (let n = 2; n <= CAPTIONS.length; n++) {
        await page.keyboard.press("ArrowRight");
        await caption.getByText(`${n} of ${CAPTIONS.length}`).waitFor();
      }
      await page.keyboard.press("ArrowLeft");
      await caption.getByText(`${CAPTIONS.length - 1} of ${CAPTIONS.length}`).waitFor();
      // Whoever scrolls away is left alone, also when the page grows.
      await page.setViewportSize({ width: 1280, height: 480 });
      await page.evaluate(() => {
        window.scrollTo(0, 0);
        document.body.append(document.createElement("hr"));
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      await page.keyboard.press("Escape");
      await caption.waitFor({ state: "detached" });

      const step = await stepAt();
      await expect.poll(stepAt).toBeGreaterThan(step);
      expect(complaints.list).toEqual([]);
    },
  );
});
