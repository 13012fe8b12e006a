import { type LabelledSet, type LabelledSets, MOST_CLASSES } from "../../assembly/labelled";
import { partOf } from "../../assembly/pair";
import { DataError, type LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import { plainFiles } from "../pickedFiles";
import type { Reader } from "../types";
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
export async function readCsv(files: File[], _wish: unknown, { signal, onProgress }: LoadTools): Promise<LabelledSets> {
  const tables: NumberTable[] = [];
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    if (file.size > LARGEST_TEXT)
      throw new DataError(
        `${file.name} has ${file.size} bytes; text of at most ${LARGEST_TEXT} bytes is read. Use NPY.`,
      );
    tables.push(parseTable(new TextDecoder().decode(await bytesOf(file, file.name)), file.name));
    onProgress?.((i + 1) / files.length);
  }
  const held = tables.filter((table) => partOf(table) === "test");
  const rest = tables.filter((table) => !held.includes(table));
  const train = viewsOf(rest.length > 0 ? rest : held);
  const test = rest.length > 0 && held.length > 0 ? viewsOf(held) : null;
  if (test) checkParts(train, test);
  const classNames = namesOf([...(train.labels ?? []), ...(test?.labels ?? [])], train.name);
  return { train: labelled(train, classNames), test: test && labelled(test, classNames) };
}

function checkParts(train: TableViews, test: TableViews): void {
  if (train.columns === test.columns && (train.second === null) === (test.second === null)) return;
  throw new DataError(
    `${train.name} has ${train.columns} numbers in a row, ${test.name} ${test.columns}: training and test rows must be alike.`,
  );
}

/** Classes in the order of their numbers, where all labels are numbers, else of their names. */
function namesOf(labels: string[], name: string): string[] {
  const distinct = [...new Set(labels)];
  if (distinct.length > MOST_CLASSES)
    throw new DataError(
      `${name} holds ${distinct.length} different labels, at most ${MOST_CLASSES} are read. Rename the column if these are numbers to learn from.`,
    );
  const numbers = distinct.every((label) => label !== "" && Number.isFinite(Number(label)));
  return numbers ? distinct.sort((a, b) => Number(a) - Number(b)) : distinct.sort();
}

function labelled({ name, count, columns, first, second, labels }: TableViews, classNames: string[]): LabelledSet {
  const places = new Map(classNames.map((label, place) => [label, place]));
  const set: LabelledSet = {
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
