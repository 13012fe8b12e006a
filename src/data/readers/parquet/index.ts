import { say } from "../../../i18n/message";
import { samplesNeeded } from "../../assembly/assemble";
import { type DataWish, type LabeledSet, type LabeledSets, NUMBERED_CLASSES } from "../../assembly/labeled";
import { partOf } from "../../assembly/pair";
import { DataError } from "../../errors";
import { Counter } from "../../report/counter";
import type { LeftFile, Tally } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import { heldOutCount } from "../../split";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import { type DecodedPart, decodeParts } from "../images/decode";
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
  const choices = heldOut && heldOut.count > 0 ? [kept, heldOut] : [kept];
  const leads = [train[0]!, test[0]!];
  const images = choices.map((choice, i) => encodedImages(choice, leads[i]!.name));
  const { shape, parts, notes, suspicions } = await decodeParts(images, wish, tools);
  const [first, second] = parts.map((part, i) => labeled(leads[i]!, choices[i]!, part, shape, classes)) as [
    LabeledSet,
    LabeledSet | undefined,
  ];
  const broken = parts.flatMap((part, i) =>
    part.broken.map(({ index, why }) => ({ path: images[i]!.nameOf(index), why })),
  );
  const tables = second ? [...train, ...test] : train;
  const tally = tallyOf(tables, first.count + (second?.count ?? 0), broken);
  return { train: first, test: second ?? null, report: { samples: tally, notes, suspicions } };
}

function labeled(
  { name, columns }: ImageTable,
  { labels }: RowChoice,
  { values, kept }: DecodedPart,
  shape: number[],
  classes: TextClasses,
): LabeledSet {
  const classNames = columns.classNames.length > 0 || !columns.isText ? columns.classNames : classes.names;
  return {
    name,
    kind: "images",
    count: kept.length,
    values,
    shape,
    labels: labels && Uint8Array.from(kept, (row) => labels[row]!),
    classNames: NUMBERED_CLASSES.map((number, label) => classNames[label] ?? number),
  };
}

/** Every row of the files is counted, read or not. */
function tallyOf(tables: ImageTable[], taken: number, broken: LeftFile[]): Tally {
  const rows = tables.reduce((sum, { groups }) => sum + (groups.at(-1)?.end ?? 0), 0);
  const counter = new Counter("images").take(taken);
  for (const { path, why } of broken) counter.leave(why, path);
  return counter.leave(reportTexts.left.notNeeded, [], rows - counter.tally.found).tally;
}
