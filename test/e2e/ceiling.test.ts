import { expect, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

const site = withBrowser();

const TITLE = "The ceiling of a small batch";

test.runIf(IS_THOROUGH)(
  "the figure of the ceiling follows the mouse and the keys, and says what it shows",
  async () => {
    const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm`);
    const card = page.getByRole("region", { name: TITLE });
    // What stands in the card's place until it is worked out may go while it is scrolled to.
    const place = page.getByText("Being worked out.").or(card).first();
    await expect.poll(() => place.scrollIntoViewIfNeeded({ timeout: 5000 }).then(() => "seen", String)).toBe("seen");
    const settled = (text: string) => card.locator("[aria-busy=false]", { hasText: text }).waitFor();
    await settled("cannot pass 2.08 nats; the truth is 5.00 nats");

    const k = card.getByRole("slider", { name: "Number of candidates K" });
    await k.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await settled("At K = 16 the estimate cannot pass 2.77 nats");
    expect(await k.getAttribute("aria-valuetext")).toMatch(/^K = 16: the estimate is 2\.[0-7]\d nats$/);

    const truth = card.getByRole("slider", { name: "True information, in nats" });
    const box = await truth.boundingBox();
    if (!box) throw new Error("The line of the truth has no handle.");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x, box.y + 500, { steps: 3 });
    await page.mouse.up();
    await settled("above the truth of 0.00 nats. The estimate reads 0.00");
    expect(await seriousProblems(page, `section[aria-label="${TITLE}"]`)).toEqual([]);
    expect(complaints.list).toEqual([]);
  },
);
