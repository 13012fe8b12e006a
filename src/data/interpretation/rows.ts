import { say } from "../../i18n/message";
import { assertRoom } from "../assembly/assemble";
import { DataError } from "../errors";
import { isMissing } from "./missing";
import type { Role } from "./schema";
import { columnOf, type Table, type TableColumn, textAt, wordAt } from "./table";
import { texts } from "./texts";
import { bareRows } from "./unlabeled";

/** One number of a sample: a column's, or 1 where a column has a word. */
export interface Feature {
  column: string;
  word: string | null;
}

/** Which columns of a table become what, by their names. */
export interface Plan {
  features: Feature[];
  /** The second view; as many as `features`, or none. */
  second: Feature[];
  label: string | null;
  split: string | null;
}

/** Rows of a table that were taken. */
export interface TakenRows {
  name: string;
  count: number;
  /** [count, features]. */
  values: Float32Array;
  second: Float32Array | null;
  labels: string[] | null;
  /** Words of the split column. */
  parts: string[] | null;
  /** Rows that lack a label and nothing else, where others have one. */
  bare: TakenRows | null;
  /** Rows of the table, and those of them that were left out; of the first such, row and column; whether some
   * have words where numbers are. */
  rows: number;
  leftOut: { count: number; row: number; column: string; hasWords?: boolean } | null;
  /** Cells that have taken their column's mean. */
  filled: number;
}

/** More cells than this share that are neither numbers nor empty: the column is something else. */
const MOST_STRANGE = 0.1;
/** Most different words of a column that becomes features. */
const MOST_CATEGORIES = 64;

/** A feature for each column of numbers, and for each word of each column of categories, in the order of the columns. */
export function featuresOf(table: Table, roles: readonly { name: string; role: Role }[], role: Role): Feature[] {
  return roles.flatMap(({ name, role: own }): Feature[] => {
    if (own === role) return [{ column: name, word: null }];
    return own === "categories" && role === "feature" ? categoriesOf(table, name) : [];
  });
}

function categoriesOf(table: Table, name: string): Feature[] {
  const column = columnOf(table, name)!;
  const words = new Set<string>();
  for (let row = 0; row < table.count; row++) {
    const word = wordAt(column, row);
    if (word !== null) words.add(word);
    if (words.size > MOST_CATEGORIES)
      throw new DataError(
        say(texts.tooManyCategories, { name: table.name, column: name, count: words.size, most: MOST_CATEGORIES }),
      );
  }
  return [...words].sort().map((word) => ({ column: name, word }));
}

/**
 * @param means of the columns that the training rows have, where missing cells take them; null where their rows are left out
 * @param nothing words of the label column that say that there is no label
 * @throws DataError naming row and column of a cell that is no number, or the column that is not there
 */
export function takeRows(
  table: Table,
  plan: Plan,
  means: ReadonlyMap<string, number> | null,
  nothing: ReadonlySet<string> = new Set(),
): TakenRows {
  const { kept, bare, leftOut } = keptRows(table, plan, means !== null, nothing);
  const own = { ...rowsAt(table, plan, kept, means), leftOut };
  const [first] = bare;
  if (first === undefined) return own;
  const why = { count: bare.length, row: first + table.firstLine, column: plan.label! };
  return { ...own, bare: { ...rowsAt(table, { ...plan, label: null }, bare, means), leftOut: why } };
}

function rowsAt(
  table: Table,
  plan: Plan,
  kept: Int32Array,
  means: ReadonlyMap<string, number> | null,
): Omit<TakenRows, "leftOut"> {
  const taken = (features: Feature[]) => valuesOf(table, features, kept, means);
  const words = (name: string | null) => {
    const column = name === null ? null : columnOf(table, name);
    return column && Array.from(kept, (row) => wordAt(column, row)!);
  };
  const first = taken(plan.features);
  const second = plan.second.length > 0 ? taken(plan.second) : null;
  return {
    name: table.name,
    count: kept.length,
    values: first.values,
    second: second === null ? null : second.values,
    labels: words(plan.label),
    parts: words(plan.split),
    bare: null,
    rows: table.count,
    filled: first.filled + (second?.filled ?? 0),
  };
}

