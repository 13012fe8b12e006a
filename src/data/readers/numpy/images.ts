import { type Said, say } from "../../../i18n/message";
import { assertRoom } from "../../assembly/assemble";
import { DataError } from "../../errors";
import { drawPictures, layoutOf, type PictureLayout } from "../../interpretation/pictures";
import type { Interpretation } from "../../interpretation/schema";
import type { NpyArray } from "./array";
import { texts } from "./errors";
import { featuresOf } from "./features";
import { assertFinite } from "./finite";
import { extent, type NumpyPiece } from "./pieces";

/** What makes numbers brightness: `factor` times what they are above `low`. */
export interface Levels {
  low: number;
  factor: number;
  /** What was done to them, where that is no matter of course. */
  note: Said | null;
}

const BRIGHTEST = 255;
/** Images whose brightest pixel is no brighter than this would be black: they are stretched. */
const FEW_LEVELS = 31;
/** Pictures that show how their colors lie. */
const LOOKED_AT = 16;

/**
 * One scale for all images of a data set. Bytes are taken as they are, floats may be shares of 1, booleans are black and white;
 * what goes beyond that, such as pixels of mean 0, is stretched from its lowest to its highest number.
 *
 * @throws DataError when a number is not finite, or all are the same beyond the range
 */
export function levelsOf(arrays: readonly NpyArray[]): Levels {
  for (const array of arrays) assertNumbers(array);
  const extents = arrays.map(({ numbers }) => extent(numbers));
  const low = Math.min(...extents.map(([lowest]) => lowest));
  const high = Math.max(...extents.map(([, highest]) => highest));
  const { name, kind } = arrays[0]!;
  if (low >= 0 && high <= BRIGHTEST) return within(high, kind);
  if (low === high) throw new DataError(say(texts.noBrightness, { name, low, high }));
  return {
    low,
    factor: BRIGHTEST / (high - low),
    note: say(texts.rescaled, { low: rounded(low), high: rounded(high) }),
  };
}

function within(high: number, kind: NpyArray["kind"]): Levels {
  if (high === 0 || high > FEW_LEVELS) return { low: 0, factor: 1, note: null };
  const isShare = high <= 1 && (kind === "f" || kind === "b");
  if (isShare) return { low: 0, factor: BRIGHTEST, note: null };
  return { low: 0, factor: BRIGHTEST / high, note: say(texts.rescaled, { low: 0, high: rounded(high) }) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function assertNumbers({ numbers, shape, name }: NpyArray): void {
  if (numbers instanceof Float32Array || numbers instanceof Float64Array)
    assertFinite(name, numbers, numbers.length / shape[0]!);
}

/** How rows of numbers are pictures. */
export function layoutOfRows(
  { array, shape: [size = 0], count, name }: NumpyPiece,
  said: Interpretation["pictures"],
): PictureLayout {
  const looked = { ...array, shape: [Math.min(LOOKED_AT, count), size] };
  const first = featuresOf({ name, array: looked, count: looked.shape[0]!, size });
  return layoutOf(name, size, first, said);
}

/**
 * Pixels as bytes, [count, height, width, channels]; opacity is left out.
 *
 * @param layout where the images are rows of numbers
 */
export function imagesOf(piece: NumpyPiece, levels: Levels, layout: PictureLayout | null): Uint8Array {
  const { array, shape, count } = piece;
  assertRoom(array.name, count, shape);
  const size = shape.reduce((product, side) => product * side, count);
  const isPlain = isInOrder(piece, size) && (layout === null || isAsStored(layout));
  const asBytes = (value: number) => Math.round(levels.factor * (value - levels.low));
  if (isPlain && levels.factor === 1 && array.numbers instanceof Uint8Array) return array.numbers;
  if (isPlain) return Uint8Array.from(array.numbers as Float64Array, asBytes);
  if (layout === null) return reordered(piece, asBytes, new Uint8Array(size));
  const values = featuresOf({ name: piece.name, array, count, size: shape[0]! });
  return drawPictures(values.map(asBytes), layout, 1);
}

/** Whether the numbers come as they are wanted, which most files do. */
function isInOrder({ array, axes, areRows }: NumpyPiece, size: number): boolean {
  const channelsLast = areRows || axes.channel === null || axes.channel === 3;
  return channelsLast && array.strides.at(-1) === 1 && array.numbers.length === size;
}

function isAsStored({ turned, channels, order }: PictureLayout): boolean {
  return !turned && (channels === 1 || order === "interleaved");
}

function reordered(
  { array, axes, shape, count }: NumpyPiece,
  asByte: (value: number) => number,
  bytes: Uint8Array,
): Uint8Array {
  const [height = 0, width = 0, channels = 0] = shape;
  const { numbers, strides } = array;
  const [perImage, down, right] = [strides[0]!, strides[axes.height]!, strides[axes.width]!];
  const perChannel = axes.channel === null ? 0 : strides[axes.channel]!;
  let at = 0;
  for (let i = 0; i < count; i++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (let c = 0; c < channels; c++)
          bytes[at++] = asByte(numbers[i * perImage + y * down + x * right + c * perChannel]!);
  return bytes;
}
