import { isMissing } from "./missing";
import type { Table, TableColumn } from "./table";

/** More different values than this are not counted: no class is told by them. */
const MOST_DISTINCT = 1000;
const LEVELS = 256;

/** What can be said of a column without knowing what it is. */
export interface ColumnFacts {
  column: TableColumn;
  /** Place in the table. */
  place: number;
  /** Cells that are numbers, words and nothing. */
  numbers: number;
  words: number;
  missing: number;
  /** Different numbers, and different words; at most 1001 are counted. */
  distinctNumbers: number;
  distinctWords: number;
  /** Of the numbers: all of them whole, smallest, largest. */
  isWhole: boolean;
  low: number;
  high: number;
  /** Every row has the number of the row before and 1. */
  counts: boolean;
  /** No number comes twice (up to the limit of what is counted). */
  isUnique: boolean;
}

export function factsOf(table: Table): ColumnFacts[] {
  return table.columns.map((column, place) => ({ column, place, ...numberFacts(column), ...wordFacts(column) }));
}

/** Different values of a cell that is no missing one. */
export function distinctOf(facts: ColumnFacts): number {
  return facts.distinctNumbers + facts.distinctWords;
}

function wordFacts({ texts, words }: TableColumn): Pick<ColumnFacts, "words" | "missing" | "distinctWords"> {
  const isNothing = words.map(isMissing);
  let missing = 0;
  for (const text of texts) if (isNothing[text]) missing++;
  const distinctWords = isNothing.filter((nothing) => !nothing).length;
  return { words: texts.length - missing, missing, distinctWords };
}

type NumberFacts = Omit<ColumnFacts, "column" | "place" | "words" | "missing" | "distinctWords">;

function numberFacts({ numbers }: TableColumn): NumberFacts {
  const distinct = new Distinct();
  let [count, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let isWhole = true;
  let counts = true;
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row]!;
    if (Number.isNaN(value)) continue;
    count++;
    distinct.add(value);
    if (value < low) low = value;
    if (value > high) high = value;
    isWhole &&= Number.isInteger(value);
    counts &&= value === numbers[0]! + row;
  }
  const isUnique = distinct.size === Math.min(count, MOST_DISTINCT + 1);
  return { numbers: count, distinctNumbers: distinct.size, isWhole, low, high, counts: counts && count > 1, isUnique };
}

/** Counts different numbers; bytes, of which pixels are made, without a set. */
class Distinct {
  private readonly levels = new Uint8Array(LEVELS);
  private readonly others = new Set<number>();
  private bytes = 0;

  get size(): number {
    return Math.min(this.bytes + this.others.size, MOST_DISTINCT + 1);
  }

  add(value: number): void {
    if (value >= 0 && value < LEVELS && Number.isInteger(value)) {
      this.bytes += 1 - this.levels[value]!;
      this.levels[value] = 1;
    } else if (this.others.size <= MOST_DISTINCT) this.others.add(value);
  }
}
