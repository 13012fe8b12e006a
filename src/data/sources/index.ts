import { z } from "../zod";
import { files } from "./files";
import { glyphs } from "./glyphs";
import { points } from "./points";
import { publicSet } from "./public";
import type { Source } from "./types";
import { url } from "./url";

/** Every kind of data set, one line each, in the order in which they are offered. What loads them: loaders.ts. */
const SOURCES = { points, glyphs, files, url, public: publicSet };

export type SourceId = keyof typeof SOURCES;

type SourceSchema = (typeof SOURCES)[SourceId]["schema"];

/** The `dataset` of an experiment's config. */
export const datasetSchema = z.discriminatedUnion(
  "id",
  Object.values(SOURCES).map(({ schema }) => schema) as [SourceSchema, ...SourceSchema[]],
);

type DatasetConfig = z.output<typeof datasetSchema>;

/** What is known of a data set by its kind. */
export function sourceOf({ id }: { id: SourceId }): Source {
  return SOURCES[id];
}

/** Where the files of a data set have to be fetched from; none where it is made here, or comes from the user's own files. */
export function addressesOf(options: DatasetConfig): string[] {
  return sourceOf(options).addresses?.(options) ?? [];
}
