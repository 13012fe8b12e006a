import { useCallback, useSyncExternalStore } from "react";
import { useSelect } from "../context";
import { type TextSize, useTextSize } from "./useTextSize";

/** Least and largest height of a drawing, what of the window's height stands beside two rows of them, and what of it a card has around its own. */
const LOW = 115;
const HIGH = 560;
const BESIDE = 490;
const AROUND = 88;
/** What the letters for a room take up more, and in a short window, where charts say no sentence, less. */
const FOR_ROOM: Readonly<Record<TextSize, number>> = { caption: 0, body: -52, title: 30, display: 104 };
/** In a window of this height the numbers have two lines more for what they say (`remarks.module.css`). */
const TALL = { from: 900, lines: 48 };
/** Where the charts stand below each other, their height does not hang on the window's. */
const NARROW = 820;
const NARROW_HEIGHT = 200;
/** In a frame, whose height is that of what it holds. */
const FRAME_HEIGHT = 230;

/**
 * How high the large charts are drawn, so that a window shows them at once.
 * @param count of them
 * @returns in pixels, without what a card has around its drawing
 */
export function useHeadlineHeight(count: number): number {
  const isFrame = useSelect((state) => state.embed.on);
  const rows = count > 2 ? 2 : 1;
  const text = useTextSize("");
  return useSyncExternalStore(
    listenToResize,
    useCallback(() => heightOfDrawings(rows, { isFrame, text }), [rows, isFrame, text]),
  );
}

function listenToResize(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}

function heightOfDrawings(rows: 1 | 2, { isFrame, text }: { isFrame: boolean; text: TextSize }): number {
  const { clientWidth, clientHeight } = document.documentElement;
  if (clientWidth <= NARROW) return NARROW_HEIGHT;
  if (isFrame) return FRAME_HEIGHT;
  const lines = clientHeight >= TALL.from ? TALL.lines : 0;
  const room = clientHeight - BESIDE - lines - FOR_ROOM[text] + (2 - rows) * AROUND;
  return Math.min(HIGH, Math.max(LOW, Math.floor(room / rows)));
}
