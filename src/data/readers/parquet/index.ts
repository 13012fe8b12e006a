import { say } from "../../../i18n/message";
import { samplesNeeded } from "../../assembly/assemble";
import { type DataWish, type LabeledSet, type LabeledSets, NUMBERED_CLASSES } from "../../assembly/labeled";
import { partOf } from "../../assembly/pair";
import { DataError } from "../../errors";
import { Counter } from "../../report/counter";
import type { LeftFile, ReadingReport } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import { heldOutCount } from "../../split";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import { decodeImages } from "../images/sheet";
import { plainFiles } from "../pickedFiles";
import type { Reader } from "../types";
import { texts } from "./errors";
import { remoteParquet } from "./remote";
import { chooseRows, encodedImages, type RowChoice } from "./rows";
import { ImageTable, MAGIC, type ParquetSource, TextClasses } from "./table";

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
  const classes = new TextClasses();
  for (const source of sources) tables.push(await ImageTable.open(source, classes));
  const [test, validation] = [
    tables.filter((table) => partOf(table) === "test"),
    tables.filter(({ name }) => VALIDATION.test(name)),
  ];
  const train = tables.filter((table) => !test.includes(table) && !validation.includes(table));
  const [main, heldOut, aside] = [train, test, validation].filter((part) => part.length > 0);
  const sets = await readParts(main!, heldOut ?? [], classes, wish, tools);
  const unused = (aside ?? []).map(({ name }) => ({ path: name, why: reportTexts.left.otherPart }));
  return { ...sets, report: { ...sets.report, unused } };
}

/** A part beside training and test; measured on where there is no test. */
const VALIDATION = /^(val|valid|validation|dev)\b|-val(id|idation)?-/i;

async function readParts(
  train: ImageTable[],
  test: ImageTable[],
  classes: TextClasses,
  wish: DataWish & { seed: number },
  tools: LoadTools,
): Promise<LabeledSets> {
  const { samples, seed } = wish;
  const kept = await chooseRows(train, test.length > 0 ? samples : samplesNeeded(samples), seed, tools);
  if (kept.count === 0) throw new DataError(say(texts.noRows, { name: train[0]!.name }));
  const heldOut = test.length > 0 ? await chooseRows(test, heldOutCount(samples), seed, tools) : null;
  const share = kept.count / (kept.count + (heldOut?.count ?? 0));
  const { onProgress } = tools;
  const part = { classes, wish };
  const onFirst = (done: number) => onProgress?.(share * done);
  const first = await readPart(train[0]!, kept, { ...part, tools: { ...tools, onProgress: onFirst } });
  if (!heldOut || heldOut.count === 0) return { train: first.set, test: null, report: reportOf(train, [first]) };
  const onSecond = (done: number) => onProgress?.(share + (1 - share) * done);
  const rest = { ...part, tools: { ...tools, onProgress: onSecond }, shape: first.set.shape };
  const second = await readPart(test[0]!, heldOut, rest);
  return { train: first.set, test: second.set, report: reportOf([...train, ...test], [first, second]) };
}

interface PartRead {
  set: LabeledSet;
  /** Rows whose image is missing, or cannot be decoded. */
  broken: LeftFile[];
}

interface PartWish {
  classes: TextClasses;
  wish: DataWish;
  tools: LoadTools;
  shape?: number[];
}

async function readPart(
  { name, columns }: ImageTable,
  choice: RowChoice,
  { classes, wish, tools, shape }: PartWish,
): Promise<PartRead> {
  const images = encodedImages(choice, name);
  const { kept, broken, ...decoded } = await decodeImages(images, wish, tools, shape);
  const { labels } = choice;
  const classNames = columns.classNames.length > 0 || !columns.isText ? columns.classNames : classes.names;
  return {
    set: {
      name,
      kind: "images",
      count: kept.length,
      ...decoded,
      labels: labels && Uint8Array.from(kept, (row) => labels[row]!),
      classNames: NUMBERED_CLASSES.map((number, label) => classNames[label] ?? number),
    },
    broken: broken.map(({ index, why }) => ({ path: images.nameOf(index), why })),
  };
}

/** Every row of the files is counted, read or not. */
function reportOf(tables: ImageTable[], parts: PartRead[]): ReadingReport {
  const rows = tables.reduce((sum, { groups }) => sum + (groups.at(-1)?.end ?? 0), 0);
  const counter = new Counter("images");
  for (const { set, broken } of parts) {
    counter.take(set.count);
    for (const { path, why } of broken) counter.leave(why, path);
  }
  return { samples: counter.leave(reportTexts.left.notNeeded, [], rows - counter.tally.found).tally };
}
