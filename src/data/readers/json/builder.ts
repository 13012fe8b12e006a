import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import type { Table, TableColumn } from "../../interpretation/table";
import { texts as tableTexts } from "../../interpretation/texts";
import { numberIn } from "../csv/numbers";
import { GrowingColumn, Room } from "../tables/column";
import { addNumber, GrowingVector } from "../tables/vector";
import { texts } from "./errors";

/** Most columns of a table. */
const MOST_COLUMNS = 65_536;
/** Records in each other that are looked into. */
const DEEPEST = 8;
const POINT = { decimal: ".", groups: false } as const;

/** A table that grows record by record. What a record does not name is missing. */
export class RecordTable {
  private readonly name: string;
  private readonly room: Room;
  private readonly columns = new Map<string, GrowingField>();
  private count = 0;
  /** Whether columns are called by their places. */
  private isNumbered = false;

  constructor(name: string) {
    this.name = name;
    this.room = new Room(name);
  }

  /** @throws DataError when there are too many columns, or there is no more room */
  addRecord(record: Record<string, unknown>): void {
    this.addFields(record, "", 0);
    this.count++;
  }

  /** A row of values in the order of the columns. */
  addRow(values: readonly unknown[], names: readonly string[] | null): void {
    this.isNumbered ||= names === null;
    for (const [i, value] of values.entries()) this.columnOf(names?.[i] ?? String(i + 1)).add(value, this.count);
    this.count++;
  }

  /** A whole column, which is as long as the others. */
  addColumn(name: string, values: readonly unknown[]): void {
    if (this.columns.size > 0 && values.length !== this.count)
      throw new DataError(
        say(texts.unequalColumns, { name: this.name, column: name, count: values.length, other: this.count }),
      );
    const column = this.columnOf(name);
    for (const [row, value] of values.entries()) column.add(value, row);
    this.count = values.length;
  }

  /** @throws DataError when there are no rows */
  finish(): Table {
    const { name, count } = this;
    if (count === 0 || this.columns.size === 0) throw new DataError(say(texts.noRecords, { name }));
    const columns: TableColumn[] = [];
    const aside: Table["aside"] = [];
    for (const [title, field] of this.columns) {
      const own = field.finish(title, count);
      if (own.length === 0)
        aside.push({ name: title, why: field.isForeign ? tableTexts.noNumbers : tableTexts.ragged });
      for (const column of own) columns.push(column);
    }
    return { name, columns, count, hasHeader: !this.isNumbered, firstLine: 1, aside };
  }

  private addFields(record: Record<string, unknown>, prefix: string, depth: number): void {
    for (const [key, value] of Object.entries(record)) {
      const name = prefix + key;
      if (isRecord(value) && depth < DEEPEST) this.addFields(value, `${name}.`, depth + 1);
      else this.columnOf(name).add(value, this.count);
    }
  }

  private columnOf(name: string): GrowingField {
    const known = this.columns.get(name);
    if (known) return known;
    if (this.columns.size >= MOST_COLUMNS)
      throw new DataError(say(texts.tooWide, { name: this.name, most: MOST_COLUMNS }));
    const column = new GrowingField(this.room);
    this.columns.set(name, column);
    return column;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Values of one name: cells, or lists of numbers. */
class GrowingField {
  /** Whether there is something else than numbers in lists, or lists beside cells. */
  isForeign = false;
  private readonly room: Room;
  private cells: GrowingColumn | null = null;
  private lists: GrowingVector | null = null;
  private count = 0;

  constructor(room: Room) {
    this.room = room;
  }

  /** Rows before this one that had nothing are missing. */
  add(value: unknown, row: number): void {
    if (value === null || value === undefined || this.isForeign || row < this.count) return;
    if (Array.isArray(value)) this.addList(value, row);
    else if (isRecord(value) || this.lists) this.forsake();
    else this.addCell(value, row);
  }

  finish(name: string, count: number): TableColumn[] {
    if (this.isForeign) return [];
    if (!this.lists) this.cells ??= new GrowingColumn(this.room);
    this.fill(count);
    return this.lists?.finish(name) ?? [this.cells!.finish(name)];
  }

  private addCell(value: unknown, row: number): void {
    this.cells ??= new GrowingColumn(this.room);
    this.fill(row);
    if (typeof value === "number") addNumber(this.cells, value);
    else this.cells.add(typeof value === "string" ? numberIn(value, POINT) : Number.NaN, String(value));
    this.count++;
  }

  private addList(list: readonly unknown[], row: number): void {
    const flat: Flat = { values: [], levels: [] };
    if (this.cells || !flatten(list, 0, 1, flat)) {
      this.forsake();
      return;
    }
    if (flat.values.length === 0) return;
    this.lists ??= new GrowingVector(this.room);
    this.fill(row);
    this.lists.add(flat.values, flat.levels);
    this.count++;
  }

  private fill(row: number): void {
    for (; this.count < row; this.count++)
      if (this.lists) this.lists.addMissing();
      else this.cells!.add(Number.NaN, "");
  }

  private forsake(): void {
    this.isForeign = true;
    this.cells = null;
    this.lists = null;
  }
}

/** Numbers of lists in each other, and of each, the list that it goes on with (tables/vector.ts). */
interface Flat {
  values: number[];
  levels: number[];
}

/** @returns whether there are numbers alone */
function flatten(list: readonly unknown[], first: number, depth: number, flat: Flat): boolean {
  let level = first;
  for (const value of list) {
    if (Array.isArray(value)) {
      if (depth > DEEPEST || !flatten(value, level, depth + 1, flat)) return false;
    } else if (typeof value === "number" || value === null) {
      flat.values.push(value ?? Number.NaN);
      flat.levels.push(level);
    } else return false;
    level = depth;
  }
  return true;
}
