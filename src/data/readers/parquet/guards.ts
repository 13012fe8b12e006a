import type { DataPageHeader } from "hyparquet";
import { deltaBinaryUnpack } from "hyparquet/src/delta.js";
import { readVarInt } from "hyparquet/src/thrift.js";

/**
 * What a page promises is held against its bytes before hyparquet decodes it, which trusts the file: a run length that was damaged, or
 * texts that repeat each other, would make it fill the memory.
 */

const MOST_BITS = 32;
const LARGEST_BLOCK = 65_536;
const MOST_MINIBLOCKS = 512;
const LARGEST_TEXTS = 256 * 2 ** 20;

/**
 * Parquet's hybrid of runs and packed bits (Encodings.md, "RLE"): only heads are read.
 *
 * @param width bits of a number
 * @param most numbers that a run may have
 * @throws when a run has more
 */
export function assertRuns(bytes: Uint8Array, width: number, most: number): void {
  if (width > MOST_BITS) throw new Error(`its numbers would have ${width} bits`);
  const reader = readerOf(bytes);
  for (let seen = 0; seen < most && reader.offset < bytes.length; ) {
    const head = readVarInt(reader);
    const isPacked = (head & 1) === 1;
    const length = isPacked ? (head >>> 1) * 8 : head >>> 1;
    // A packed run may be filled up behind the last number.
    if (!isPacked && length > most - seen) throw new Error(`a run would have ${length} of ${most} values`);
    if (length === 0) throw new Error("a run has no values");
    reader.offset += isPacked ? (head >>> 1) * width : Math.ceil(width / 8);
    seen += length;
  }
}

/**
 * @param bytes the values of a page, behind its levels
 * @param count values that it may have
 * @throws when they would take up more memory than they may
 */
export function assertValues(bytes: Uint8Array, encoding: DataPageHeader["encoding"], count: number): void {
  if (encoding.endsWith("_DICTIONARY")) assertRuns(bytes.subarray(1), bytes[0] ?? 0, count);
  if (encoding === "RLE") assertRuns(bytes.subarray(4), 1, count);
  if (encoding.startsWith("DELTA_") && bytes.length > 0) assertDeltas(bytes);
  if (encoding === "DELTA_BYTE_ARRAY" && bytes.length > 0) assertTexts(bytes, count);
}

/** Blocks without miniblocks would never end, and such of many fill the memory. */
function assertDeltas(bytes: Uint8Array): void {
  const reader = readerOf(bytes);
  const [block, miniblocks] = [readVarInt(reader), readVarInt(reader)];
  const isSound = block > 0 && block <= LARGEST_BLOCK && miniblocks > 0 && miniblocks <= MOST_MINIBLOCKS;
  if (!isSound || block % miniblocks !== 0) throw new Error("its deltas come in blocks of no size");
}

/** Texts that begin as the one before does: of a few bytes may become any number of them. */
function assertTexts(bytes: Uint8Array, count: number): void {
  const reader = readerOf(bytes);
  readVarInt(reader);
  readVarInt(reader);
  const stored = readVarInt(reader);
  if (stored < 0 || stored > count) throw new Error(`a page would have ${stored} of ${count} values`);
  reader.offset = 0;
  if (stored === 0) return;
  const shared = new Int32Array(stored);
  deltaBinaryUnpack(reader, stored, shared);
  let size = 0;
  for (const length of shared) size += length >= 0 ? length : LARGEST_TEXTS;
  if (size > LARGEST_TEXTS) throw new Error(`its texts would have ${size} bytes`);
}

function readerOf(bytes: Uint8Array): { view: DataView; offset: number } {
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
}
