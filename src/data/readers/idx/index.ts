import { say } from "../../../i18n/message";
import { isTar } from "../../archives/tar";
import { type LabeledSet, type LabeledSets, NUMBERED_CLASSES } from "../../assembly/labeled";
import { type Pair, pairPieces } from "../../assembly/pair";
import { DataError, WrongFormatError } from "../../errors";
import type { LoadTools } from "../../types";
import { plainFiles } from "../pickedFiles";
import type { Reader } from "../types";
import { texts } from "./errors";
import { isIdx } from "./header";
import { type IdxFile, readIdxFile } from "./read";

const MOST_FILES = 4;

/** IDX, as MNIST comes. A gzip file is one unless a tar archive is in it: what else it may be, the header says. */
export const idx: Reader = {
  id: "idx",
  label: "IDX as in MNIST, plain or gzip",
  recognizes: async (start) => (start.isGzip ? !isTar(await start.inflated()) : isIdx(start.bytes)),
  claims: (name) => /idx|ubyte/i.test(name),
  unpacks: { gzip: (content, path) => path === null && isIdx(content) },
  read: (files, wish, tools) => readIdx(plainFiles(files), wish, tools),
};

/**
 * Reads images and labels in the format of MNIST (IDX, plain or gzip): one image file, or a training and a test file, each
 * with or without a file of labels.
 *
 * @throws DataError naming the file that is wrong, what was found and what was expected
 */
export async function readIdx(files: File[], _wish: unknown, { onProgress, signal }: LoadTools): Promise<LabeledSets> {
  if (files.length === 0) throw new WrongFormatError(texts.noFile);
  if (files.length > MOST_FILES)
    throw new DataError(say(texts.tooManyFiles, { count: files.length, most: MOST_FILES }));
  const read: IdxFile[] = [];
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    read.push(await readIdxFile(file, (share) => onProgress?.((i + share) / files.length)));
  }
  const { train, test } = pairPieces(read);
  return { train: labeled(train), test: test && labeled(test) };
}

function labeled({ samples, labels }: Pair<IdxFile>): LabeledSet {
  return {
    name: samples.name,
    kind: "images",
    shape: [...samples.shape, 1],
    count: samples.count,
    values: samples.payload,
    labels: labels?.payload ?? null,
    classNames: NUMBERED_CLASSES,
  };
}
