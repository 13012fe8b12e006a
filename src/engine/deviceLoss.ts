import type { Said } from "../i18n/message";

/**
 * A device that is lost takes all that lay on it along, and some of what waits for it waits without end (a fence of a lost WebGL
 * context). So nothing here is mended: whoever watches replaces the whole thread.
 */

/** The news of a loss may come after what failed by it, in milliseconds. */
const NEWS_WITHIN = 100;

let watcher: ((said: Said) => void) | null = null;
let isLost = false;

/** @param lost called once a device of this thread is gone; whoever calls this replaces the thread then */
export function watchDevices(lost: (said: Said) => void): void {
  watcher = lost;
}

/** To be called by a device that is gone, with what it says. */
export function reportLoss(said: Said): void {
  if (!isLost) watcher?.(said);
  isLost = watcher !== null;
}

/**
 * To be awaited where work has failed, before anybody is told: where that is because of a lost device and this thread is replaced, it
 * never resolves, since what failed is done again elsewhere.
 */
export async function unlessReplaced(): Promise<void> {
  if (!watcher) return;
  await new Promise((resolve) => setTimeout(resolve, NEWS_WITHIN));
  if (isLost) await new Promise(() => undefined);
}
