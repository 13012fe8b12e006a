import { type Said, say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { DataError, WrongFormatError } from "../../errors";
import { texts } from "./errors";

/** What the first bytes of an IDX file promise. */
export interface IdxHeader {
  kind: "images" | "labels";
  count: number;
  /** Of an image as it is stored: [height, width], with the channels behind or before those where there is color; empty for labels. */
  axes: number[];
  /** Bytes of the header itself, and of the whole file. */
  headerSize: number;
  fileSize: number;
}

/** Bytes that hold the header of grey images or of labels, and the longest one, of images in color. */
export const HEADER_SIZE = 16;
export const COLOR_HEADER_SIZE = 20;
/** Sides of an image that are accepted, in pixels. */
const SMALLEST_SIDE = 8;
const LARGEST_SIDE = 96;
/** Largest file (inflated) that is read into memory. */
export const LARGEST_FILE = LARGEST_PART;

/** Types of the values of an IDX file, its third byte. */
const TYPES = [0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e];

const IMAGES = 0x0000_0803;
const COLOR_IMAGES = 0x0000_0804;
const LABELS = 0x0000_0801;
/** Numbers of channels: grey, color, color with opacity. */
const CHANNELS = [1, 3, 4];

/** Whether a file begins as those of any kind do, of ours or not. */
export function isIdx(start: Uint8Array): boolean {
  return start[0] === 0 && start[1] === 0 && TYPES.includes(start[2] ?? 0);
}

/** Whether a header is the longest. */
export function isInColor(start: Uint8Array): boolean {
  return isIdx(start) && start[3] === 4;
}

/**
 * Reads and checks the header of an IDX file (Y. LeCun, "The MNIST database", file format).
 *
 * @param start the first bytes of the file, `HEADER_SIZE` of them, or `COLOR_HEADER_SIZE`, unless the file is shorter
 * @throws DataError naming the file, what was found and what was expected
 */
export function parseHeader(start: Uint8Array, name: string): IdxHeader {
  if (start.length === 0) throw new WrongFormatError(say(texts.empty, { name }));
  if (start.length < 8) throw new WrongFormatError(say(texts.noHeader, { name, size: start.length }));
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const magic = view.getUint32(0);
  if (magic !== IMAGES && magic !== COLOR_IMAGES && magic !== LABELS)
    throw new WrongFormatError(wrongMagic(name, magic));
  const header = magic === LABELS ? labelsHeader(view) : imagesHeader(view, name, magic === IMAGES ? 2 : 3);
  if (header.count === 0) throw new DataError(say(texts.nothing, { name, kind: header.kind }));
  if (header.fileSize > LARGEST_FILE)
    throw new DataError(
      say(texts.tooMany, { name, count: header.count, kind: header.kind, size: header.fileSize, most: LARGEST_FILE }),
    );
  return header;
}

function imagesHeader(view: DataView, name: string, axisCount: 2 | 3): IdxHeader {
  const headerSize = 8 + 4 * axisCount;
  if (view.byteLength < headerSize)
    throw new DataError(say(texts.headerCutShort, { name, found: view.byteLength, expected: headerSize }));
  const count = view.getUint32(4);
  const axes = Array.from({ length: axisCount }, (_, i) => view.getUint32(8 + 4 * i));
  const [height = 0, width = 0] = sidesOf(axes);
  if (Math.min(height, width) < SMALLEST_SIDE || Math.max(height, width) > LARGEST_SIDE)
    throw new DataError(say(texts.wrongSides, { name, height, width, smallest: SMALLEST_SIDE, largest: LARGEST_SIDE }));
  if (channelAxis(axes) === undefined) throw new DataError(say(texts.noChannels, { name, axes: axes.join(" x ") }));
  const fileSize = headerSize + axes.reduce((product, length) => product * length, count);
  return { kind: "images", count, axes, headerSize, fileSize };
}

/** Which axis counts channels: the last one, or the first; null where all is grey, undefined where none can be. */
export function channelAxis(axes: readonly number[]): number | null | undefined {
  if (axes.length === 2) return null;
  return [2, 0].find((axis) => CHANNELS.includes(axes[axis]!));
}

function sidesOf(axes: number[]): number[] {
  const channels = channelAxis(axes);
  return axes.filter((_, axis) => axis !== channels);
}

function labelsHeader(view: DataView): IdxHeader {
  const count = view.getUint32(4);
  return { kind: "labels", count, axes: [], headerSize: 8, fileSize: 8 + count };
}

function wrongMagic(name: string, magic: number): Said {
  const found = `0x${magic.toString(16).padStart(8, "0")}`;
  const isOther = magic >>> 16 === 0 && TYPES.includes(magic >>> 8);
  return say(isOther ? texts.otherKind : texts.noIdx, { name, found });
}
