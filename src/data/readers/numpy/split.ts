import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { partNamed, saysSplit } from "../../interpretation/names";
import { texts as tableTexts } from "../../interpretation/texts";
import type { NumpyPiece } from "./pieces";
import type { ReadSet } from "./unlabeled";

/** Whether an array says of each sample which part of the data it is of, by its name and its words. */
export function isSplit({ kind, array: { texts, title } }: NumpyPiece): boolean {
  return kind === "labels" && texts !== null && saysSplit(title) && texts.every((word) => partNamed(word) !== null);
}

/** Samples of each part; those for validation are the test where there are none for testing. */
export interface SplitSet {
  train: ReadSet;
  test: ReadSet | null;
  /** Samples of a part that has no labels, beside others. */
  unlabeled: ReadSet | null;
  /** Samples for validation beside those for testing. */
  unused: number;
}

/** @throws DataError when a word names no part */
export function splitBy(set: ReadSet, { name, array }: NumpyPiece): SplitSet {
  const parts = (array.texts ?? []).map((word) => {
    const part = partNamed(word);
    if (part === null) throw new DataError(say(tableTexts.noPart, { name, column: array.title, word }));
    return part;
  });
  const rowsOf = (wanted: string) => parts.flatMap((part, row) => (part === wanted ? [row] : []));
  const bare = rowsOf("unlabeled");
  // Where no sample has a label, a part that is called so is like the others.
  const train = set.labels ? rowsOf("train") : [...rowsOf("train"), ...bare];
  const [test, validation] = [rowsOf("test"), rowsOf("validation")];
  const [main = bare, held = [], rest = []] = [train, test, validation].filter(({ length }) => length > 0);
  const isApart = set.labels !== null && main !== bare && bare.length > 0;
  return {
    train: chosen(set, main),
    test: held.length > 0 ? chosen(set, held) : null,
    unlabeled: isApart ? { ...chosen(set, bare), labels: null, missing: null } : null,
    unused: rest.length,
  };
}

function chosen(set: ReadSet, rows: number[]): ReadSet {
  const { values, second, labels, missing } = set;
  return {
    ...set,
    count: rows.length,
    values: picked(values, set.count, rows),
    labels: labels && (picked(labels, set.count, rows) as Uint8Array),
    missing: missing && (picked(missing, set.count, rows) as Uint8Array),
    ...(second && { second: picked(second, set.count, rows) as Float32Array }),
  };
}

function picked(values: Uint8Array | Float32Array, count: number, rows: number[]): Uint8Array | Float32Array {
  const size = values.length / count;
  const own = values instanceof Uint8Array ? new Uint8Array(rows.length * size) : new Float32Array(rows.length * size);
  for (const [at, row] of rows.entries()) own.set(values.subarray(row * size, (row + 1) * size), at * size);
  return own;
}
