import { assemble } from "../assembly/assemble";
import type { DataWish, Reader } from "../assembly/labelled";
import type { Dataset, LoadTools, PickedFile } from "../types";
import { readCifar } from "./cifar";
import { readCsv } from "./csv";
import { type Format, recognise } from "./formats";
import { readIdx } from "./idx";
import { readImages } from "./images";
import { readNumpy } from "./numpy";
import { readParquet } from "./parquet";
import { assertFew } from "./picked";

export interface FilesOptions extends DataWish {
  id: "files";
  /** For display; the name of the first file when empty. */
  name: string;
}

/** Only images go by their folders: they have a reader of their own kind. */
const READERS: Record<Exclude<Format, "images">, Reader> = {
  idx: readIdx,
  cifar: readCifar,
  numpy: readNumpy,
  parquet: readParquet,
  csv: readCsv,
};

/**
 * Reads files of whatever format, and makes a data set of them that follows from the arguments alone.
 *
 * @throws DataError naming the file that is wrong, what was found and what is allowed
 */
export async function loadOwn(
  picked: PickedFile[],
  options: DataWish & { id: string; name: string },
  seed: number,
  tools: LoadTools,
): Promise<Dataset> {
  assertFew(picked.length);
  const { format, files } = await recognise(picked);
  const wish = { ...options, seed };
  const plain = () => files.map(({ file }) => file);
  const sets = format === "images" ? await readImages(files, wish, tools) : await READERS[format](plain(), wish, tools);
  tools.signal?.throwIfAborted();
  return assemble(sets, { ...options, title: options.name || sets.train.name }, seed);
}
