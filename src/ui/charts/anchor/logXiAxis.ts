import { useMemo, useState } from "react";
import type { Axis } from "../../../record/drawn/scales";
import type { LogXiHistogram } from "../../../record/events";
import { useShownRun } from "../../context";

/** Which part of log xi the weights and their histogram show: where the curves bend, and where the anchors of a run have been. */

/** Where InfoNCE's weight falls from all to nothing, and a little beyond. */
export const CURVES: Window = { from: -8, to: 4 };
/** The window grows by whole pieces, so that it moves at most a few times in a run. */
const PIECE = 4;
/** Share of an arm's anchors that may lie beyond either end. */
const BEYOND = 0.02;

interface Window {
  from: number;
  to: number;
}

type Bins = Pick<LogXiHistogram, "from" | "width">;

/** The window with room for a histogram: it grows with a run, and never shrinks. */
export function widened(window: Window, histogram: LogXiHistogram): Window {
  const extents = histogram.counts
    .map((counts) => extentOf(Array.from(counts), histogram))
    .filter((one) => one !== null);
  return {
    from: Math.min(window.from, ...extents.map(({ from }) => Math.floor(from / PIECE) * PIECE)),
    to: Math.max(window.to, ...extents.map(({ to }) => Math.ceil(to / PIECE) * PIECE)),
  };
}

/** Where an arm's anchors lie, but for the few at either end; null where it has none. */
function extentOf(counts: number[], { from, width }: Bins): Window | null {
  const few = BEYOND * counts.reduce((sum, count) => sum + count, 0);
  const first = firstBeyond(counts, few);
  if (first < 0) return null;
  return { from: from + first * width, to: from + (counts.length - firstBeyond(counts.toReversed(), few)) * width };
}

/** The first place up to which more than `few` were counted; -1 where there is none. */
function firstBeyond(counts: number[], few: number): number {
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum > few;
  });
}

/** The axis of a window. */
export function axisOf({ from, to }: Window): Axis {
  const every = to - from > 4 * PIECE ? PIECE : PIECE / 2;
  return { domain: [from, to], ticks: Array.from({ length: (to - from) / every + 1 }, (_, i) => from + i * every) };
}

/** The axis that holds what a run has shown so far; another run begins anew. */
export function useLogXiAxis(histogram: LogXiHistogram | null): Axis {
  const run = useShownRun((run) => run?.startedAt);
  const [kept, setKept] = useState({ run, window: CURVES });
  const before = kept.run === run ? kept.window : CURVES;
  const window = histogram ? widened(before, histogram) : before;
  if (kept.run !== run || window.from !== before.from || window.to !== before.to) setKept({ run, window });
  return useMemo(() => axisOf({ from: window.from, to: window.to }), [window.from, window.to]);
}
