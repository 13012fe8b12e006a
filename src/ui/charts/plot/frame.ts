import { formatTick } from "../../../i18n/format";
import type { Axis } from "../../../record/drawn/scales";
import { TYPE } from "../../typeScale";

/** Room around a plotting area, in pixels. */
export interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Size of the numbers in it. */
  text: number;
}

/** That of a plot; the cursor counts on it. */
export interface Frame extends Room {
  /** No name below the x axis. */
  small: boolean;
}

export const FRAME: Frame = { left: 48, right: 20, top: 10, bottom: 38, text: TYPE.caption, small: false };
export const SMALL_FRAME: Frame = { left: 40, right: 20, top: 8, bottom: 20, text: TYPE.caption, small: true };

/**
 * The same room for numbers of another size.
 * @param text in pixels, one of the sizes of `TYPE`
 */
export function roomFor<R extends Room>(room: R, text: number): R {
  const grown = (pixels: number) => Math.round((pixels * text) / room.text);
  const { left, right, top, bottom } = room;
  return { ...room, text, left: grown(left), right: grown(right), top: grown(top), bottom: grown(bottom) };
}

/** Pixels of a digit in a caption, and between a tick's number and the plot. */
const DIGIT = 6.8;
const GAP = 9;

/** Least room between two numbers below the x axis. */
const APART = 8;

/**
 * The ticks that a horizontal axis has room for: every second or third of them where all would overlap, so that steps stay even.
 * @param room width of the axis, in pixels
 * @param text size of the numbers, in pixels
 */
export function fitting(
  ticks: number[],
  room: number,
  { format = formatTick, text = TYPE.caption }: { format?: ((tick: number) => string) | undefined; text?: number } = {},
): number[] {
  const longest = Math.max(0, ...ticks.map((tick) => format(tick).length));
  const needed = (longest * DIGIT * text) / TYPE.caption + APART;
  const between = room / Math.max(1, ticks.length - 1);
  const every = Math.max(1, Math.ceil(needed / between - 1e-9));
  return ticks.filter((_, i) => i % every === 0);
}

/** The frame with room for the numbers of the y axis, which are longer than usual where values are tiny. */
export function frameFor(frame: Frame, { ticks }: Axis): Frame {
  const longest = Math.max(0, ...ticks.map((tick) => formatTick(tick).length));
  const left = Math.ceil((longest * DIGIT * frame.text) / TYPE.caption + GAP);
  return left > frame.left ? { ...frame, left } : frame;
}
