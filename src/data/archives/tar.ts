import { say } from "../../i18n/message";
import { DataError } from "../errors";
import { texts } from "./errors";

/** Everything in a tar archive comes in blocks of so many bytes (POSIX.1-1988, ustar). */
export const TAR_BLOCK = 512;

export interface TarEntry {
  /** Empty for folders, links and what else holds no content. */
  path: string;
  /** Bytes. */
  size: number;
}

/** Bytes one after the other, packed or not. */
export interface ByteSource {
  /** The next bytes; fewer at the end. */
  read(length: number): Promise<Uint8Array>;
  /** Passes over bytes. Returns how many there were. */
  skip(length: number): Promise<number>;
}

/** Whether a block is the head of an entry: the sum of its bytes is written in it. */
export function isTar(block: Uint8Array): boolean {
  return block.length === TAR_BLOCK && octal(block, 148, 8) === checksum(block);
}

/** The path in a head. */
export function headPath(block: Uint8Array): string {
  const folder = text(block, 257, 5) === "ustar" ? text(block, 345, 155) : "";
  return folder ? `${folder}/${text(block, 0, 100)}` : text(block, 0, 100);
}

/**
 * Goes through the entries of an archive as they come. What `visit` leaves of an entry is passed over; nothing but the entry
 * at hand is held.
 *
 * @param visit may read up to `size` bytes; returns how many it read
 * @throws DataError when the archive is damaged or cut short
 */
export async function readTar(
  reader: ByteSource,
  name: string,
  visit: (entry: TarEntry) => Promise<number>,
): Promise<void> {
  let longPath: string | null = null;
  for (;;) {
    const block = await reader.read(TAR_BLOCK);
    // Two blocks of zeros end an archive; some writers leave them out.
    if (block.length === 0 || block.every((byte) => byte === 0)) return;
    if (!isTar(block)) throw new DataError(say(texts.damagedTar, { name }));
    const size = octal(block, 124, 12);
    const type = String.fromCharCode(block[156]!);
    const path: string = longPath ?? headPath(block);
    const isName = (type === GNU_NAME || type === PAX) && size <= LONGEST_NAME;
    const named = isName ? (await reader.read(size)).slice() : null;
    const read = named?.length ?? (await visit({ path: type === "\0" || type === "0" ? path : "", size }));
    const left = Math.ceil(size / TAR_BLOCK) * TAR_BLOCK - read;
    if ((await reader.skip(left)) < left) throw new DataError(say(texts.cutShortTar, { name, path }));
    // The name of the next entry, where it is too long for its head.
    longPath = named && (type === PAX ? paxPath(named) : text(named, 0, named.length));
  }
}

/** Types of entries that say the path of the next one (GNU tar; POSIX.1-2001, pax). */
const GNU_NAME = "L";
const PAX = "x";
const LONGEST_NAME = 64 * 1024;

/** The path among the records `length key=value` of a pax head. */
function paxPath(records: Uint8Array): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text(records, 0, records.length))?.[1] ?? null;
}

/** Bytes of a head, its own checksum taken as blanks. */
function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
}

/** A field of octal digits; 0 where there are none: a size below it would lead back. */
function octal(block: Uint8Array, at: number, length: number): number {
  return Math.max(0, Number.parseInt(text(block, at, length).trim(), 8) || 0);
}

function text(block: Uint8Array, at: number, length: number): string {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(field.subarray(0, end < 0 ? length : end));
}
