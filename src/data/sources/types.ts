import type { ImageWish } from "../assembly/labeled";
import type { Dataset, DatasetFiles, LoadTools } from "../types";
import type { z } from "../zod";

/**
 * A kind of data set as the page, the config and the address know it, without what loads it: its loader (loaders.ts) brings
 * decoders along that only worker and command line need.
 */
export interface Source<S extends z.ZodObject = z.ZodObject> {
  /** Its part of an experiment's config, told apart by `id`; defaults and bounds live here and nowhere else. */
  schema: S;
  /** Made here, of as many samples as were asked for: not brought or fetched. */
  isMade: boolean;
  /** Images rather than points: something to convolve. */
  holdsImages: boolean;
  /** Shape of a sample before the data are there: [height, width, channels] or [dimensions]. */
  likelyShape(options: z.output<S>): number[];
  /** Where its files have to be fetched from. */
  addresses?(options: z.output<S>): string[];
}

/** A config's part as its loader needs it: how images are stored may be left open. */
export type StoredOptions<S extends z.ZodObject> = Omit<z.output<S>, keyof ImageWish> & ImageWish;

/**
 * Makes, reads or fetches a data set, a function of options, seed and files alone.
 *
 * @param files what the user picked, for kinds that read it
 * @throws DataError for people; the signal's reason when called off
 */
export type Loader<Options> = (
  options: Options,
  seed: number,
  tools: LoadTools,
  files: DatasetFiles | null,
) => Dataset | Promise<Dataset>;
