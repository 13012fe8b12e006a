import { useEffect, useState } from "react";
import { type AtCandidates, measureBatch, summarize } from "../../labs/bound/overCandidates";

/** Batches of one curve, and after how many of them what there is so far is drawn. */
export const BATCHES = 24;
const DRAWN_AT: readonly number[] = [4, 10, BATCHES];

/** A curve with the truth that it belongs to. */
export interface Measured {
  truth: number;
  batches: number;
  points: AtCandidates[];
}

/** Curves that are complete, by their truth: going back to one needs no work. */
const complete = new Map<number, Measured>();

/**
 * The curve of a truth, sharper with each batch. A batch takes about twenty milliseconds and the next one waits for the
 * page's other work, so that neither a drag nor the training is held up; another truth ends the work on the one before.
 */
export function useMeasured(truth: number): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  useEffect(() => {
    const known = complete.get(truth);
    if (!known) return measureInSlices(truth, setMeasured);
    setMeasured(known);
  }, [truth]);
  return measured;
}

/** @returns what ends the work */
function measureInSlices(truth: number, drawn: (measured: Measured) => void): () => void {
  const batches: ReturnType<typeof measureBatch>[] = [];
  let next = whenIdle(slice);
  function slice(): void {
    batches.push(measureBatch(truth, batches.length));
    const finished = batches.length === BATCHES;
    if (DRAWN_AT.includes(batches.length)) {
      const measured = { truth, batches: batches.length, points: summarize(batches) };
      if (finished) complete.set(truth, measured);
      drawn(measured);
    }
    if (!finished) next = whenIdle(slice);
  }
  return () => next();
}

/** Longest wait of a slice for an idle moment, and its wait where a browser knows none, in milliseconds. */
const [LONGEST, PAUSE] = [300, 30];

/** @returns what calls it off */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, PAUSE);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: LONGEST });
  return () => cancelIdleCallback(handle);
}
