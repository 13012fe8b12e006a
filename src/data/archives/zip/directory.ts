import { type Said, say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { texts } from "./errors";

/** A file of an archive, as the directory describes it. Its path is a name and nothing else: nothing is written anywhere. */
export interface ZipEntry {
  path: string;
  /** 0 stored, 8 deflated. */
  method: number;
  /** CRC-32 of the content. */
  checksum: number;
  /** Bytes in the archive, and once decompressed. */
  packedSize: number;
  size: number;
  /** Where its own head begins. */
  offset: number;
}

/** Where the directory is. */
export interface DirectoryPlace {
  offset: number;
  size: number;
  count: number;
}

/** Bytes of the end of an archive in which the end record is looked for: itself, the longest comment, a ZIP64 locator. */
export const TAIL = 22 + 0xffff + 20;
/** Bytes of the ZIP64 end record that are read. */
export const END64 = 56;
const MOST_ENTRIES = 200_000;
const LARGEST_DIRECTORY = 64 * 2 ** 20;
/** Deflate expands at most so many times (zlib, technical details): whoever promises more is lying. */
const LARGEST_RATIO = 1032;
/** Bytes of a file for which the ratio says nothing. */
const SMALL = 4096;

/**
 * Finds the directory (PKWARE's APPNOTE.TXT, 4.3.16).
 *
 * @param tail the last bytes of the archive
 * @returns null when there is no end record; `end64` is where the ZIP64 record lies, if there is one
 */
export function findDirectory(tail: DataView): { place: DirectoryPlace; end64: number | null } | null {
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x0605_4b50) continue;
    const place = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
    const has64 = at >= 20 && tail.getUint32(at - 20, true) === 0x0706_4b50;
    return { place, end64: has64 ? Number(tail.getBigUint64(at - 12, true)) : null };
  }
  return null;
}

/** The same of a ZIP64 end record (4.3.14); null when it is none. */
export function readEnd64(record: DataView): DirectoryPlace | null {
  if (record.byteLength < END64 || record.getUint32(0, true) !== 0x0606_4b50) return null;
  const field = (at: number) => Number(record.getBigUint64(at, true));
  return { count: field(32), size: field(40), offset: field(48) };
}

/** Refuses archives that would take up the memory by their directory alone. */
export function checkPlace({ count, size, offset }: DirectoryPlace, archive: number, name: string): void {
  if (count > MOST_ENTRIES || size > LARGEST_DIRECTORY)
    throw new DataError(say(texts.tooManyFiles, { name, count, most: MOST_ENTRIES }));
  if (offset + size > archive) throw damagedZip(name, texts.outside);
}

/**
 * Reads the directory (4.3.12).
 *
 * @throws DataError when it is damaged, or promises what deflate cannot do
 */
export function readDirectory(bytes: Uint8Array, count: number, name: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x0201_4b50)
      throw damagedZip(name, say(texts.shortDirectory, { found: i, count }));
    const nameLength = view.getUint16(at + 28, true);
    const entry = {
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    checkEntry(entry, name);
    if (!entry.path.endsWith("/")) entries.push(entry);
  }
  return entries;
}

function checkEntry({ path, size, packedSize }: ZipEntry, name: string): void {
  if (size > SMALL && size > packedSize * LARGEST_RATIO)
    throw damagedZip(name, say(texts.impossible, { path, packedSize, size }));
}

export function damagedZip(name: string, reason: Said): DataError {
  return new DataError(say(texts.damaged, { name, reason }));
}
