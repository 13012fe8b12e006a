import type { Playground } from "../playground";

/** Has the current run kept when the page can no longer be seen, and once more when it goes: a reload in the middle of a run leaves its curves. */
export function keepOnLeaving(window: Window, playground: Playground): void {
  window.document.addEventListener("visibilitychange", () => {
    if (window.document.hidden) void playground.keepRun();
  });
  window.addEventListener("pagehide", () => void playground.keepRun(true));
}
