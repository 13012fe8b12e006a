import { ZipArchive, type ZipEntry } from "../../data/archives/zip/zip";
import { RECORD_FILE, SETTINGS_FILE } from "./names";

/** The records in an archive that somebody brings. */

/** A record as text, by its place in the archive. */
export interface FoundRecord {
  name: string;
  text(): Promise<string>;
}

/**
 * @returns none where the archive is of other things: a record is one beside its settings
 * @throws DataError when it is no archive, or damaged
 */
export async function recordsInZip(file: File): Promise<FoundRecord[]> {
  const archive = await ZipArchive.open(file, file.name);
  const paths = new Set(archive.entries.map(({ path }) => path));
  const isRecord = ({ path }: ZipEntry) =>
    isNamed(path, RECORD_FILE) && paths.has(path.slice(0, -RECORD_FILE.length) + SETTINGS_FILE);
  return archive.entries.filter(isRecord).map((entry) => ({
    name: `${file.name}/${entry.path}`,
    text: async () => new TextDecoder().decode(await archive.read(entry)),
  }));
}

function isNamed(path: string, name: string): boolean {
  return path === name || path.endsWith(`/${name}`);
}
