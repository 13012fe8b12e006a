import type { Entry } from "@zip.js/zip.js";
import { saidOf } from "../../../i18n/errors";
import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { safePath, UniquePaths } from "../paths";
import { damagedZip, texts } from "./errors";
import { namesOf } from "./names";

/** A file of an archive, as the directory describes it. Its path is a name and nothing else: nothing is written anywhere. */
export interface ZipEntry {
  /** Like no other's; without `..` and without a root. */
  path: string;
  /** 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
  /** CRC-32 of the content. */
  checksum: number;
  /** Bytes in the archive, and once decompressed. */
  packedSize: number;
  size: number;
  /** Where its own head begins. */
  offset: number;
}

const MOST_ENTRIES = 200_000;
/** Deflate expands at most so many times (zlib, technical details): whoever promises more is lying. */
const LARGEST_RATIO = 1032;
/** Bytes of a file for which the ratio says nothing. */
const SMALL = 4096;

/**
 * Reads the directory of an archive; folders are left out.
 *
 * @throws DataError when there is none, or it promises what it cannot hold
 */
export async function readDirectory(file: Blob, name: string): Promise<ZipEntry[]> {
  const entries = await entriesOf(file, name);
  const names = await namesOf(entries);
  // Files that lie in each other are how a few kilobytes become petabytes.
  if (entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0) > file.size)
    throw damagedZip(name, texts.overlapping);
  const unique = new UniquePaths();
  return entries.flatMap((entry, i) =>
    entry.directory ? [] : [entryOf(entry, unique.add(safePath(names[i]!)), name)],
  );
}

async function entriesOf(file: Blob, name: string): Promise<Entry[]> {
  const { BlobReader, ZipReader } = await import("@zip.js/zip.js/lib/zip-core-custom.js");
  const reader = new ZipReader(new BlobReader(file), { strictness: "tolerant", useWebWorkers: false });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) throw new DataError(say(texts.tooManyFiles, { name, most: MOST_ENTRIES }));
    }
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(say(texts.noDirectory, { name, reason: saidOf(error) }));
  }
  return entries;
}

function entryOf(entry: Entry, path: string, name: string): ZipEntry {
  const { uncompressedSize: size, compressedSize: packedSize } = entry;
  if (size > SMALL && size > packedSize * LARGEST_RATIO)
    throw damagedZip(name, say(texts.impossible, { path, packedSize, size }));
  return {
    path,
    method: entry.compressionMethod,
    isEncrypted: entry.encrypted,
    checksum: entry.signature ?? 0,
    packedSize,
    size,
    offset: entry.offset,
  };
}
