import type { Said } from "../../../i18n/message";
import { say } from "../../../i18n/message";
import { MOST_CLASSES } from "../../assembly/labeled";
import type { Piece } from "../../assembly/pair";
import { sideIn } from "../../interpretation/names";
import { squareOf } from "../../interpretation/pictures";
import type { Interpretation } from "../../interpretation/schema";
import type { NpyArray } from "./array";
import { texts } from "./errors";

/** Sides of an image that are accepted, in pixels: larger than any number of channels. */
const SMALLEST_SIDE = 8;
const LARGEST_SIDE = 1024;
/** Sides of pictures that rows of floats from 0 to 1 are taken for; embeddings seldom have as many numbers. */
const SIDES_OF_FLOATS = [28, 32];

/** An array, and what it is taken for. */
export interface NumpyPiece extends Piece {
  array: NpyArray;
  /** For images: which axis of the array is height, width and channel (null for grey without an axis). */
  axes: { height: number; width: number; channel: number | null };
  /** Rows of numbers that are pictures. */
  areRows: boolean;
}

/** Why an array is none of what data sets are made of. */
export interface Aside {
  name: string;
  why: Said;
}

/**
 * Says what an array is by its axes: one (or one and another of length 1) are labels, two are features, or pictures row by row, or
 * labels of which each has a column; three are grey images, four are images with their channels last, or first behind the samples.
 *
 * @param rows what was said of rows of numbers
 */
export function pieceOf(array: NpyArray, rows?: Interpretation["rows"]): NumpyPiece | Aside {
  const [count = 0, ...rest] = array.shape;
  const piece = (kind: Piece["kind"], shape: number[], axes = NONE, areRows = false): NumpyPiece => ({
    name: array.name,
    count,
    array,
    kind,
    shape,
    axes,
    areRows,
  });
  const aside = (why: Said): Aside => ({ name: array.title, why });
  if (rest.length === 0 || (rest.length === 1 && rest[0] === 1)) return piece("labels", []);
  if (array.texts) return aside(texts.left.texts);
  if (rest.length === 1) return isOneHot(array) ? piece("labels", []) : rowsPiece(array, piece, rows);
  const axes = imageAxes(array);
  if (!axes) return aside(say(texts.left.noChannels, { shape: array.shape.join(", ") }));
  const [height, width] = [array.shape[axes.height]!, array.shape[axes.width]!];
  if (Math.min(height, width) < SMALLEST_SIDE || Math.max(height, width) > LARGEST_SIDE)
    return aside(say(texts.left.wrongSides, { height, width, smallest: SMALLEST_SIDE, largest: LARGEST_SIDE }));
  const channels = axes.channel === null || array.shape[axes.channel] === 1 ? 1 : 3;
  return piece("images", [height, width, channels], axes);
}

const NONE: NumpyPiece["axes"] = { height: 0, width: 0, channel: null };

type Made = (kind: Piece["kind"], shape: number[], axes?: NumpyPiece["axes"], areRows?: boolean) => NumpyPiece;

function rowsPiece(array: NpyArray, piece: Made, rows: Interpretation["rows"]): NumpyPiece {
  const size = array.shape[1]!;
  const arePictures = rows === "pictures" || (rows !== "features" && looksLikePixels(array));
  return piece(arePictures ? "images" : "features", [size], NONE, arePictures);
}

/** As many numbers as a square has pixels, and all of them bytes, or shares of 1. */
function looksLikePixels({ shape, numbers, kind }: NpyArray): boolean {
  const square = squareOf(shape[1]!);
  if (!square) return false;
  if (kind === "u" && numbers instanceof Uint8Array) return true;
  const [low, high] = extent(numbers);
  if (!(low >= 0 && high <= 255 && high > 0)) return false;
  const isWhole = numbers.every(Number.isInteger);
  return isWhole ? high > 1 : high <= 1 && SIDES_OF_FLOATS.includes(square.height);
}

/** Rows of zeros with a single 1, one column for each class, in an array that may be labels by its name. */
function isOneHot({ shape: [count = 0, size = 0], numbers, strides, title }: NpyArray): boolean {
  if (size > MOST_CLASSES || sideIn(title) === "samples") return false;
  for (let i = 0; i < count; i++) {
    let ones = 0;
    for (let j = 0; j < size; j++) {
      const value = numbers[i * strides[0]! + j * strides[1]!]!;
      if (value !== 0 && value !== 1) return false;
      ones += value;
    }
    if (ones !== 1) return false;
  }
  return true;
}

function imageAxes({ shape }: NpyArray): NumpyPiece["axes"] | null {
  if (shape.length === 3) return { height: 1, width: 2, channel: null };
  const isChannels = (axis: number) => [1, 3, 4].includes(shape[axis]!);
  if (isChannels(3) && !isChannels(1)) return { height: 1, width: 2, channel: 3 };
  return isChannels(1) && !isChannels(3) ? { height: 2, width: 3, channel: 1 } : null;
}

/** Smallest and largest number; NaN where there is one. */
export function extent(numbers: NpyArray["numbers"]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]!;
    if (Number.isNaN(value)) return [value, value];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
