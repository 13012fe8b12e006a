import type { Said } from "../../i18n/message";
import { isMissing } from "./missing";

/** A column as it was read: numbers, and what of it is none. */
export interface TableColumn {
  name: string;
  /** Of each row; NaN where the cell is no number. */
  numbers: Float32Array | Float64Array;
  /** Cells that are no number, rows ascending; `texts` are places in `words`. */
  rows: Int32Array;
  texts: Int32Array;
  words: string[];
  /** Of one place of lists of numbers: what the lists are called, and their lengths from the outermost on. */
  vector?: { name: string; shape: number[] };
}

/** What reading makes of a file: named columns of equal length. What each of them is, interpreting says. */
export interface Table {
  /** Of the file. */
  name: string;
  columns: TableColumn[];
  count: number;
  /** Whether the columns have names of their own; else they are called by their numbers from 1. */
  hasHeader: boolean;
  /** The line of the file that the first row stands in, from 1 (as if every row took one). */
  firstLine: number;
  /** How a text writes its numbers; absent where they were no text. */
  decimal?: "point" | "comma";
  /** Columns of the file that are not made of cells, and why they are not here. */
  aside?: { name: string; why: Said }[];
}

/** Columns by their names; of genes there are tens of thousands. */
const COLUMNS = new WeakMap<Table, ReadonlyMap<string, TableColumn>>();

export function columnOf(table: Table, name: string): TableColumn | null {
  const byName = COLUMNS.get(table) ?? new Map(table.columns.map((column) => [column.name, column]));
  COLUMNS.set(table, byName);
  return byName.get(name) ?? null;
}

/** The text of a cell that is no number, or null. A binary search: such cells are few, or all. */
export function textAt({ rows, texts, words }: TableColumn, row: number): string | null {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (rows[middle] === row) return words[texts[middle]!]!;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** What a cell says, as a name of a class; null where it is missing. Numbers are written one way: `1.0` is `1`. */
export function wordAt(column: TableColumn, row: number): string | null {
  const value = column.numbers[row]!;
  if (!Number.isNaN(value))
    return String(column.numbers instanceof Float32Array ? Number(value.toPrecision(7)) : value);
  const text = textAt(column, row);
  return text === null || isMissing(text) ? null : text;
}
