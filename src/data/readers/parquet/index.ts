import { type Said, say } from "../../../i18n/message";
import { samplesNeeded } from "../../assembly/assemble";
import { type DataWish, type LabeledSet, type LabeledSets, NUMBERED_CLASSES } from "../../assembly/labeled";
import { reasonToTrain } from "../../assembly/unlabeled";
import { DataError } from "../../errors";
import { interpretTables } from "../../interpretation/interpret";
import { type Part, partIn } from "../../interpretation/names";
import type { Table } from "../../interpretation/table";
import { Counter } from "../../report/counter";
import type { LeftFile, Tally } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import { heldOutCount } from "../../split";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import { type DecodedPart, decodeParts } from "../images/decode";
import { plainFiles } from "../pickedFiles";
import { byNumber } from "../tables/names";
import type { Reader } from "../types";
import { texts } from "./errors";
import { MAGIC, ParquetFile, type ParquetSource } from "./file";
import { ImageTable, TextClasses } from "./imageTable";
import { remoteParquet } from "./remote";
import { chooseRows, encodedImages, type RowChoice } from "./rows";
import { readTable } from "./tables";

/** Parquet files of encoded images, or of tables. */
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
 * there are enough samples; of files on a server, only those are fetched. Files without images are tables.
 *
 * @throws DataError naming the file that is wrong
 */
async function readParquetSources(
  sources: ParquetSource[],
  wish: DataWish & { seed: number },
  tools: LoadTools,
): Promise<LabeledSets> {
  const files: ParquetFile[] = [];
  for (const source of sources) files.push(await ParquetFile.open(source));
  const classes = new TextClasses();
  const opened = files.map((file) => ImageTable.of(file, classes));
  const tables = opened.filter((table) => table !== null);
  const [first] = tables;
  if (!first) return readTables(files, wish, tools);
  const [other] = files.filter((_, i) => opened[i] === null);
  if (other) throw new DataError(say(texts.noImages, { name: other.name, other: first.name }));
  return readImages(tables, classes, wish, tools);
}

/** As text in a CSV file is: columns of a table, several of which may be the places of a list. */
async function readTables(files: ParquetFile[], { interpretation }: DataWish, tools: LoadTools): Promise<LabeledSets> {
  const tables: Table[] = [];
  for (const [i, file] of byNumber(files).entries()) {
    const onProgress = (done: number) => tools.onProgress?.((i + done) / files.length);
    tables.push(await readTable(file, { ...tools, onProgress }));
  }
  return interpretTables(tables, interpretation);
}

/** Images of files that train, of those that measure beside them, and of those that are held out. */
interface ImageParts {
  train: ImageTable[];
  bank: ImageTable[];
  test: ImageTable[];
}

async function readImages(
  tables: ImageTable[],
  classes: TextClasses,
  wish: DataWish & { seed: number },
  tools: LoadTools,
): Promise<LabeledSets> {
  const of = (part: Part) => tables.filter(({ name }) => (partIn(name) ?? "train") === part);
  const [main = [], test = [], aside = []] = [of("train"), of("test"), of("validation")].filter(
    (part) => part.length > 0,
  );
  const bare = of("unlabeled");
  const labeled = main.some(({ columns }) => columns.label !== null) ? rowsOf(main) : 0;
  const reason = reasonToTrain({ part: bare[0]?.name ?? null, count: rowsOf(bare), labeled }, wish.interpretation);
  const isMain = reason === null && main.length > 0;
  const parts = isMain ? { train: main, bank: [], test } : { train: bare, bank: main, test };
  const { bank, ...sets } = await readParts(parts, classes, wish, tools);
  const why = say(reportTexts.left.unlabeledPart, { part: "unlabeled" });
  const left = [
    ...aside.map(({ name }) => ({ path: name, why: reportTexts.left.otherPart })),
    ...(isMain ? bare.map(({ name }) => ({ path: name, why })) : []),
  ];
  return { ...sets, bank: bank && reason && { ...bank, reason }, report: { ...sets.report, unused: left } };
}

