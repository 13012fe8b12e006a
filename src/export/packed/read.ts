import { ZipArchive, type ZipEntry } from "../../data/archives/zip/zip";
import { RECORD_FILE, REMARKS_FILE, SETTINGS_FILE } from "./names";

/** The records in an archive that somebody brings. */

/** A record as text, by its place in the archive. */
export interface FoundRecord {
  name: string;
  text(): Promise<string>;
  /** What was said of the run, in a file beside the record; null where there is none. */
  remarks: Omit<FoundRecord, "remarks"> | null;
}

/**
 * @returns none where the archive is of other things: a record is one beside its settings
 * @throws DataError when it is no archive, or damaged
 */
export async function recordsInZip(file: File): Promise<FoundRecord[]> {
  const archive = await ZipArchive.open(file, file.name);
  const entries = new Map(archive.entries.map((entry) => [entry.path, entry]));
  const found = (entry: ZipEntry) => ({
    name: `${file.name}/${entry.path}`,
    text: async () => new TextDecoder().decode(await archive.read(entry)),
  });
  return archive.entries.flatMap((entry) => {
    const folder = entry.path.slice(0, -RECORD_FILE.length);
    if (!isNamed(entry.path, RECORD_FILE) || !entries.has(folder + SETTINGS_FILE)) return [];
    const remarks = entries.get(folder + REMARKS_FILE);
    return { ...found(entry), remarks: remarks ? found(remarks) : null };
  });
}

function isNamed(path: string, name: string): boolean {
  return path === name || path.endsWith(`/${name}`);
}
