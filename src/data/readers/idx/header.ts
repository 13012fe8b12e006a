import { type Said, say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { DataError, WrongFormatError } from "../../errors";
import { texts } from "./errors";

/** What the first bytes of an IDX file promise. */
export interface IdxHeader {
  kind: "images" | "labels";
  count: number;
  /** Sides in pixels; 0 for labels. */
  height: number;
  width: number;
  /** Bytes of the header itself, and of the whole file. */
  headerSize: number;
  fileSize: number;
}

/** Bytes that hold the longest header. */
export const HEADER_SIZE = 16;
/** Sides of an image that are accepted, in pixels. */
const SMALLEST_SIDE = 8;
const LARGEST_SIDE = 96;
/** Largest file (inflated) that is read into memory. */
export const LARGEST_FILE = LARGEST_PART;

/** Types of the values of an IDX file, its third byte. */
const TYPES = [0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e];

const IMAGES = 0x0000_0803;
const LABELS = 0x0000_0801;

/** Whether a file begins as those of any kind do, of ours or not. */
export function isIdx(start: Uint8Array): boolean {
  return start[0] === 0 && start[1] === 0 && TYPES.includes(start[2] ?? 0);
}

/**
 * Reads and checks the header of an IDX file (Y. LeCun, "The MNIST database", file format).
 *
 * @param start the first bytes of the file, `HEADER_SIZE` of them unless the file is shorter
 * @throws DataError naming the file, what was found and what was expected
 */
export function parseHeader(start: Uint8Array, name: string): IdxHeader {
  if (start.length === 0) throw new WrongFormatError(say(texts.empty, { name }));
  if (start.length < 8) throw new WrongFormatError(say(texts.noHeader, { name, size: start.length }));
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const magic = view.getUint32(0);
  if (magic !== IMAGES && magic !== LABELS) throw new WrongFormatError(wrongMagic(name, magic));
  const header = magic === IMAGES ? imagesHeader(view, name) : labelsHeader(view);
  if (header.count === 0) throw new DataError(say(texts.nothing, { name, kind: header.kind }));
  if (header.fileSize > LARGEST_FILE)
    throw new DataError(
      say(texts.tooMany, { name, count: header.count, kind: header.kind, size: header.fileSize, most: LARGEST_FILE }),
    );
  return header;
}

function imagesHeader(view: DataView, name: string): IdxHeader {
  if (view.byteLength < HEADER_SIZE)
    throw new DataError(say(texts.headerCutShort, { name, found: view.byteLength, expected: HEADER_SIZE }));
  const [count, height, width] = [view.getUint32(4), view.getUint32(8), view.getUint32(12)];
  if (Math.min(height, width) < SMALLEST_SIDE || Math.max(height, width) > LARGEST_SIDE)
    throw new DataError(say(texts.wrongSides, { name, height, width, smallest: SMALLEST_SIDE, largest: LARGEST_SIDE }));
  const fileSize = HEADER_SIZE + count * height * width;
  return { kind: "images", count, height, width, headerSize: HEADER_SIZE, fileSize };
}

function labelsHeader(view: DataView): IdxHeader {
  const count = view.getUint32(4);
  return { kind: "labels", count, height: 0, width: 0, headerSize: 8, fileSize: 8 + count };
}

function wrongMagic(name: string, magic: number): Said {
  const found = `0x${magic.toString(16).padStart(8, "0")}`;
  const isOther = magic >>> 16 === 0 && TYPES.includes(magic >>> 8);
  return say(isOther ? texts.otherKind : texts.noIdx, { name, found });
}
