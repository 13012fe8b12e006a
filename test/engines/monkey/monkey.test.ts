import { describe, expect, inject, onTestFinished, test } from "vitest";
import { TINY_ADDRESS } from "../../e2e/tiny";
import { becomes } from "../becomes";
import { ENGINES } from "../drivers";
import type { EnginePage } from "../drivers/types";
import { giveHand } from "./hand";

/** A thousand things done at random, in each engine: nothing breaks, and what is there at last is there again by its link. */

const SEED = Number(process.env.MONKEY_SEED ?? 7);
const COUNT = Number(process.env.MONKEY_ACTIONS ?? 1000);
const AT_A_TIME = 25;

const ADDRESS = `#${TINY_ADDRESS}&backend=wasm&steps=40&autoplay=0`;
/** Said where a part of the page broke. */
const BROKEN = "This part of the page broke";

/** Waits for the page, which may have been loaded anew by what was pressed, and gives it a hand. */
async function ready(page: EnginePage, seed: number): Promise<void> {
  await becomes(page, "window.playground !== undefined");
  await page.evaluate(`window.hand ? null : (${giveHand})(${seed})`);
}

async function expectWhole(page: EnginePage, done: readonly string[]): Promise<void> {
  const text = await page.evaluate<string>("document.body.innerText");
  expect(text.length, `after ${done.join("; ")}`).toBeGreaterThan(200);
  expect(text, `after ${done.join("; ")}`).not.toContain(BROKEN);
  expect(await page.complaints(), `after ${done.join("; ")}`).toEqual([]);
}

describe.each(Object.values(ENGINES))("$name", (engine) => {
  test("survives a monkey, and its state has a link", { timeout: 60 * 60_000 }, async (context) => {
    const missing = engine.missing();
    context.skip(missing !== null, missing ?? "");
    const page = await engine.open({ width: 1280, height: 720, scheme: "light" });
    onTestFinished(() => page.close());
    await page.goto(`${inject("siteUrl")}${ADDRESS}`);
    for (let done = 0; done < COUNT; done += AT_A_TIME) {
      await ready(page, SEED + done);
      // A reload takes the hand along, in the middle of what it does.
      const acts = await page.evaluate<string[]>(`hand.act(${AT_A_TIME})`).catch((error: unknown) => [String(error)]);
      await ready(page, SEED + done);
      await expectWhole(page, acts);
    }
    await page.evaluate("playground.pause()");
    const link = await page.evaluate<string>("location.href");
    await page.goto("about:blank");
    await page.goto(link);
    await ready(page, SEED);
    await becomes(page, `location.href === ${JSON.stringify(link)}`);
  });
});
