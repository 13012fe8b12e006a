import { say } from "../../../i18n/message";
import { GzipReader } from "../../archives/gunzip";
import { isTar, readTar } from "../../archives/tar";
import { LARGEST_PART, type LabeledSets } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { isPickle } from "../../pickle/unpickle";
import type { LoadTools } from "../../types";
import { bytesOf, isGzip } from "../bytes";
import { plainFiles } from "../pickedFiles";
import type { Reader } from "../types";
import { type BatchSource, CifarCollection } from "./collect";
import { texts } from "./errors";
import { type Layout, layoutOf, recordSize } from "./layout";
import { readPythonBatch } from "./python";

const CLASS_NAMES = /(^|\/)(batches\.meta|fine_label_names)\.txt$/;
/** The archives as published, which are read as they are decompressed. */
const PUBLISHED = /cifar[^/]*(bin|py)/i;
/** Batches and names of the version for Python. */
const PICKLE = /(^|\/)(data_batch_\d+|test_batch|batches\.meta|train|test|meta)$/;
const BATCH = /\.bin$/i;
/** Bytes of a list of class names that are read. */
const LONGEST_NAMES = 64 * 1024;
/** Bytes of a plain file that are read at a time, roughly. */
const SLICE = 4 * 2 ** 20;

/** CIFAR-10 and CIFAR-100, binary or pickled. */
export const cifar: Reader = {
  id: "cifar",
  label: "CIFAR, binary or for Python, packed or not",
  endings: [".bin", "batches.meta.txt", "fine_label_names.txt"],
  companions: ["coarse_label_names.txt"],
  unpacks: { gzip: (_, path) => path !== null && PUBLISHED.test(path) },
  recognizes: async (start) => isPickle(start.bytes) || (start.isGzip && isTar(await start.inflated())),
  read: (files, wish, tools) => readCifar(plainFiles(files), wish, tools),
};

/**
 * Reads CIFAR-10 or CIFAR-100: batches (`.bin`, or pickles), with `batches.meta.txt` or `fine_label_names.txt` as names of the
 * classes, or the binary `.tar.gz` as published, which is read as it is decompressed. Files with "test" in their names are the
 * test set.
 *
 * @throws DataError naming the file, what was found and what was expected
 */
async function readCifar(files: File[], _wish: unknown, { signal, onProgress }: LoadTools): Promise<LabeledSets> {
  const collection = new CifarCollection();
  for (const [i, file] of files.entries()) {
    const report = (share: number) => {
      signal?.throwIfAborted();
      onProgress?.((i + Math.min(1, share)) / files.length);
    };
    await readFile(file, collection, report);
  }
  return collection.finish(
    files.length === 1 ? files[0]!.name : `${files[0]!.name} and its ${files.length - 1} companions`,
  );
}

async function readFile(file: File, collection: CifarCollection, report: (share: number) => void): Promise<void> {
  if (isGzip(await bytesOf(file.slice(0, 2), file.name)) && !BATCH.test(file.name))
    return readArchive(file, collection, report);
  if (isPickle(await bytesOf(file.slice(0, 2), file.name)))
    return readPython({ ...named(file), size: file.size }, collection, () => bytesOf(file, file.name));
  if (CLASS_NAMES.test(file.name))
    return collection.addNames(textOf(await bytesOf(file.slice(0, LONGEST_NAMES), file.name)));
  if (!BATCH.test(file.name)) throw new DataError(say(texts.foreign, { name: file.name }));
  await collection.addBatch(named(file), file.size, plainRecords(file, layoutOf(file.name, file.size), report));
}

function named({ name }: File): BatchSource {
  return { path: name, title: name };
}

async function readPython(
  { path, title, size }: BatchSource & { size: number },
  collection: CifarCollection,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  if (size > LARGEST_PART) throw new DataError(say(texts.largePickle, { name: title, size, most: LARGEST_PART }));
  const batch = await readPythonBatch(await read(), title);
  if ("names" in batch) return collection.setNames(batch.names);
  let next = 0;
  await collection.addBatch({ path, title }, batch.size, async () => batch.records(next++));
}

async function readArchive(file: File, collection: CifarCollection, report: (share: number) => void): Promise<void> {
  let share = 0;
  const reader = new GzipReader(file, file.name, (bytes) => {
    share = bytes / file.size;
  });
  try {
    await readTar(reader, file.name, async ({ path, size }) => {
      report(share);
      if (CLASS_NAMES.test(path) && size <= LONGEST_NAMES) collection.addNames(textOf(await reader.read(size)));
      else if (BATCH.test(path))
        await collection.addBatch({ path, title: `${file.name}/${path}` }, size, (bytes) => {
          report(share);
          return reader.read(bytes);
        });
      else if (PICKLE.test(path))
        await readPython({ path, title: `${file.name}/${path}`, size }, collection, () => reader.read(size));
      else return 0;
      return size;
    });
  } finally {
    await reader.close();
  }
}

/** The records of a plain file, some thousands read at a time. */
function plainRecords(file: File, layout: Layout, report: (share: number) => void) {
  const length = recordSize(layout);
  const step = Math.floor(SLICE / length) * length;
  let slice = new Uint8Array(0);
  let [from, at] = [0, 0];
  return async () => {
    if (at === slice.length) {
      report(from / file.size);
      slice = await bytesOf(file.slice(from, from + step), file.name);
      from += slice.length;
      at = 0;
    }
    at += length;
    return slice.subarray(at - length, at);
  };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
