import { formatTick } from "../../../i18n/format";
import type { Axis } from "./scales";

/** Room around the plotting area, in pixels; the cursor counts on it. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** No name below the x axis. */
  small: boolean;
}

export const FRAME: Frame = { left: 48, right: 20, top: 10, bottom: 38, small: false };
export const SMALL_FRAME: Frame = { left: 40, right: 20, top: 8, bottom: 20, small: true };

/** Pixels of a digit, and between a tick's number and the plot. */
const DIGIT = 6.8;
const GAP = 9;

/** Least room between two numbers below the x axis. */
const APART = 8;

/**
 * The ticks that a horizontal axis has room for: every second or third of them where all would overlap, so that steps stay even.
 * @param room width of the axis, in pixels
 */
export function fitting(ticks: number[], room: number, format = formatTick): number[] {
  const longest = Math.max(0, ...ticks.map((tick) => format(tick).length));
  const needed = longest * DIGIT + APART;
  const between = room / Math.max(1, ticks.length - 1);
  const every = Math.max(1, Math.ceil(needed / between - 1e-9));
  return ticks.filter((_, i) => i % every === 0);
}

/** The frame with room for the numbers of the y axis, which are longer than usual where values are tiny. */
export function frameFor(frame: Frame, { ticks }: Axis): Frame {
  const longest = Math.max(0, ...ticks.map((tick) => formatTick(tick).length));
  const left = Math.ceil(longest * DIGIT + GAP);
  return left > frame.left ? { ...frame, left } : frame;
}
