import { useSyncExternalStore } from "react";
import { useSelect } from "../context";
import { TYPE } from "../typeScale";

/** The size of a chart's numbers and names, by its name in the scale of type. */
export type TextSize = "caption" | "body" | "title" | "display";

/**
 * How large a chart is written: larger where it is enlarged, and for a room larger still, also where the page has the whole
 * of a large screen. What the style sheet makes of it (`data-text`) and what a drawing leaves room for are one.
 */
export function useTextSize(name: string): TextSize {
  const isFull = useSyncExternalStore(listenToScreen, fillsLargeScreen);
  const enlarged = useSelect((state) => state.page === "race" && state.enlarged === name);
  const projector = useSelect((state) => state.view.projector);
  if (enlarged) return projector ? "display" : "body";
  return projector && isFull ? "title" : "caption";
}

/** The same in pixels. */
export function useTextPixels(name: string): number {
  return TYPE[useTextSize(name)];
}

/** From this height of the screen on, all large charts have room for larger text, in pixels. */
const LARGE = 900;

function fillsLargeScreen(): boolean {
  return document.fullscreenElement !== null && window.innerHeight >= LARGE;
}

function listenToScreen(changed: () => void): () => void {
  document.addEventListener("fullscreenchange", changed);
  window.addEventListener("resize", changed);
  return () => {
    document.removeEventListener("fullscreenchange", changed);
    window.removeEventListener("resize", changed);
  };
}
