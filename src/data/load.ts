import { loadPublic, loadUrl, type PublicOptions, type UrlOptions } from "./download/remote";
import { type GlyphsOptions, loadGlyphs } from "./generators/glyphs";
import { loadPoints, type PointsOptions } from "./generators/points";
import { type FilesOptions, loadOwn } from "./readers/own";
import { DataError, type Dataset, type DatasetFiles, type LoadTools } from "./types";

/** Which data set, complete with its options: the `dataset` of an experiment's config. */
export type DatasetOptions = PointsOptions | GlyphsOptions | FilesOptions | UrlOptions | PublicOptions;

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
  switch (options.id) {
    case "points":
      return loadPoints(options, seed);
    case "glyphs":
      return loadGlyphs(options, seed, tools);
    case "files":
      if (!files)
        throw new DataError(
          options.name
            ? `The files "${options.name}" are not at hand: pick them again.`
            : "No files are picked yet: choose some under Data, or drop them on the page.",
        );
      return loadOwn(files.files, options, seed, tools);
    case "url":
      return loadUrl(options, seed, tools);
    case "public":
      return loadPublic(options, seed, tools);
  }
}
