import { say } from "../../../i18n/message";
import { samplesNeeded } from "../../assembly/assemble";
import { type DataWish, type LabeledSet, type LabeledSets, NUMBERED_CLASSES } from "../../assembly/labeled";
import { partOf } from "../../assembly/pair";
import { DataError } from "../../errors";
import { heldOutCount } from "../../split";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import { decodeImages } from "../images/sheet";
import { plainFiles } from "../pickedFiles";
import type { Reader } from "../types";
import { texts } from "./errors";
import { remoteParquet } from "./remote";
import { chooseRows, encodedImages, type RowChoice } from "./rows";
import { ImageTable, MAGIC, type ParquetSource } from "./table";

/** Parquet files of encoded images. */
export const parquet: Reader = {
  id: "parquet",
  label: "Parquet",
  recognizes: ({ text }) => text.startsWith(MAGIC),
  read: (files, wish, tools) => readParquetSources(plainFiles(files).map(sourceOf), wish, tools),
  remote: {
    endings: [".parquet"],
    read: async (url, wish, tools) => {
      const source = await remoteParquet(url, tools.signal);
      return source && readParquetSources([source], wish, tools);
    },
  },
};

function sourceOf(file: File): ParquetSource {
  const slice = async (start: number, end?: number) => (await bytesOf(file.slice(start, end), file.name)).buffer;
  return { name: file.name, buffer: { byteLength: file.size, slice } };
}

/**
 * Reads Parquet files of encoded images, as Hugging Face publishes data sets: a column of structs {bytes, path}, and a column of
 * labels whose classes are named in the file. Files with "test" in their names are the test set. Row groups are read until
 * there are enough samples; of files on a server, only those are fetched.
 *
 * @throws DataError naming the file that is wrong
 */
async function readParquetSources(
  sources: ParquetSource[],
  wish: DataWish & { seed: number },
  tools: LoadTools,
): Promise<LabeledSets> {
  const tables: ImageTable[] = [];
  for (const source of sources) tables.push(await ImageTable.open(source));
  const test = tables.filter((table) => partOf(table) === "test");
  const train = tables.filter((table) => !test.includes(table));
  if (train.length === 0) return readParts(test, [], wish, tools);
  return readParts(train, test, wish, tools);
}

async function readParts(
  train: ImageTable[],
  test: ImageTable[],
  wish: DataWish & { seed: number },
  tools: LoadTools,
): Promise<LabeledSets> {
  const { samples, seed } = wish;
  const kept = await chooseRows(train, test.length > 0 ? samples : samplesNeeded(samples), seed, tools);
  if (kept.count === 0) throw new DataError(say(texts.noRows, { name: train[0]!.name }));
  const heldOut = test.length > 0 ? await chooseRows(test, heldOutCount(samples), seed, tools) : null;
  const share = kept.count / (kept.count + (heldOut?.count ?? 0));
  const { onProgress } = tools;
  const first = await readPart(train[0]!, kept, wish, {
    ...tools,
    onProgress: (part) => onProgress?.(share * part),
  });
  if (!heldOut || heldOut.count === 0) return { train: first, test: null };
  const second = await readPart(
    test[0]!,
    heldOut,
    wish,
    { ...tools, onProgress: (part) => onProgress?.(share + (1 - share) * part) },
    first.shape,
  );
  return { train: first, test: second };
}

async function readPart(
  { name, columns }: ImageTable,
  choice: RowChoice,
  wish: DataWish,
  tools: LoadTools,
  shape?: number[],
): Promise<LabeledSet> {
  const { kept, broken: _, ...decoded } = await decodeImages(encodedImages(choice, name), wish, tools, shape);
  return {
    name,
    kind: "images",
    count: kept.length,
    ...decoded,
    labels: choice.labels && Uint8Array.from(kept, (row) => choice.labels![row]!),
    classNames: NUMBERED_CLASSES.map((number, label) => columns.classNames[label] ?? number),
  };
}
