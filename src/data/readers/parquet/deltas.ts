import type { ColumnMetaData } from "hyparquet";
import { deltaBinaryUnpack, deltaLengthByteArray } from "hyparquet/src/delta.js";
import { varInt } from "./runs";

/** Parquet's delta encodings (Encodings.md), which version 2 of the format prefers; what their heads promise is looked at first. */

const LARGEST_BLOCK = 65_536;
const MOST_MINIBLOCKS = 512;

/** @throws when the bytes end before, or blocks are of no size */
export function readDeltas(bytes: Uint8Array, type: ColumnMetaData["type"], count: number): number[] {
  if (count === 0) return [];
  const reader = readerOf(bytes);
  if (type === "INT64") {
    const output = new BigInt64Array(count);
    deltaBinaryUnpack(reader, count, output);
    return Array.from(output, Number);
  }
  const output = new Int32Array(count);
  deltaBinaryUnpack(reader, count, output);
  return [...output];
}

/** Texts or bytes behind the deltas of their lengths. */
export function readDeltaTexts(bytes: Uint8Array, count: number): Uint8Array[] {
  const texts: Uint8Array[] = [];
  if (count > 0) deltaLengthByteArray(readerOf(bytes), count, texts);
  return texts;
}

/** A block without miniblocks would never end, and one of many fill the memory. */
function readerOf(bytes: Uint8Array): { view: DataView; offset: number } {
  const [block, next] = varInt(bytes, 0);
  const [miniblocks] = varInt(bytes, next);
  const isSound = block > 0 && block <= LARGEST_BLOCK && miniblocks > 0 && miniblocks <= MOST_MINIBLOCKS;
  if (!isSound || block % miniblocks !== 0) throw new Error("its deltas come in blocks of no size");
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
}
