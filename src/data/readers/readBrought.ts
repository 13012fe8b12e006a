import { assemble } from "../assembly/assemble";
import type { DataWish, LabeledSets } from "../assembly/labeled";
import { WrongFormatError } from "../errors";
import type { Dataset, LoadTools, PickedFile } from "../types";
import { READERS } from ".";
import { assertFew } from "./pickedFiles";
import { recognize, whatIsRead } from "./recognize";
import type { Reader, ReaderWish } from "./types";

/**
 * Reads files of whatever format, and makes a data set of them that follows from the arguments alone.
 *
 * @param readers the formats that are known
 * @throws DataError naming the file that is wrong, what was found and what is allowed
 */
export async function readBrought(
  picked: PickedFile[],
  options: DataWish & { id: string; name: string },
  seed: number,
  tools: LoadTools,
  readers: readonly Reader[] = READERS,
): Promise<Dataset> {
  assertFew(picked.length);
  const sets = await readFiles(picked, { ...options, seed }, tools, readers);
  tools.signal?.throwIfAborted();
  return assemble(sets, { ...options, title: options.name || sets.train.name }, seed);
}

/** A reader that finds something else than its format knows nothing of the others: they are named here. */
async function readFiles(
  picked: PickedFile[],
  wish: ReaderWish,
  tools: LoadTools,
  readers: readonly Reader[],
): Promise<LabeledSets> {
  const { reader, files } = await recognize(picked, readers);
  try {
    return await reader.read(files, wish, tools);
  } catch (error) {
    throw error instanceof WrongFormatError ? error.with(whatIsRead(readers)) : error;
  }
}