/** The mean of every column of numbers, of those that are there. */
export function meansOf(tables: readonly Table[], { features, second }: Plan): Map<string, number> {
  return new Map([...features, ...second].map(({ column }) => [column, meanOf(tables, column)]));
}

function meanOf(tables: readonly Table[], name: string): number {
  let [sum, count] = [0, 0];
  for (const table of tables)
    for (const value of columnOf(table, name)?.numbers ?? [])
      if (!Number.isNaN(value)) {
        sum += value;
        count++;
      }
  return count > 0 ? sum / count : 0;
}

interface KeptRows {
  kept: Int32Array;
  bare: Int32Array;
  leftOut: TakenRows["leftOut"];
}

function keptRows(table: Table, plan: Plan, fills: boolean, nothing: ReadonlySet<string>): KeptRows {
  const gone = new Map<number, string>();
  let hasWords = false;
  const numbers = [...plan.features, ...plan.second].filter(({ word }) => word === null).map(({ column }) => column);
  for (const name of numbers) {
    const column = needed(table, name);
    assertNumbers(table, column);
    if (fills) continue;
    for (const row of column.rows) if (!gone.has(row)) gone.set(row, name);
    hasWords ||= column.texts.some((text) => !isMissing(column.words[text]!));
  }
  const split = plan.split === null ? null : columnOf(table, plan.split);
  for (const row of split?.rows ?? []) if (wordAt(split!, row) === null && !gone.has(row)) gone.set(row, plan.split!);
  const without = bareRows(table, plan, nothing);
  const rows = Int32Array.from({ length: table.count }, (_, row) => row).filter((row) => !gone.has(row));
  const kept = without.size === 0 ? rows : rows.filter((row) => !without.has(row));
  const bare = without.size === 0 ? new Int32Array(0) : rows.filter((row) => without.has(row));
  const first = firstOf(gone);
  const leftOut =
    first === null ? null : { count: gone.size, row: first + table.firstLine, column: gone.get(first)!, hasWords };
  return { kept, bare, leftOut };
}

function firstOf(gone: ReadonlyMap<number, string>): number | null {
  let first: number | null = null;
  for (const row of gone.keys()) if (first === null || row < first) first = row;
  return first;
}

function needed(table: Table, name: string): TableColumn {
  const column = columnOf(table, name);
  if (column) return column;
  throw new DataError(say(texts.missingColumn, { name: table.name, column: name }));
}

/** A few cells that are no numbers are slips; many say that the column is no column of numbers. */
function assertNumbers(table: Table, column: TableColumn): void {
  const isNothing = column.words.map(isMissing);
  const strange = column.texts.filter((text) => !isNothing[text]).length;
  if (strange <= MOST_STRANGE * table.count) return;
  const at = column.texts.findIndex((text) => !isNothing[text]);
  const row = column.rows[at]!;
  throw new DataError(
    say(texts.mixed, {
      name: table.name,
      row: row + table.firstLine,
      column: table.hasHeader ? `"${column.name}"` : column.name,
      cell: textAt(column, row)!.slice(0, 40),
      count: strange,
      rows: table.count,
    }),
  );
}

function valuesOf(
  table: Table,
  features: readonly Feature[],
  kept: Int32Array,
  means: ReadonlyMap<string, number> | null,
): { values: Float32Array; filled: number } {
  assertRoom(table.name, kept.length, [features.length], 4);
  const values = new Float32Array(kept.length * features.length);
  let filled = 0;
  for (const [at, feature] of features.entries()) {
    const column = needed(table, feature.column);
    const mean = means?.get(feature.column) ?? 0;
    for (let i = 0; i < kept.length; i++) {
      const value =
        feature.word === null ? column.numbers[kept[i]!]! : Number(wordAt(column, kept[i]!) === feature.word);
      if (Number.isNaN(value)) filled++;
      values[i * features.length + at] = Number.isNaN(value) ? mean : value;
    }
  }
  return { values, filled };
}
