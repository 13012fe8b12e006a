import { type GlyphsOptions, loadGlyphs } from "./sources/glyphs";
import { type FilesOptions, loadIdx } from "./sources/idx";
import { loadPoints, type PointsOptions } from "./sources/points";
import type { Progress } from "./sources/progress";
import { DataError, type Dataset, type DatasetFiles } from "./types";

/** Which data set, complete with its options: the `dataset` of an experiment's config. */
export type DatasetOptions = PointsOptions | GlyphsOptions | FilesOptions;

/**
 * Makes or reads a data set. The result is a function of the arguments alone.
 *
 * @param files what the user picked; needed for the data set `files` only
 * @param onProgress told the share of the work that is done, 0..1
 * @throws DataError when the files are missing or wrong, with a message for people
 */
export async function loadDataset(
  options: DatasetOptions,
  seed: number,
  files: DatasetFiles | null,
  onProgress?: Progress,
): Promise<Dataset> {
  switch (options.id) {
    case "points":
      return loadPoints(options, seed);
    case "glyphs":
      return loadGlyphs(options, seed, onProgress);
    case "files":
      if (!files)
        throw new DataError(`The files of "${options.name || "your data set"}" are not at hand: pick them again.`);
      return loadIdx(options, seed, files, onProgress);
  }
}
