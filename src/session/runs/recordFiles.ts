import { isJsonTable } from "../../data/readers/json/looksLikeRecords";
import { ARCHIVE_ENDING } from "../../export/packed/names";
import type { FoundRecord } from "../../export/packed/read";
import { PlaygroundError } from "../../i18n/errors";
import { texts } from "./texts";

/** Files in which there may be records: documents themselves, and archives that hold some. */

const RECORD_ENDING = ".json";

export const RECORD_ENDINGS = [RECORD_ENDING, ARCHIVE_ENDING];

/** The records of files, each to be read when it is its turn; what is no archive says so then. */
export async function recordsIn(files: readonly File[]): Promise<FoundRecord[]> {
  const found: FoundRecord[] = [];
  for (const file of files) found.push(...(isArchive(file) ? await recordsInArchive(file) : [asRecord(file)]));
  return found;
}

async function recordsInArchive(file: File): Promise<FoundRecord[]> {
  try {
    const found = await (await import("../../export/packed/read")).recordsInZip(file);
    if (found.length > 0) return found;
    throw new PlaygroundError(texts.noneInside);
  } catch (error) {
    return [{ name: file.name, text: () => Promise.reject(error), remarks: null }];
  }
}

function asRecord(file: File): FoundRecord {
  return { name: file.name, text: () => file.text(), remarks: null };
}

function isArchive({ name }: File): boolean {
  return name.toLowerCase().endsWith(ARCHIVE_ENDING);
}

/** Whether all files are records or archives of records: others may be data, which may be packed as well, or JSON, too. */
export async function areRecords(files: readonly File[]): Promise<boolean> {
  for (const file of files) {
    const isDocument = file.name.toLowerCase().endsWith(RECORD_ENDING) && !(await isJsonTable(file));
    if (!isDocument && !(isArchive(file) && (await holdsRecords(file)))) return false;
  }
  return files.length > 0;
}

/** What cannot be read as an archive is left to whoever reads data, and says what is wrong with it. */
async function holdsRecords(file: File): Promise<boolean> {
  try {
    return (await (await import("../../export/packed/read")).recordsInZip(file)).length > 0;
  } catch {
    return false;
  }
}
