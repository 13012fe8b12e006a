import type { SourceId } from ".";
import { loadGlyphs } from "./glyphs/load";
import { loadPoints } from "./points/load";
import type { Loader } from "./types";

type Brought = typeof import("./brought");

const LOADERS = {
  points: loadPoints,
  glyphs: loadGlyphs,
  files: async (...given: Parameters<Brought["files"]>) => (await import("./brought")).files(...given),
  url: async (...given: Parameters<Brought["url"]>) => (await import("./brought")).url(...given),
  public: async (...given: Parameters<Brought["public"]>) => (await import("./brought")).public(...given),
} satisfies Record<SourceId, unknown>;

/** Which data set, complete with its options: the `dataset` of an experiment's config. */
export type DatasetOptions = Parameters<(typeof LOADERS)[SourceId]>[0];

/** What loads data of this kind. */
export function loaderOf({ id }: DatasetOptions): Loader<DatasetOptions> {
  return LOADERS[id] as Loader<DatasetOptions>;
}
