import { setTimeout as wait } from "node:timers/promises";
import { ENGINES } from "../../test/engines/drivers";
import type { EnginePage } from "../../test/engines/drivers/types";
import { SECONDS, type Show } from "./shows";

/** A picture, and how long after the address was entered it was asked for. */
export interface Frame {
  seconds: number;
  png: Uint8Array;
}

/** Once the page has its console: a link does not play by itself. */
const PLAY = "window.playground ? (void window.playground.resume(), true) : false";

/** Opens a page as a first visit does, and takes a picture of it every now and then. */
export async function takeFrames({ engine, hash, plays, look }: Show, site: string): Promise<Frame[]> {
  const page = await ENGINES[engine].open(look);
  try {
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    const arrived = page.goto(site + hash);
    const played = plays ? arrived.then(() => press(page)) : arrived;
    const frames: Frame[] = [];
    for (const due of SECONDS) {
      await wait(Math.max(0, (due - seconds()) * 1000));
      frames.push({ seconds: seconds(), png: await page.screenshot() });
    }
    await played;
    return frames;
  } finally {
    await page.close();
  }
}

async function press(page: EnginePage): Promise<void> {
  while (!(await page.evaluate<boolean>(PLAY))) await wait(100);
}
