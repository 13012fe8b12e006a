/** The files of a run in an archive, by which it is known again. */

export const RECORD_FILE = "record.json";
export const SETTINGS_FILE = "config.json";
export const REMARKS_FILE = "remarks.json";
export const ARCHIVE_ENDING = ".zip";

/** What a folder may be called: letters, digits, hyphens and points of a name, and never empty. */
export function folderName(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .normalize("NFKD")
      .replace(/[^\w.-]+/g, "-")
      .replace(/^[-.]+|[-.]+$/g, "")
      .slice(0, 60) || "run";
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
