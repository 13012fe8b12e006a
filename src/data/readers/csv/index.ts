import { say } from "../../../i18n/message";
import { type LabeledSet, type LabeledSets, MOST_CLASSES } from "../../assembly/labeled";
import { partOf } from "../../assembly/pair";
import { DataError } from "../../errors";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import { plainFiles } from "../pickedFiles";
import type { Reader } from "../types";
import { texts } from "./errors";
import { type NumberTable, parseTable } from "./table";
import { type TableViews, viewsOf } from "./views";

/** Bytes of a file that are read: as text it takes up twice as much. */
const LARGEST_TEXT = 128 * 2 ** 20;

/** Tables of numbers, as text. */
export const csv: Reader = {
  id: "csv",
  label: "CSV",
  endings: [".csv", ".tsv"],
  read: (files, wish, tools) => readCsv(plainFiles(files), wish, tools),
};

/**
 * Reads CSV or TSV files of numbers (table.ts), with labels or without, as one view of each sample or as two (views.ts). Files with
 * "test" in their names are the test set.
 *
 * @throws DataError naming file, row and column of what is wrong
 */
async function readCsv(files: File[], _wish: unknown, { signal, onProgress }: LoadTools): Promise<LabeledSets> {
  const tables: NumberTable[] = [];
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    if (file.size > LARGEST_TEXT)
      throw new DataError(say(texts.tooLarge, { name: file.name, size: file.size, most: LARGEST_TEXT }));
    tables.push(parseTable(new TextDecoder().decode(await bytesOf(file, file.name)), file.name));
    onProgress?.((i + 1) / files.length);
  }
  const held = tables.filter((table) => partOf(table) === "test");
  const rest = tables.filter((table) => !held.includes(table));
  const train = viewsOf(rest.length > 0 ? rest : held);
  const test = rest.length > 0 && held.length > 0 ? viewsOf(held) : null;
  if (test) checkParts(train, test);
  const classNames = namesOf([...(train.labels ?? []), ...(test?.labels ?? [])], train.name);
  return { train: labeled(train, classNames), test: test && labeled(test, classNames) };
}

function checkParts(train: TableViews, test: TableViews): void {
  if (train.columns === test.columns && (train.second === null) === (test.second === null)) return;
  throw new DataError(
    say(texts.unequalParts, {
      name: train.name,
      columns: train.columns,
      testName: test.name,
      testColumns: test.columns,
    }),
  );
}

/** Classes in the order of their numbers, where all labels are numbers, else of their names. */
function namesOf(labels: string[], name: string): string[] {
  const distinct = [...new Set(labels)];
  if (distinct.length > MOST_CLASSES)
    throw new DataError(say(texts.tooManyClasses, { name, count: distinct.length, most: MOST_CLASSES }));
  const numbers = distinct.every((label) => label !== "" && Number.isFinite(Number(label)));
  return numbers ? distinct.sort((a, b) => Number(a) - Number(b)) : distinct.sort();
}

function labeled({ name, count, columns, first, second, labels }: TableViews, classNames: string[]): LabeledSet {
  const places = new Map(classNames.map((label, place) => [label, place]));
  const set: LabeledSet = {
    name,
    kind: "features",
    shape: [columns],
    count,
    values: first,
    labels: labels && Uint8Array.from(labels, (label) => places.get(label)!),
    classNames,
  };
  return second ? { ...set, second } : set;
}
