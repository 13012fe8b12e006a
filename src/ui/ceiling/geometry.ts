import { CANDIDATES } from "../../labs/bound/overCandidates";
import type { Axis } from "../../record/drawn/scales";
import { FRAME, type Frame, roomFor, SMALL_FRAME } from "../charts/plot/frame";
import { TYPE } from "../typeScale";

/** Where the numbers of the figure stand, and which numbers a place stands for. */

/** The truth that can be asked for, in nats, and its steps. */
export const TRUTH = { least: 0, most: 12, step: 0.25 };
export const K_AXIS: Axis = { domain: [2, 4096], ticks: [2, 8, 32, 128, 512, 2048] };
export const NATS: Axis = { domain: [0, 12], ticks: [0, 3, 6, 9, 12] };
export const SHARE: Axis = { domain: [0, 1], ticks: [0, 0.5, 1] };

/** Of the two plots above each other: the numbers of K stand below the lower one alone. */
export const UPPER: Frame = { ...SMALL_FRAME, left: FRAME.left, right: 22 };
const LOWER: Frame = { ...FRAME, right: 22 };
/** The frames of both plots for numbers of a size, in pixels. */
export function framesFor(text: number): { upper: Frame; lower: Frame } {
  return { upper: roomFor(UPPER, text), lower: roomFor(LOWER, text) };
}

/** Heights of the two, in pixels. */
export interface Heights {
  upper: number;
  lower: number;
}
export const HEIGHT: Heights = { upper: 210, lower: 128 };
/** What stands between them, in two lines at most, where it is written as a caption. */
const BETWEEN = 40;

/** Their heights in a room that is `height` high: as they are to each other elsewhere, around text of a size. */
export function heightsIn(height: number, text: number = TYPE.caption): Heights {
  const both = height - Math.ceil((BETWEEN * text) / TYPE.caption);
  const upper = Math.floor((both * HEIGHT.upper) / (HEIGHT.upper + HEIGHT.lower));
  return { upper, lower: both - upper };
}

/** How a plot is drawn: its size and the room around it. */
export interface Box {
  width: number;
  height: number;
  frame: Frame;
}

function share(value: number, [low, high]: [number, number]): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

const LOG_K = K_AXIS.domain.map(Math.log2) as [number, number];

/** Pixels from the left edge of the plot. */
export function placeOfK(k: number, { width, frame }: Box): number {
  return frame.left + share(Math.log2(k), LOG_K) * (width - frame.left - frame.right);
}

/** The K of the curve that is nearest to a place. */
export function kAt(x: number, { width, frame }: Box): number {
  return nearestK(LOG_K[0] + ((x - frame.left) / (width - frame.left - frame.right)) * (LOG_K[1] - LOG_K[0]));
}

/**
 * The K of the curve that is nearest to a power of two.
 * @param power log2 of a number of candidates
 */
export function nearestK(power: number): number {
  const distance = (k: number) => Math.abs(Math.log2(k) - power);
  return CANDIDATES.reduce((best, k) => (distance(k) < distance(best) ? k : best));
}

/** Pixels from the upper edge of the plot. */
export function placeOf(value: number, { domain }: Axis, { height, frame }: Box): number {
  return height - frame.bottom - share(value, domain) * (height - frame.top - frame.bottom);
}

/** The truth at a height, in its steps. */
export function truthAt(y: number, { height, frame }: Box): number {
  const part = (height - frame.bottom - y) / (height - frame.top - frame.bottom);
  const value = Math.min(TRUTH.most, Math.max(TRUTH.least, part * NATS.domain[1]));
  return Math.round(value / TRUTH.step) * TRUTH.step;
}

/** The K so many places further along the curve. */
export function kBeside(k: number, by: number): number {
  const place = Math.min(CANDIDATES.length - 1, Math.max(0, CANDIDATES.indexOf(k) + by));
  return CANDIDATES[place] as number;
}

/** The truth so many steps higher. */
export function truthBeside(truth: number, by: number): number {
  return Math.min(TRUTH.most, Math.max(TRUTH.least, truth + by * TRUTH.step));
}
