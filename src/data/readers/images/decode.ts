import { saidOf } from "../../../i18n/errors";
import { type Said, say } from "../../../i18n/message";
import type { DataWish } from "../../assembly/labeled";
import { storedSide } from "../../assembly/resize";
import { DataError } from "../../errors";
import { texts as reportTexts } from "../../report/texts";
import type { LoadTools, Pixels } from "../../types";
import { Budget } from "./budget";
import { decodeDeepPng, isDeepPng } from "./deepPng";
import { texts } from "./errors";
import { type Flattened, flatten } from "./flatten";
import { moves } from "./moving";
import { Sheet } from "./sheet";
import { pictureSize, pixelsOf } from "./size";

/** Encoded images in a fixed order. */
export interface EncodedImages {
  count: number;
  /** For messages. */
  nameOf(index: number): string;
  read(index: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What became of encoded images of a part of the data. */
export interface DecodedPart {
  /** Bytes, [kept.length, ...shape]. */
  values: Uint8Array;
  /** The images that were decoded, by their places, ascending. */
  kept: number[];
  /** Those that could not be. */
  broken: { index: number; why: Said }[];
}

/** The parts of a data set, and what was decided for all of them alike. */
export interface Decoded extends Pick<Flattened, "notes" | "suspicions" | "choices"> {
  /** Of one image. */
  shape: number[];
  parts: DecodedPart[];
}

export type PictureWish = Pick<DataWish, "side" | "colour" | "interpretation">;

/** Images decoded at the same time; the first so many also settle the side. */
const AT_ONCE = 16;
/** Bytes of an encoded image that are read. */
const LARGEST_ENCODED = 64 * 2 ** 20;
/** Pixels of one image, and of all that are decoded at a time: 256 MB once decoded. Few photographs have as many. */
const MOST_PIXELS = 64_000_000;

/**
 * Decodes images one handful after the other to squares of one size: the middle of oblong ones, scaled by a box filter. Whether they
 * are grey, on what ground they lie and how bright they are is one for all parts (flatten.ts).
 *
 * @param parts such as training and test; where there are several, the first is needed
 * @throws DataError when none of the first part can be decoded; the signal's reason when called off
 */
export async function decodeParts(
  parts: readonly EncodedImages[],
  wish: PictureWish,
  { decodeImage, signal, onProgress }: LoadTools,
): Promise<Decoded> {
  const places = parts.flatMap((images, part) => Array.from({ length: images.count }, (_, index) => ({ part, index })));
  const name = parts[0]!.nameOf(0);
  if (!decodeImage) throw new DataError(say(texts.noDecoder, { name }));
  const decode: Decode = { decodeImage, budget: new Budget(MOST_PIXELS) };
  const found = parts.map((): Omit<DecodedPart, "values"> => ({ kept: [], broken: [] }));
  let [sheet, first] = [null as Sheet | null, null as DataError | null];
  for (let from = 0; from < places.length; from += AT_ONCE) {
    signal?.throwIfAborted();
    const some = places.slice(from, from + AT_ONCE);
    const outcomes = await Promise.all(some.map(({ part, index }) => decodeOne(parts[part]!, index, decode)));
    const decoded = outcomes.filter((outcome) => "data" in outcome);
    if (decoded.length > 0) sheet ??= sheetFor(name, places.length, decoded, wish);
    for (const [i, outcome] of outcomes.entries()) {
      const { part, index } = some[i]!;
      if ("data" in outcome) {
        sheet?.add(outcome);
        found[part]!.kept.push(index);
      } else {
        if (part === 0) first ??= outcome.error;
        found[part]!.broken.push({ index, why: outcome.why });
      }
    }
    onProgress?.((from + some.length) / places.length);
  }
  if (first && found[0]!.kept.length === 0) throw first;
  return sheet ? settled(sheet, found, wish) : { shape: [], parts: [], notes: [], suspicions: [], choices: {} };
}

function settled(sheet: Sheet, found: Omit<DecodedPart, "values">[], { interpretation }: PictureWish): Decoded {
  const { values, ...said } = flatten(sheet, interpretation?.pictures);
  const size = sheet.shape.reduce((product, side) => product * side, 1);
  let at = 0;
  const parts = found.map((part, i): DecodedPart => {
    const own = values.subarray(at, at + size * part.kept.length);
    at += own.length;
    // The first stays where it is, since it is large; another one in the same memory would be hard to move.
    return { ...part, values: i === 0 ? own : own.slice() };
  });
  return { ...said, shape: sheet.shape, parts };
}

/** Why an image is left out, and what is said where none is left. */
interface Broken {
  why: Said;
  error: DataError;
}

interface Decode {
  decodeImage: NonNullable<LoadTools["decodeImage"]>;
  budget: Budget;
}

async function decodeOne(images: EncodedImages, index: number, decode: Decode): Promise<Pixels | Broken> {
  const name = images.nameOf(index);
  try {
    const encoded = await images.read(index);
    const size = encoded.length;
    if (size > LARGEST_ENCODED) {
      const error = new DataError(say(texts.tooLarge, { name, size, most: LARGEST_ENCODED }));
      return { why: reportTexts.left.undecodable, error };
    }
    if (size === 0) return { why: reportTexts.left.empty, error: new DataError(say(texts.empty, { name })) };
    const shape = pictureSize(encoded);
    if (shape && pixelsOf(shape) > MOST_PIXELS) {
      const error = new DataError(say(texts.tooManyPixels, { name, ...shape, most: MOST_PIXELS / 1e6 }));
      return { why: reportTexts.left.undecodable, error };
    }
    // One of which nobody knows how large it is at least has the memory for itself.
    const pixels = await decode.budget.during(shape ? pixelsOf(shape) : MOST_PIXELS, async () =>
      isDeepPng(encoded) ? decodeDeepPng(encoded) : decode.decodeImage(new Blob([encoded])),
    );
    return moves(encoded) ? { ...pixels, moves: true } : pixels;
  } catch (error) {
    const said =
      error instanceof DataError ? error : new DataError(say(texts.undecodable, { name, reason: saidOf(error) }));
    return { why: reportTexts.left[error instanceof DataError ? "unreadable" : "undecodable"], error: said };
  }
}

function sheetFor(name: string, room: number, decoded: readonly Pixels[], wish: PictureWish): Sheet {
  const isWhole = wish.interpretation?.pictures?.fit === "whole";
  return new Sheet(name, room, sideFor(decoded, wish), { staysGrey: wish.colour === "grey", isWhole });
}

/** The middle one of the shorter sides of the first images, so that one thumbnail among them does not decide for all. */
function sideFor(decoded: readonly Pixels[], { side }: PictureWish): number {
  const sides = decoded.map(({ height, width }) => Math.min(height, width)).sort((a, b) => a - b);
  return side ?? storedSide(sides[sides.length >> 1]!);
}
