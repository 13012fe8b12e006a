/** The guided minute, as data: six captions that move from panel to panel over a live run. Its words are `ui/tour/texts.ts`. */

export type CaptionId = "loss" | "anchor" | "forces" | "variance" | "accuracy" | "next";

export interface Caption {
  id: CaptionId;
  /** The panel that it speaks of: one with this `data-panel`. */
  panel: "loss" | "anchor" | "forces" | "variance" | "accuracy" | "experiment";
  /** Time to read it and to look, in seconds. */
  seconds: number;
  /** Update until which its panel has little to show. */
  step: number;
}

export const CAPTIONS: readonly Caption[] = [
  { id: "loss", panel: "loss", seconds: 11, step: 20 },
  { id: "anchor", panel: "anchor", seconds: 12, step: 60 },
  { id: "forces", panel: "forces", seconds: 12, step: 100 },
  { id: "variance", panel: "variance", seconds: 12, step: 150 },
  { id: "accuracy", panel: "accuracy", seconds: 11, step: 200 },
  { id: "next", panel: "experiment", seconds: 9, step: 0 },
];

/** Where the tour stands. */
export interface TourStand {
  /** Place of the caption that is shown. */
  at: number;
  /** When it came, in milliseconds. */
  since: number;
  /** Somebody turned the captions: from then on they wait for the next turn. */
  byHand: boolean;
}

/** Longest wait for a run that is slow, as a multiple of the reading time. */
const PATIENCE = 2;

/**
 * Whether the next caption comes by itself: this one has been there long enough, and its panel has something to show or the
 * run is too slow for that. The last one stays.
 */
export function isOver({ at, since, byHand }: TourStand, { step, now }: { step: number; now: number }): boolean {
  const caption = CAPTIONS[at];
  if (!caption || byHand || at === CAPTIONS.length - 1) return false;
  const seconds = (now - since) / 1000;
  return seconds >= caption.seconds && (step >= caption.step || seconds >= PATIENCE * caption.seconds);
}

/** The caption before or after; null behind the last one. Before the first one there is none. */
export function turned({ at }: TourStand, by: 1 | -1, now: number): TourStand | null {
  const next = Math.max(0, at + by);
  return next < CAPTIONS.length ? { at: next, since: now, byHand: true } : null;
}
