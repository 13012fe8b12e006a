import { say } from "../../i18n/message";
import { DataError } from "../errors";
import { texts } from "./errors";
import type { GzipReader } from "./gunzip";

/** Everything in a tar archive comes in blocks of so many bytes (POSIX.1-1988, ustar). */
export const TAR_BLOCK = 512;

export interface TarEntry {
  path: string;
  /** Bytes; 0 for folders and links. */
  size: number;
}

/** Whether a block is the head of an entry: the sum of its bytes is written in it. */
export function isTar(block: Uint8Array): boolean {
  return block.length === TAR_BLOCK && octal(block, 148, 8) === checksum(block);
}

/**
 * Goes through the entries of an archive as they come. What `visit` leaves of an entry is passed over; nothing but the entry
 * at hand is held.
 *
 * @param visit may read up to `size` bytes; returns how many it read
 * @throws DataError when the archive is damaged or cut short
 */
export async function readTar(
  reader: GzipReader,
  name: string,
  visit: (entry: TarEntry) => Promise<number>,
): Promise<void> {
  for (;;) {
    const block = await reader.read(TAR_BLOCK);
    // Two blocks of zeros end an archive; some writers leave them out.
    if (block.length === 0 || block.every((byte) => byte === 0)) return;
    if (!isTar(block)) throw new DataError(say(texts.damagedTar, { name }));
    const entry = entryOf(block);
    const padded = Math.ceil(entry.size / TAR_BLOCK) * TAR_BLOCK;
    const left = padded - (await visit(entry));
    if ((await reader.skip(left)) < left) throw new DataError(say(texts.cutShortTar, { name, path: entry.path }));
  }
}

function entryOf(block: Uint8Array): TarEntry {
  const type = block[156]!;
  const isFile = type === 0 || type === 0x30;
  // Long names and attributes of newer formats come as entries of their own types: they are passed over.
  return { path: isFile ? text(block, 0, 100) : "", size: octal(block, 124, 12) };
}

/** Bytes of a head, its own checksum taken as blanks. */
function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
}

/** A field of octal digits; 0 where there are none. */
function octal(block: Uint8Array, at: number, length: number): number {
  return Number.parseInt(text(block, at, length).trim(), 8) || 0;
}

function text(block: Uint8Array, at: number, length: number): string {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return String.fromCharCode(...field.subarray(0, end < 0 ? length : end));
}
