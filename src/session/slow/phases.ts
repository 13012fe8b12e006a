/** One update in slow motion, as data: six phases of the same numbers. Its words are `ui/slow/texts.ts`. */

export type PhaseId = "batch" | "views" | "embeddings" | "similarities" | "forces" | "update";

export interface Phase {
  id: PhaseId;
  /** At the pace 1: how long its drawing moves, and how long it then stands still to be looked at, in seconds. */
  moves: number;
  stands: number;
}

export const PHASES: readonly Phase[] = [
  { id: "batch", moves: 1.2, stands: 2.5 },
  { id: "views", moves: 1.6, stands: 3 },
  { id: "embeddings", moves: 1.6, stands: 3 },
  { id: "similarities", moves: 3, stands: 3 },
  { id: "forces", moves: 2, stands: 5 },
  { id: "update", moves: 2.5, stands: 3 },
];

/** As many times as fast. */
export const PACES = [0.5, 1, 2] as const;
export type Pace = (typeof PACES)[number];

/** How far the drawing of a phase has moved, 0..1, and whether its time is over, so many seconds after it came. */
export function progressAt({ moves, stands }: Phase, seconds: number, pace: Pace): { moved: number; isOver: boolean } {
  const passed = seconds * pace;
  return { moved: Math.min(1, passed / moves), isOver: passed >= moves + stands };
}
