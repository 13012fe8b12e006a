import { readBrought } from "../../readers/readBrought";
import { DataError, type Dataset, type DatasetFiles, type LoadTools } from "../../types";
import type { FilesOptions } from ".";

/**
 * Reads what the user picked.
 *
 * @throws DataError when the files are missing or wrong
 */
export async function loadFiles(
  options: FilesOptions,
  seed: number,
  tools: LoadTools,
  files: DatasetFiles | null,
): Promise<Dataset> {
  if (files) return readBrought(files.files, options, seed, tools);
  throw new DataError(
    options.name
      ? `The files "${options.name}" are not at hand: pick them again.`
      : "No files are picked yet: choose some under Data, or drop them on the page.",
  );
}
