import { say } from "../../i18n/message";
import { DataError } from "../errors";
import type { ColumnFacts } from "./facts";
import type { Interpretation } from "./schema";
import { texts } from "./texts";

/** How a row of numbers is a picture. */
export interface PictureLayout {
  height: number;
  width: number;
  channels: 1 | 3;
  order: "interleaved" | "planar";
  turned: boolean;
}

const SMALLEST_SIDE = 8;
/** Shares of 1 are taken for brightness in pictures of this side and larger: smaller ones may be any measurement. */
const SMALLEST_OF_SHARES = 16;
/** Names that come from counting pixels: `pixel17`, `p_3_4`, `12x8`, `V5`, `16`. */
const PIXEL_NAME = /^([a-z]*[ _.-]?)\d+([x_.,-]\d+)*$/i;
const TURNED = /emnist/i;

/** The side and channels of pictures of so many numbers; null where they make no square. */
export function squareOf(count: number): Pick<PictureLayout, "height" | "width" | "channels"> | null {
  for (const channels of [1, 3] as const) {
    const side = Math.round(Math.sqrt(count / channels));
    if (side >= SMALLEST_SIDE && side * side * channels === count) return { height: side, width: side, channels };
  }
  return null;
}

/** Whether columns look like pixels: as many as a square has, bytes (or shares of 1) all of them, named by counting. */
export function arePixels(columns: readonly ColumnFacts[], hasHeader: boolean): boolean {
  const square = squareOf(columns.length);
  if (!square || columns.some(({ words, missing }) => words + missing > 0)) return false;
  const [low, high] = [Math.min(...columns.map((one) => one.low)), Math.max(...columns.map((one) => one.high))];
  const bytes = columns.every(({ isWhole }) => isWhole) && high <= 255 && high > 1;
  const shares = high <= 1 && square.height >= SMALLEST_OF_SHARES;
  return low >= 0 && (bytes || shares) && (!hasHeader || sharedName(columns));
}

function sharedName(columns: readonly ColumnFacts[]): boolean {
  const { vector } = columns[0]!.column;
  if (vector) return columns.every(({ column }) => column.vector === vector);
  const prefix = PIXEL_NAME.exec(columns[0]!.column.name)?.[1];
  return columns.every(({ column }) => PIXEL_NAME.exec(column.name)?.[1] === prefix);
}

/** How lists of lists of numbers are pictures; null where they are none. */
export function layoutOfLists(columns: readonly ColumnFacts[]): Omit<PictureLayout, "turned"> | null {
  const vector = columns[0]?.column.vector;
  const isAlone = vector && columns.every(({ column }) => column.vector === vector);
  const isBrightness = columns.every(({ low, high }) => low >= 0 && high <= 255);
  const layout = isAlone && isBrightness ? layoutOfShape(vector.shape) : null;
  return layout && Math.min(layout.height, layout.width) >= SMALLEST_SIDE ? layout : null;
}

function layoutOfShape(shape: readonly number[]): Omit<PictureLayout, "turned"> | null {
  const [first = 0, second = 0, third = 0] = shape;
  const interleaved = { height: first, width: second, order: "interleaved" as const };
  if (shape.length === 2) return { ...interleaved, channels: 1 };
  if (shape.length !== 3) return null;
  if (third === 1 || third === 3) return { ...interleaved, channels: third };
  return first === 1 || first === 3 ? { height: second, width: third, channels: first, order: "planar" } : null;
}

/**
 * How pictures of `size` numbers are laid out: what was said, completed by what is likely.
 *
 * @param first some pictures, to see how colors lie
 * @throws DataError when sides and channels do not make up the number
 */
export function layoutOf(
  name: string,
  size: number,
  first: Float32Array,
  said: Interpretation["pictures"] = {},
): PictureLayout {
  const { height, width, channels } = sidesOf(size, said) ?? {};
  if (!isSide(height) || !isSide(width) || !channels || height * width * channels !== size)
    throw new DataError(
      say(texts.noPictures, {
        name,
        size,
        shape: [said.height ?? "?", said.width ?? "?", said.channels ?? "?"].join(" x "),
      }),
    );
  const layout = { height, width, channels, turned: said.turned ?? TURNED.test(name) };
  return { ...layout, order: said.order ?? likelyOrder(first, layout) };
}

function isSide(side: number | undefined): side is number {
  return Number.isInteger(side) && side! >= SMALLEST_SIDE;
}

function sidesOf(size: number, said: NonNullable<Interpretation["pictures"]>): Partial<PictureLayout> | null {
  const { height, width, channels } = said;
  if (!height && !width) return channels ? squareSides(size / channels, channels) : squareOf(size);
  const depth = channels ?? (height && width && height * width * 3 === size ? 3 : 1);
  const area = size / depth;
  return { height: height ?? area / width!, width: width ?? area / height!, channels: depth };
}

function squareSides(area: number, channels: 1 | 3): Partial<PictureLayout> {
  const side = Math.sqrt(area);
  return { height: side, width: side, channels };
}

/** Neighbors are alike: the order in which they are more so. */
function likelyOrder(
  first: Float32Array,
  { width, channels }: Pick<PictureLayout, "width" | "channels">,
): "interleaved" | "planar" {
  if (channels === 1) return "interleaved";
  const change = (step: number) => {
    let sum = 0;
    for (let i = step; i < first.length; i++) sum += Math.abs(first[i]! - first[i - step]!);
    return sum / (first.length - step);
  };
  // Interleaved, three on is the next pixel and one on another color; in planes, one on is the next pixel.
  return change(1) + change(width) < change(3) + change(3 * width) ? "planar" : "interleaved";
}

/**
 * Rows of numbers as pictures, [count, height, width, channels] of bytes.
 *
 * @param factor what makes the numbers 0..255
 */
export function drawPictures(values: Float32Array, layout: PictureLayout, factor: number): Uint8Array {
  const { height, width, channels, order, turned } = layout;
  const area = height * width;
  const places = new Int32Array(area * channels);
  let at = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < channels; channel++) {
        const pixel = turned ? x * height + y : y * width + x;
        places[at++] = order === "planar" ? channel * area + pixel : pixel * channels + channel;
      }
  const bytes = new Uint8Array(values.length);
  for (let start = 0; start < values.length; start += places.length)
    for (let i = 0; i < places.length; i++) bytes[start + i] = Math.round(factor * values[start + places[i]!]!);
  return bytes;
}

/** Pictures whose brightest pixel is no brighter than this are stretched: shares of 1, the 16 levels of scanned digits. */
const FEW_LEVELS = 31;

/** Smallest and largest number, and what makes them brightness from 0 to 255; null where nothing does. */
export interface Brightness {
  low: number;
  high: number;
  factor: number | null;
}

export function brightnessOf(...parts: (Float32Array | undefined)[]): Brightness {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of parts)
    for (const value of values ?? []) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  if (low < 0 || high > 255) return { low, high, factor: null };
  return { low, high, factor: high > 0 && high <= FEW_LEVELS ? 255 / Math.max(1, high) : 1 };
}
