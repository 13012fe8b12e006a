import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { readBrought } from "../../readers/readBrought";
import type { Dataset, DatasetFiles, LoadTools } from "../../types";
import type { FilesOptions } from ".";
import { texts } from "./errors";

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
  throw new DataError(options.name ? say(texts.gone, { name: options.name }) : texts.none);
}
