import type { SourceId } from ".";
import { loadGlyphs } from "./glyphs/load";
import { loadPoints } from "./points/load";
import type { Loader } from "./types";

type Brought = typeof import("./brought");

const LOADERS = {
  points: loadPoints,
  glyphs: loadGlyphs,
  files: async (...given: Parameters<Brought["loadFiles"]>) => (await import("./brought")).loadFiles(...given),
  url: async (...given: Parameters<Brought["loadUrl"]>) => (await import("./brought")).loadUrl(...given),
  public: async (...given: Parameters<Brought["loadPublic"]>) => (await import("./brought")).loadPublic(...given),
} satisfies Record<SourceId, unknown>;

/** Which data set, complete with its options: the `dataset` of an experiment's config. */
export type DatasetOptions = Parameters<(typeof LOADERS)[SourceId]>[0];

/** What loads data of this kind. */
export function loaderOf({ id }: DatasetOptions): Loader<DatasetOptions> {
  return LOADERS[id] as Loader<DatasetOptions>;
}
