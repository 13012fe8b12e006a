import type { Axis } from "../../../record/drawn/scales";
import type { Frame } from "./frame";

/** From pixels of a chart to its x axis and back. */
export interface Across {
  width: number;
  frame: Pick<Frame, "left" | "right">;
  domain: Axis["domain"];
  log: boolean;
}

/** How far beyond the plot a pointer still counts as at its end, as a share of the width. */
const SLACK = 0.02;

/** Pixels from the left edge of the chart; null beyond the axis. */
export function offsetOf(x: number, { width, frame, domain: [from, to], log }: Across): number | null {
  if (!(x >= from && x <= to)) return null;
  const share = log ? Math.log(x / from) / Math.log(to / from) : (x - from) / (to - from);
  return frame.left + share * (width - frame.left - frame.right);
}

/** Place on the axis of so many pixels from the left edge; null where that is well beside the plot. */
export function placeOf(offset: number, { width, frame, domain: [from, to], log }: Across): number | null {
  const share = (offset - frame.left) / (width - frame.left - frame.right);
  if (share < -SLACK || share > 1 + SLACK) return null;
  const within = Math.min(1, Math.max(0, share));
  return log ? from * (to / from) ** within : from + within * (to - from);
}
