import { formatTick } from "../../../i18n/format";
import type { Axis } from "./scales";

/** Room around the plotting area, in pixels; the cursor counts on it. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Small letters, and no name below the x axis. */
  small: boolean;
}

export const FRAME: Frame = { left: 46, right: 14, top: 10, bottom: 36, small: false };
export const SMALL_FRAME: Frame = { left: 36, right: 12, top: 8, bottom: 18, small: true };

/** Pixels of a digit in the two sizes of letters, and between a tick's number and the plot. */
const DIGIT = { small: 5.7, large: 6.2 };
const GAP = 9;

/** Least room between two numbers below the x axis. */
const APART = 8;

/**
 * The ticks that a horizontal axis has room for: every second or third of them where all would overlap, so that steps stay even.
 * @param room width of the axis, in pixels
 */
export function fitting(ticks: number[], room: number, small: boolean, format = formatTick): number[] {
  const longest = Math.max(0, ...ticks.map((tick) => format(tick).length));
  const needed = longest * (small ? DIGIT.small : DIGIT.large) + APART;
  const between = room / Math.max(1, ticks.length - 1);
  const every = Math.max(1, Math.ceil(needed / between - 1e-9));
  return ticks.filter((_, i) => i % every === 0);
}

/** The frame with room for the numbers of the y axis, which are longer than usual where values are tiny. */
export function frameFor(frame: Frame, { ticks }: Axis): Frame {
  const longest = Math.max(0, ...ticks.map((tick) => formatTick(tick).length));
  const left = Math.ceil(longest * (frame.small ? DIGIT.small : DIGIT.large) + GAP);
  return left > frame.left ? { ...frame, left } : frame;
}
