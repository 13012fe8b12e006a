import { DataError, type Dataset, type LoadTools } from "../types";
import { assemble } from "./assemble";
import { readCifar } from "./cifar";
import { readCsv } from "./csv";
import { type Format, recognise } from "./formats";
import { readIdx } from "./idx";
import { readImages } from "./images";
import type { DataWish, Reader } from "./labelled";
import { readNumpy } from "./numpy";

export interface FilesOptions extends DataWish {
  id: "files";
  /** For display; the name of the first file when empty. */
  name: string;
}

import { readParquet } from "./parquet";

/** More than any browser hands over in one go. */
const MOST_FILES = 200_000;

const READERS: Record<Format, Reader> = {
  idx: readIdx,
  cifar: readCifar,
  numpy: readNumpy,
  images: readImages,
  parquet: readParquet,
  csv: readCsv,
};

/**
 * Reads files of whatever format, and makes a data set of them that follows from the arguments alone.
 *
 * @throws DataError naming the file that is wrong, what was found and what is allowed
 */
export async function loadOwn(
  picked: File[],
  options: DataWish & { id: string; name: string },
  seed: number,
  tools: LoadTools,
): Promise<Dataset> {
  if (picked.length > MOST_FILES)
    throw new DataError(`${picked.length} files were picked; at most ${MOST_FILES} are read. Put them into a ZIP.`);
  const { format, files } = await recognise(picked);
  const sets = await READERS[format](files, { ...options, seed }, tools);
  tools.signal?.throwIfAborted();
  return assemble(sets, { ...options, title: options.name || sets.train.name }, seed);
}
