import { getMaxDefinitionLevel } from "hyparquet/src/schema.js";
import type { GrowingColumn } from "../tables/column";
import { addNumber, type GrowingVector } from "../tables/vector";
import type { Leaf, Page } from "./chunk";

/** Calls for each row of a page; null stands for what is missing. Of lists, the first value is a row's. */
export function eachCell(
  { definition, repetition, values, count }: Page,
  { schemaPath }: Leaf,
  call: (value: unknown) => void,
): void {
  const whole = getMaxDefinitionLevel(schemaPath);
  let next = 0;
  for (let i = 0; i < count; i++) {
    const value = definition.length === 0 || definition[i] === whole ? values[next++] : null;
    if (repetition.length === 0 || repetition[i] === 0) call(value);
  }
}

/** Numbers and decimals are numbers; dates, times, texts, true and false are words. */
export function addCell(column: GrowingColumn, value: unknown): void {
  if (typeof value === "number" || typeof value === "bigint") addNumber(column, Number(value));
  else column.add(Number.NaN, wordOf(value));
}

function wordOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  return value instanceof Date ? dateOf(value) : "";
}

/** As people write it: without the time where that is midnight. */
function dateOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day, time = ""] = date.toISOString().split("T");
  return time.startsWith("00:00:00.000") ? day! : `${day} ${time.slice(0, 8)}`;
}

/** Puts the pages of a column of lists together to rows, which may go on from one page to the next. */
export class ListRows {
  private readonly vector: GrowingVector;
  private readonly whole: number;
  /** So deep something is there that is an element, if only a missing one. */
  private readonly element: number;
  private values: number[] = [];
  private levels: number[] = [];
  private rows = 0;

  constructor(vector: GrowingVector, { schemaPath }: Leaf) {
    this.vector = vector;
    this.whole = getMaxDefinitionLevel(schemaPath);
    const last = schemaPath.findLastIndex(({ element }) => element.repetition_type === "REPEATED");
    this.element = getMaxDefinitionLevel(schemaPath.slice(0, last + 1));
  }

  add({ definition, repetition, values, count }: Page): void {
    let next = 0;
    for (let i = 0; i < count; i++) {
      const level = repetition[i] ?? 0;
      if (level === 0) this.begin();
      const depth = definition.length === 0 ? this.whole : definition[i]!;
      if (depth < this.element) continue;
      this.values.push(depth === this.whole ? Number(values[next++]) : Number.NaN);
      this.levels.push(level);
    }
  }

  /** @returns rows in all, once nothing follows */
  finish(): number {
    if (this.rows > 0) this.flush();
    return this.rows;
  }

  private begin(): void {
    if (this.rows > 0) this.flush();
    this.rows++;
  }

  private flush(): void {
    if (this.values.length > 0) this.vector.add(this.values, this.levels);
    else this.vector.addMissing();
    this.values = [];
    this.levels = [];
  }
}
