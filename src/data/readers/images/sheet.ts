import { saidOf } from "../../../i18n/errors";
import { type Said, say } from "../../../i18n/message";
import { assertRoom } from "../../assembly/assemble";
import type { ImageWish } from "../../assembly/labeled";
import { BoxFilter, luma, storedSide } from "../../assembly/resize";
import { DataError } from "../../errors";
import { texts as reportTexts } from "../../report/texts";
import type { LoadTools, Pixels } from "../../types";
import { texts } from "./errors";

/** Encoded images in a fixed order. */
export interface EncodedImages {
  count: number;
  /** For messages. */
  nameOf(index: number): string;
  read(index: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What became of encoded images. */
export interface Decoded {
  /** Bytes, [kept.length, side, side, channels]. */
  values: Uint8Array;
  /** Of one image. */
  shape: number[];
  /** The images that were decoded, by their places, ascending. */
  kept: number[];
  /** Those that could not be. */
  broken: { index: number; why: Said }[];
}

/** Images decoded at the same time; the first so many also say whether there is color. */
const AT_ONCE = 16;
/** Bytes of an encoded image that are read. */
const LARGEST_ENCODED = 64 * 2 ** 20;

/**
 * Decodes images one handful after the other to squares of one size: the middle of oblong ones, scaled by a box filter, on
 * a ground where they are transparent (ground.ts). They are grey where the first ones are.
 *
 * @param shape what an earlier part of the data set had, if there was one
 * @throws DataError when none of them can be decoded; the signal's reason when called off
 */
export async function decodeImages(
  images: EncodedImages,
  wish: ImageWish,
  { decodeImage, signal, onProgress }: LoadTools,
  shape?: number[],
): Promise<Decoded> {
  if (!decodeImage) throw new DataError(say(texts.noDecoder, { name: images.nameOf(0) }));
  const kept: number[] = [];
  const broken: (Broken & { index: number })[] = [];
  let sheet: Sheet | null = null;
  for (let from = 0; from < images.count; from += AT_ONCE) {
    signal?.throwIfAborted();
    const indices = Array.from({ length: Math.min(AT_ONCE, images.count - from) }, (_, i) => from + i);
    const outcomes = await Promise.all(indices.map((index) => decodeOne(images, index, decodeImage)));
    const decoded = outcomes.filter((outcome) => "data" in outcome);
    if (decoded.length > 0) sheet ??= new Sheet(images, shape ?? shapeFor(decoded, wish));
    for (const [i, outcome] of outcomes.entries())
      if (!("data" in outcome)) broken.push({ ...outcome, index: from + i });
      else sheet?.put(kept.push(from + i) - 1, outcome);
    onProgress?.((from + indices.length) / images.count);
  }
  if (!sheet && broken[0]) throw broken[0].error;
  const size = kept.length * (sheet?.shape.reduce((product, side) => product * side, 1) ?? 0);
  return { values: sheet?.values.subarray(0, size) ?? new Uint8Array(0), shape: sheet?.shape ?? [], kept, broken };
}

/** Why an image is left out, and what is said where none is left. */
interface Broken {
  why: Said;
  error: DataError;
}

async function decodeOne(
  images: EncodedImages,
  index: number,
  decode: NonNullable<LoadTools["decodeImage"]>,
): Promise<Pixels | Broken> {
  const name = images.nameOf(index);
  try {
    const encoded = await images.read(index);
    const size = encoded.length;
    if (size > LARGEST_ENCODED) {
      const error = new DataError(say(texts.tooLarge, { name, size, most: LARGEST_ENCODED }));
      return { why: reportTexts.left.undecodable, error };
    }
    if (size === 0) return { why: reportTexts.left.empty, error: new DataError(say(texts.empty, { name })) };
    return await decode(new Blob([encoded]));
  } catch (error) {
    const said =
      error instanceof DataError ? error : new DataError(say(texts.undecodable, { name, reason: saidOf(error) }));
    return { why: reportTexts.left[error instanceof DataError ? "unreadable" : "undecodable"], error: said };
  }
}

/** Side of the first image's shorter side, and color if any of the first images has some. */
function shapeFor(decoded: Pixels[], { side, colour }: ImageWish): number[] {
  const { height, width } = decoded[0]!;
  const chosen = side ?? storedSide(Math.min(height, width));
  return [chosen, chosen, colour === "grey" || decoded.every(isGrey) ? 1 : 3];
}

function isGrey({ data }: Pixels): boolean {
  for (let i = 0; i < data.length; i += 4) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}

/** Squares of one size, one below the other. */
class Sheet {
  readonly shape: number[];
  readonly values: Uint8Array;
  private readonly square: Uint8Array;
  private filter: BoxFilter | null = null;
  /** Height and width for which the filter was made: most images of a data set have the same. */
  private filterSize = "";

  constructor(images: EncodedImages, shape: number[]) {
    assertRoom(images.nameOf(0), images.count, shape);
    const [side = 0, , channels = 0] = shape;
    this.shape = shape;
    this.values = new Uint8Array(images.count * side * side * channels);
    this.square = new Uint8Array(side * side * 4);
  }

  put(index: number, { height, width, data }: Pixels): void {
    const [side = 0, , channels = 0] = this.shape;
    const { square, values } = this;
    this.filterFor(height, width, side).apply(data, 0, square, 0);
    let at = index * side * side * channels;
    for (let i = 0; i < square.length; i += 4) {
      const [red, green, blue] = [onWhite(square, i, 0), onWhite(square, i, 1), onWhite(square, i, 2)];
      if (channels === 1) values[at++] = luma(red, green, blue);
      else {
        values[at++] = red;
        values[at++] = green;
        values[at++] = blue;
      }
    }
  }

  private filterFor(height: number, width: number, side: number): BoxFilter {
    const size = `${height} x ${width}`;
    if (!this.filter || size !== this.filterSize) this.filter = new BoxFilter([height, width, 4], [side, side], true);
    this.filterSize = size;
    return this.filter;
  }
}

function onWhite(pixels: Uint8Array, at: number, channel: number): number {
  const opacity = pixels[at + 3]! / 255;
  return Math.round(opacity * pixels[at + channel]! + (1 - opacity) * 255);
}
