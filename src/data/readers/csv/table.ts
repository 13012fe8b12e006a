import Papa from "papaparse";
import { say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { texts } from "./errors";

/** Numbers of a file, and the texts of one column beside them. */
export interface NumberTable {
  name: string;
  /** Names of the columns of numbers, from the first row; empty where there is none. */
  header: string[];
  columns: number;
  count: number;
  /** [count, columns]. */
  values: Float32Array;
  /** Of each row; null without a column of labels. */
  labels: string[] | null;
}

const LABEL = /^(label|class|target)$/i;
/** A coordinate as often as a label. */
const Y = /^y$/i;

/**
 * Reads comma-, semicolon- or tab-separated numbers. A first row without a number is taken for names. The column "label",
 * "class" or "target" holds labels, else the last one where it is text, else "y"; a column without a name, as pandas writes for
 * its index, is left out.
 *
 * @throws DataError naming row and column of what is no number
 */
export function parseTable(text: string, name: string): NumberTable {
  const builder = new TableBuilder(name);
  // An error is thrown out of the parser: it has nothing to clean up.
  Papa.parse<string[]>(text, {
    delimiter: /\.tsv$/i.test(name) ? "\t" : "",
    delimitersToGuess: [",", ";", "\t", "|"],
    skipEmptyLines: "greedy",
    step: ({ data, errors }) => {
      const broken = errors.find(({ type }) => type === "Quotes");
      if (broken)
        throw new DataError(say(texts.brokenQuotes, { name, row: builder.rows + 1, problem: broken.message }));
      builder.add(data);
    },
  });
  return builder.finish();
}

class TableBuilder {
  rows = 0;
  private readonly name: string;
  private header: string[] = [];
  private width = 0;
  /** Columns that hold numbers, and the one that holds labels. */
  private numeric: number[] | null = null;
  private labelColumn: number | null = null;
  private readonly labels: string[] = [];
  private values = new Float32Array(1024);
  private filled = 0;

  constructor(name: string) {
    this.name = name;
  }

  add(cells: string[]): void {
    this.rows++;
    if (this.rows === 1) {
      this.width = cells.length;
      if (!cells.some(isNumber)) {
        this.header = cells.map((cell) => cell.trim());
        return;
      }
    }
    if (cells.length !== this.width)
      throw new DataError(
        say(texts.unequalRows, { name: this.name, row: this.rows, columns: cells.length, width: this.width }),
      );
    const numeric = this.numeric ?? this.assignColumns(cells);
    this.reserve(numeric.length);
    for (const column of numeric) this.values[this.filled++] = this.number(cells, column);
    if (this.labelColumn !== null) this.labels.push(cells[this.labelColumn]!.trim());
  }

  finish(): NumberTable {
    const { name, header, numeric, labels } = this;
    if (!numeric) throw new DataError(say(texts.noRows, { name }));
    return {
      name,
      header: header.length > 0 ? numeric.map((column) => header[column]!) : [],
      columns: numeric.length,
      count: this.filled / numeric.length,
      values: this.values.slice(0, this.filled),
      labels: this.labelColumn === null ? null : labels,
    };
  }

  private assignColumns(cells: string[]): number[] {
    this.labelColumn = this.findLabels(cells);
    const isIndex = (column: number) => column === 0 && this.header[0] === "";
    this.numeric = [...cells.keys()].filter((column) => column !== this.labelColumn && !isIndex(column));
    if (this.numeric.length === 0) throw new DataError(say(texts.noColumns, { name: this.name }));
    return this.numeric;
  }

  private findLabels(cells: string[]): number | null {
    const called = (name: RegExp) => this.header.findIndex((title) => name.test(title));
    const last = this.width - 1;
    const candidates = [called(LABEL), isNumber(cells[last]!) ? -1 : last, called(Y)];
    return candidates.find((column) => column >= 0) ?? null;
  }

  private reserve(more: number): void {
    if (this.filled + more <= this.values.length) return;
    const larger = new Float32Array(2 * this.values.length + more);
    if (larger.byteLength > LARGEST_PART) throw new DataError(say(texts.noRoom, { name: this.name }));
    larger.set(this.values);
    this.values = larger;
  }

  private number(cells: string[], column: number): number {
    const cell = cells[column]!;
    const value = Math.fround(Number(cell));
    if (isNumber(cell) && Number.isFinite(value)) return value;
    const title = this.header[column] ? `"${this.header[column]}"` : `${column + 1}`;
    const found = { name: this.name, row: this.rows, column: title, cell: cell.slice(0, 40) };
    throw new DataError(say(cell.trim() === "" ? texts.emptyCell : texts.noNumber, found));
  }
}

function isNumber(cell: string): boolean {
  return cell.trim() !== "" && !Number.isNaN(Number(cell));
}