function rowsOf(tables: readonly ImageTable[]): number {
  return tables.reduce((sum, { groups }) => sum + (groups.at(-1)?.end ?? 0), 0);
}

type ReadParts = Omit<LabeledSets, "bank"> & { bank: LabeledSet | null };

async function readParts(
  { train, bank, test }: ImageParts,
  classes: TextClasses,
  wish: DataWish & { seed: number },
  tools: LoadTools,
): Promise<ReadParts> {
  const { samples, seed } = wish;
  const known = test.length > 0 ? samples : samplesNeeded(samples);
  const limits = [bank.length > 0 ? samples : known, known, heldOutCount(samples)];
  const chosen: (RowChoice | null)[] = [];
  for (const [i, part] of [train, bank, test].entries())
    chosen.push(part.length > 0 ? await chooseRows(part, limits[i]!, seed, tools) : null);
  if (!chosen[0]?.count) throw new DataError(say(texts.noRows, { name: train[0]!.name }));
  const taken = [train, bank, test].flatMap((part, i) => {
    const choice = chosen[i];
    return choice && choice.count > 0 ? [{ i, choice, lead: part[0]! }] : [];
  });
  const images = taken.map(({ choice, lead }) => encodedImages(choice, lead.name));
  const decoded = await decodeParts(images, wish, tools).catch((error: unknown) => betterReason(train[0]!, error));
  const { shape, parts, notes, suspicions } = decoded;
  const sets = parts.map((part, at) => labeled(taken[at]!.lead, taken[at]!.choice, part, shape, classes));
  const setOf = (place: number) => sets[taken.findIndex(({ i }) => i === place)] ?? null;
  const broken = parts.flatMap((part, at) =>
    part.broken.map(({ index, why }) => ({ path: images[at]!.nameOf(index), why })),
  );
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const unlabeled = taken.reduce((sum, { choice }) => sum + choice.unlabeled, 0);
  const tally = tallyOf([train, bank, test].filter((_, i) => setOf(i)).flat(), { count, broken, unlabeled });
  const report = { samples: tally, notes: [...notesOf(train[0]!), ...notes], suspicions };
  const first = setOf(0)!;
  return { train: bank.length > 0 ? { ...first, labels: null } : first, bank: setOf(1), test: setOf(2), report };
}

function notesOf({ columns: { image, isList } }: ImageTable): Said[] {
  return isList ? [say(texts.firstOfList, { column: image.schemaPath[1]!.element.name })] : [];
}

/** Where no image is there, the file may hold their paths in their place. */
async function betterReason(table: ImageTable, error: unknown): Promise<never> {
  const path = error instanceof DataError ? await table.pathInstead() : null;
  if (path === null) throw error;
  throw new DataError(say(texts.onlyPaths, { name: table.name, path }));
}

function labeled(
  { name, columns }: ImageTable,
  { labels }: RowChoice,
  { values, kept }: DecodedPart,
  shape: number[],
  classes: TextClasses,
): LabeledSet {
  const areNamed = columns.classNames.length > 0 || !columns.isText;
  const classNames = areNamed ? columns.classNames : classes.names;
  const places = areNamed ? null : classes.places;
  return {
    name,
    kind: "images",
    count: kept.length,
    values,
    shape,
    labels: labels && Uint8Array.from(kept, (row) => places?.[labels[row]!] ?? labels[row]!),
    classNames: NUMBERED_CLASSES.map((number, label) => classNames[label] ?? number),
  };
}

interface Taken {
  count: number;
  broken: LeftFile[];
  /** Rows that were left out for the want of a label. */
  unlabeled: number;
}

/** Every row of the files is counted, read or not. */
function tallyOf(tables: ImageTable[], { count, broken, unlabeled }: Taken): Tally {
  const rows = rowsOf(tables);
  const counter = new Counter("images").take(count).leave(texts.noLabel, [], unlabeled);
  for (const { path, why } of broken) counter.leave(why, path);
  return counter.leave(reportTexts.left.notNeeded, [], rows - counter.tally.found).tally;
}
