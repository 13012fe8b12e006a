import type { SourceId } from ".";
import { loadFiles } from "./files/load";
import { loadGlyphs } from "./glyphs/load";
import { loadPoints } from "./points/load";
import { loadPublic } from "./public/load";
import type { Loader } from "./types";
import { loadUrl } from "./url/load";

const LOADERS = {
  points: loadPoints,
  glyphs: loadGlyphs,
  files: loadFiles,
  url: loadUrl,
  public: loadPublic,
} satisfies Record<SourceId, unknown>;

/** Which data set, complete with its options: the `dataset` of an experiment's config. */
export type DatasetOptions = Parameters<(typeof LOADERS)[SourceId]>[0];

/** What loads data of this kind. */
export function loaderOf({ id }: DatasetOptions): Loader<DatasetOptions> {
  return LOADERS[id] as Loader<DatasetOptions>;
}
