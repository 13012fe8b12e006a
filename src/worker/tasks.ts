import { yieldToEventLoop } from "./yield";

/** Long work that says where it can be interrupted, by yielding there. */
export type Interruptible<T> = Generator<void, T, void>;

/** Most time of a task, in milliseconds: a page that scrolls has 16 for a frame. */
const LONGEST = 8;

/** All of it before anything else. */
export function atOnce<T>(work: Interruptible<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** In tasks that are short, between which whatever has happened meanwhile is handled. */
export async function inTasks<T>(work: Interruptible<T>): Promise<T> {
  for (let begun = performance.now(); ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - begun < LONGEST) continue;
    await yieldToEventLoop();
    begun = performance.now();
  }
}
