import { type DatasetOptions, loaderOf } from "./sources/loaders";
import type { Dataset, DatasetFiles, LoadTools } from "./types";

export type { DatasetOptions };

/**
 * Makes, reads or fetches a data set. The result is a function of options, seed and the files alone.
 *
 * @param files what the user picked; needed for the data set `files` only
 * @param tools how to report, to call off, to decode
 * @throws DataError when the files are missing or wrong, with a message for people; the signal's reason when called off
 */
export async function loadDataset(
  options: DatasetOptions,
  seed: number,
  files: DatasetFiles | null,
  tools: LoadTools = {},
): Promise<Dataset> {
  return loaderOf(options)(options, seed, tools, files);
}
