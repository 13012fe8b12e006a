import type { Placing, XAxisId } from "../../record/drawn/xAxis";
import type { XScale } from "../../record/drawn/xScale";

/** The x axis of a chart that is not simply all steps of its runs: as somebody has set it on the page. */
export interface Along extends Pick<XScale, "log" | "whole"> {
  axis: XAxisId;
  /** What is written below it. */
  name: string;
  /** Where the steps of each run lie, in the order of the runs; null where that cannot be said of one, which is left out. */
  places: readonly (Placing | null)[];
  /** What of it is shown, in its own units; null: all there is. */
  zoom: readonly [number, number] | null;
}

/** All steps, one beside the other. */
const BY_STEP: Placing = (step) => step;

/** Where the steps of a run lie; null where it has no place. @param run its place among the runs */
export function placingOf(along: Along | null, run: number): Placing | null {
  return along ? (along.places[run] ?? null) : BY_STEP;
}
