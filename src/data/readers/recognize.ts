import { type Said, say, textsOf } from "../../i18n/message";
import { DataError } from "../errors";
import type { LeftFile } from "../report/report";
import { texts as reportTexts } from "../report/texts";
import type { PickedFile } from "../types";
import { texts } from "./errors";
import { FileStart } from "./fileStart";
import { foreignDocument } from "./foreign";
import { endingOf, hasEnding, isStray } from "./pickedFiles";
import type { Reader } from "./types";

/** The one reader of what was picked, what it is to read, and what is left out. */
export interface Recognized {
  reader: Reader;
  files: PickedFile[];
  left: LeftFile[];
}

type Known = PickedFile & { reader: Reader | null };

/**
 * Finds out what was picked, by the first bytes of each file, and by the name where a format has no mark of its own.
 *
 * @param archive what the files lie in, if that was picked
 * @throws DataError when files that were picked one by one are of several formats, or none is of any
 */
export async function recognize(
  picked: readonly PickedFile[],
  readers: readonly Reader[],
  archive = "",
): Promise<Recognized> {
  const isBeside = ({ path }: PickedFile) => picked.length > 1 && isLeftOut(path, readers);
  const files = picked.filter((one) => !isBeside(one));
  const found: Known[] = [];
  for (const { file, path } of files) found.push({ file, path, reader: await readerOf(file, readers) });
  const main = found.filter(({ reader: own }) => !own?.yields);
  const reader = chosen(main) ?? chosen(found) ?? claimant(files, readers);
  if (!reader) throw unknown(files[0] ?? picked[0]!, archive, readers);
  const isOwn = (one: Known) =>
    one.reader === reader || isCompanion(one, reader) || (!one.reader && claims(reader, one));
  const left = found
    .filter((one) => !isOwn(one))
    .map(({ path, reader: other }) => ({ path, why: whyLeft(path, other) }));
  const beside = picked.filter(isBeside).map(({ path }) => ({ path, why: reportTexts.left.accompanying }));
  return { reader, files: found.filter(isOwn), left: [...left, ...beside] };
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

/**
 * The reader of most of the bytes. One that reads tables beside its own files comes before that of tables.
 *
 * @throws DataError where files of several formats were picked one by one: which is meant, only the user knows
 */
function chosen(found: readonly Known[]): Reader | null {
  const first = found.find(({ reader }) => reader !== null);
  const bytes = new Map<Reader, number>();
  for (const { reader, file } of found) if (reader) bytes.set(reader, (bytes.get(reader) ?? 0) + file.size);
  const all = [...bytes.keys()];
  const main = all.find((reader) =>
    found.every((one) => !one.reader || one.reader === reader || isCompanion(one, reader)),
  );
  if (main || !first?.reader) return main ?? null;
  const stranger = found.find(({ reader, path }) => reader && reader !== first.reader && !path.includes("/"));
  if (stranger?.reader && !first.path.includes("/"))
    throw mixed(first.file, first.reader, stranger.file, stranger.reader);
  return all.reduce((most, reader) => (bytes.get(reader)! > bytes.get(most)! ? reader : most));
}

function isCompanion({ path }: PickedFile, { reads = [] }: Reader): boolean {
  return hasEnding(path, reads);
}

function claims(reader: Reader, { file }: PickedFile): boolean {
  return reader.claims?.(file.name) ?? false;
}

function claimant(files: readonly PickedFile[], readers: readonly Reader[]): Reader | undefined {
  return readers.find((reader) => files.some((one) => claims(reader, one)));
}

/** Kinds of pictures that no browser decodes. */
const OTHER_PICTURES = [".tif", ".tiff", ".pgm", ".ppm", ".pbm", ".pnm", ".heic", ".psd", ".dcm", ".svg"];

function whyLeft(path: string, reader: Reader | null): Said {
  const ending = endingOf(path);
  if (reader) return say(reportTexts.left.otherFormat, { format: reader.id });
  if (hasEnding(path, OTHER_PICTURES)) return say(reportTexts.left.otherPictures, { ending });
  if (ending === ".xml") return reportTexts.left.xml;
  return ending ? say(reportTexts.left.unknownFormat, { ending }) : reportTexts.left.noEnding;
}

function unknown({ file: { name } }: PickedFile, archive: string, readers: readonly Reader[]): DataError {
  const advice = whatIsRead(readers);
  const document = foreignDocument(name);
  if (document) return new DataError(say(texts.documentBut, { document, advice }));
  if (hasEnding(name, OTHER_PICTURES)) return new DataError(say(texts.otherPicture, { name, advice }));
  if (archive && archive !== name)
    return new DataError(say(texts.unknownWithin, { name: archive, first: name, advice }));
  return new DataError(say(texts.unknown, { name, advice }));
}

function mixed(one: File, { id }: Reader, other: File, { id: otherId }: Reader): DataError {
  return new DataError(say(texts.mixed, { name: one.name, otherName: other.name, format: id, otherFormat: otherId }));
}
