import { useSyncExternalStore } from "react";
import { useSelect } from "../context";
import { TYPE } from "../typeScale";

/** The size of a chart's numbers and names, by its name in the scale of type. */
export type TextSize = "caption" | "body" | "title" | "display";

/**
 * How large a chart is written: larger where it is enlarged, and for a room larger still, also where all of them are shown
 * in a large window. What the style sheet makes of it (`data-text`) and what a drawing leaves room for are one.
 */
export function useTextSize(name: string): TextSize {
  const forRoom = useSyncExternalStore(listenToWindow, sizeForRoom);
  const enlarged = useSelect((state) => state.page === "race" && state.enlarged === name);
  const projector = useSelect((state) => state.view.projector);
  if (enlarged) return projector ? "display" : "body";
  return projector ? forRoom : "caption";
}

/** The same in pixels. */
export function useTextPixels(name: string): number {
  return TYPE[useTextSize(name)];
}

/** From this size of the window on, all large charts have room for larger text, in pixels. */
const TALL = 900;
const WIDE = 1600;

/** About a hundredth of the window's width, which is read from the back of a room. */
function sizeForRoom(): TextSize {
  if (window.innerHeight < TALL) return "body";
  return window.innerWidth >= WIDE ? "display" : "title";
}

function listenToWindow(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}
