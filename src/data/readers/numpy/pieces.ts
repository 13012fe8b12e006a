import { say } from "../../../i18n/message";
import { assertRoom } from "../../assembly/assemble";
import { MOST_CLASSES } from "../../assembly/labeled";
import type { Piece } from "../../assembly/pair";
import { DataError } from "../../errors";
import type { NpyArray } from "./array";
import { texts } from "./errors";

/** Sides of an image that are accepted, in pixels: larger than any number of channels. */
const SMALLEST_SIDE = 8;
const LARGEST_SIDE = 1024;

/** An array, and what it is taken for. */
export interface NumpyPiece extends Piece {
  array: NpyArray;
  /** For images: which axis of the array is height, width and channel (null for grey without an axis). */
  axes: { height: number; width: number; channel: number | null };
}

/**
 * Says what an array is by its axes: one (or one and another of length 1) are labels, two are features, three are grey images,
 * four are images with their channels last, or first behind the samples.
 *
 * @throws DataError when it is none of these
 */
export function pieceOf(array: NpyArray): NumpyPiece {
  const [count = 0, ...rest] = array.shape;
  const none = { height: 0, width: 0, channel: null };
  const common = { name: array.name, count, array };
  if (rest.length === 0 || (rest.length === 1 && rest[0] === 1))
    return { ...common, kind: "labels", shape: [], axes: none };
  if (rest.length === 1) return { ...common, kind: "features", shape: rest, axes: none };
  const axes = imageAxes(array);
  const [height, width] = [array.shape[axes.height]!, array.shape[axes.width]!];
  if (Math.min(height, width) < SMALLEST_SIDE || Math.max(height, width) > LARGEST_SIDE)
    throw new DataError(
      say(texts.wrongSides, { name: array.name, height, width, smallest: SMALLEST_SIDE, largest: LARGEST_SIDE }),
    );
  const channels = axes.channel === null || array.shape[axes.channel] === 1 ? 1 : 3;
  return { ...common, kind: "images", shape: [height, width, channels], axes };
}

function imageAxes({ shape, name }: NpyArray): NumpyPiece["axes"] {
  if (shape.length === 3) return { height: 1, width: 2, channel: null };
  const isChannels = (axis: number) => [1, 3, 4].includes(shape[axis]!);
  if (isChannels(3) && !isChannels(1)) return { height: 1, width: 2, channel: 3 };
  if (isChannels(1) && !isChannels(3)) return { height: 2, width: 3, channel: 1 };
  throw new DataError(say(texts.noChannels, { name, shape: shape.join(", ") }));
}

/**
 * Pixels as bytes, [count, height, width, channels]; opacity is left out.
 *
 * @throws DataError when the numbers are no brightness
 */
export function imagesOf(piece: NumpyPiece): Uint8Array {
  const { array, shape, count } = piece;
  assertRoom(array.name, count, shape);
  const factor = brightness(array);
  const size = shape.reduce((product, side) => product * side, count);
  if (!isInOrder(piece, size)) return reordered(piece, factor, new Uint8Array(size));
  if (factor === 1 && array.numbers instanceof Uint8Array) return array.numbers;
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = Math.round(factor * array.numbers[i]!);
  return bytes;
}

/** Whether the numbers come as they are wanted, which most files do. */
function isInOrder({ array, axes }: NumpyPiece, size: number): boolean {
  const channelsLast = axes.channel === null || axes.channel === 3;
  return channelsLast && array.strides.at(-1) === 1 && array.numbers.length === size;
}

function reordered({ array, axes, shape, count }: NumpyPiece, factor: number, bytes: Uint8Array): Uint8Array {
  const [height = 0, width = 0, channels = 0] = shape;
  const { numbers, strides } = array;
  const [perImage, down, right] = [strides[0]!, strides[axes.height]!, strides[axes.width]!];
  const perChannel = axes.channel === null ? 0 : strides[axes.channel]!;
  let at = 0;
  for (let i = 0; i < count; i++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (let c = 0; c < channels; c++)
          bytes[at++] = Math.round(factor * numbers[i * perImage + y * down + x * right + c * perChannel]!);
  return bytes;
}

/** What makes the numbers 0..255: floats may be shares of 1, booleans are black and white. */
function brightness({ numbers, kind, name }: NpyArray): number {
  if (kind === "u" && numbers instanceof Uint8Array) return 1;
  const [low, high] = extent(numbers);
  if (!(low >= 0 && high <= 255)) throw new DataError(say(texts.noBrightness, { name, low, high }));
  return kind === "b" || (kind === "f" && high <= 1) ? 255 : 1;
}

/** Smallest and largest number; NaN where there is one. */
function extent(numbers: NpyArray["numbers"]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]!;
    if (Number.isNaN(value)) return [value, value];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * @returns [count, numbers]
 * @throws DataError when there are numbers that are not finite in float32
 */
export function featuresOf({ array, shape: [size = 0], count }: NumpyPiece): Float32Array {
  assertRoom(array.name, count, [size], 4);
  const { numbers, strides } = array;
  const values = new Float32Array(count * size);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < size; j++) values[i * size + j] = numbers[i * strides[0]! + j * strides[1]!]!;
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new DataError(
      say(texts.notFinite, { name: array.name, place: (wrong % size) + 1, sample: Math.floor(wrong / size) + 1 }),
    );
  return values;
}

/**
 * The distinct labels of all parts, ascending: they name the classes.
 *
 * @throws DataError when labels are no whole numbers, or too many
 */
export function distinctLabels(pieces: (NumpyPiece | null)[]): number[] {
  const distinct = new Set<number>();
  for (const piece of pieces)
    for (const label of piece?.array.numbers ?? []) {
      if (!Number.isInteger(label)) throw new DataError(say(texts.noLabel, { name: piece!.name, label }));
      distinct.add(label);
      if (distinct.size > MOST_CLASSES)
        throw new DataError(say(texts.tooManyClasses, { name: piece!.name, most: MOST_CLASSES }));
    }
  return [...distinct].sort((a, b) => a - b);
}
