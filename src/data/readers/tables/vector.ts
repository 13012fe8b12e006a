import type { TableColumn } from "../../interpretation/table";
import { GrowingColumn, type Room } from "./column";

/** Most numbers of a list. */
const LONGEST_LIST = 65_536;

/**
 * A column of lists of numbers, which grows row by row: each place of the lists becomes a column. Lists may hold lists, as pictures
 * do; all rows are alike, or missing.
 */
export class GrowingVector {
  /** Whether lists are of unequal length or depth: then they are no features. */
  isRagged = false;
  private readonly room: Room;
  private columns: GrowingColumn[] = [];
  private levels: number[] | null = null;
  private missing = 0;

  constructor(room: Room) {
    this.room = room;
  }

  /**
   * @param values of one row, lists of lists one after the other; NaN for none
   * @param levels of each value, the list that it goes on with: 0 is the first of the row, 1 goes on with the outermost list
   */
  add(values: ArrayLike<number>, levels: readonly number[]): void {
    if (this.isRagged) return;
    if (this.levels === null) this.begin(levels);
    else if (!isSame(levels, this.levels)) this.isRagged = true;
    if (this.isRagged) this.columns = [];
    for (let i = 0; i < this.columns.length; i++) addNumber(this.columns[i]!, values[i]!);
  }

  /** A row without a list. */
  addMissing(): void {
    if (this.levels === null) this.missing++;
    for (const column of this.columns) column.add(Number.NaN, "");
  }

  /** @returns a column for each place; none where the lists are unequal, or there are none */
  finish(name: string): TableColumn[] {
    const vector = { name, shape: shapeOf(this.levels ?? []) ?? [] };
    return this.columns.map((column, i) => ({ ...column.finish(`${name}[${i}]`), vector }));
  }

  private begin(levels: readonly number[]): void {
    this.levels = [...levels];
    this.isRagged = levels.length > LONGEST_LIST || shapeOf(levels) === null;
    if (this.isRagged) return;
    this.columns = levels.map(() => new GrowingColumn(this.room));
    for (const column of this.columns) for (let row = 0; row < this.missing; row++) column.add(Number.NaN, "");
  }
}

/** What no float32 holds is missing. */
export function addNumber(column: GrowingColumn, value: number): void {
  if (Number.isFinite(Math.fround(value))) column.add(value, "");
  else column.add(Number.NaN, Number.isNaN(value) ? "nan" : "inf");
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** Length of the lists, from the outermost on; null where they are unequal. */
function shapeOf(levels: readonly number[]): number[] | null {
  const depth = levels.reduce((most, level) => Math.max(most, level), 1);
  // Lists of each depth that begin, the row itself first.
  const begun = Array.from({ length: depth + 1 }, (_, own) => levels.filter((level) => level <= own).length);
  const isRegular = levels.every(
    (level, at) => level === begun.findIndex((count) => at % (levels.length / count) === 0),
  );
  return isRegular ? begun.slice(1).map((count, i) => count / begun[i]!) : null;
}
