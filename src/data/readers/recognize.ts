import { type Said, say, textsOf } from "../../i18n/message";
import { DataError } from "../errors";
import type { PickedFile } from "../types";
import { texts } from "./errors";
import { FileStart } from "./fileStart";
import { foreignDocument } from "./foreign";
import { hasEnding, isStray } from "./pickedFiles";
import type { Reader } from "./types";

/**
 * Finds out what was picked, by the first bytes of each file, and by the name where a format has no mark of its own.
 *
 * @returns the one reader of all files, and the files that it is to read
 * @throws DataError when the files are of several formats, or of none
 */
export async function recognize(
  picked: PickedFile[],
  readers: readonly Reader[],
): Promise<{ reader: Reader; files: PickedFile[] }> {
  const files = picked.filter(({ path }) => picked.length === 1 || !isLeftOut(path, readers));
  const found: (PickedFile & { reader: Reader | null })[] = [];
  for (const { file, path } of files) found.push({ file, path, reader: await readerOf(file, readers) });
  const first = found.find(({ reader }) => reader !== null);
  const reader = first?.reader ?? claimant(files, readers);
  if (!reader) throw unknown(files[0]?.file.name ?? "This", readers);
  if (!first || reader.strangers === "read") return { reader, files };
  const own = found.filter((other) => other.reader === reader);
  const stranger = found.find((other) => !own.includes(other) && (other.reader || reader.strangers !== "ignored"));
  if (!stranger) return { reader, files: own };
  throw stranger.reader
    ? mixed(first.file, reader, stranger.file, stranger.reader)
    : unknown(stranger.file.name, readers);
}

/** One sentence for every refusal of a file that is something else. */
export function whatIsRead(readers: readonly Reader[]): Said {
  const labels = readers.map((reader): Said => textsOf("readers", reader).label);
  return say(texts.whatIsRead, { formats: labels.reduce((first, other) => say(texts.list, { first, other })) });
}

function isLeftOut(path: string, readers: readonly Reader[]): boolean {
  return isStray(path) || readers.some(({ companions = [] }) => hasEnding(path, companions));
}

/** Null where the format is not known. */
async function readerOf(file: File, readers: readonly Reader[]): Promise<Reader | null> {
  const byName = readers.find(({ endings = [] }) => hasEnding(file.name, endings));
  if (byName) return byName;
  if (foreignDocument(file.name)) return null;
  const start = await FileStart.of(file);
  for (const reader of readers) if (await reader.recognizes?.(start)) return reader;
  return null;
}

function claimant(files: PickedFile[], readers: readonly Reader[]): Reader | undefined {
  return readers.find((reader) => files.some(({ file }) => reader.claims?.(file.name)));
}

function unknown(name: string, readers: readonly Reader[]): DataError {
  const advice = whatIsRead(readers);
  const document = foreignDocument(name);
  return new DataError(document ? say(texts.documentBut, { document, advice }) : say(texts.unknown, { name, advice }));
}

function mixed(one: File, { id }: Reader, other: File, { id: otherId }: Reader): DataError {
  return new DataError(say(texts.mixed, { name: one.name, otherName: other.name, format: id, otherFormat: otherId }));
}
