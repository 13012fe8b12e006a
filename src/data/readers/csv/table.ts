import Papa from "papaparse";
import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { MisreadError } from "../../interpretation/misread";
import { outlineOfChoices } from "../../interpretation/outline";
import type { Table } from "../../interpretation/table";
import { GrowingColumn, Room } from "../tables/column";
import { distinct } from "../tables/names";
import { type Dialect, dialectOf, isHeader } from "./dialect";
import { texts } from "./errors";
import { isOpen, numberIn } from "./numbers";

/** Most columns of a table: more than there are genes. */
const MOST_COLUMNS = 65_536;

/**
 * Reads cells that are separated by commas, semicolons, tabs, bars or blanks. A first row that is text where numbers follow names the
 * columns. Which of them is what, is not asked here.
 *
 * @param decimal where it was said which decimal mark the file has
 * @throws DataError naming row and column of what cannot be read
 */
export function parseTable(text: string, name: string, decimal?: "point" | "comma"): Table {
  const dialect = dialectOf(text, /\.(tsv|tab)$/i.test(name) ? "\t" : null, decimal);
  assertNarrow(dialect, name);
  const builder = new TableBuilder(name, dialect);
  // An error is thrown out of the parser: it has nothing to clean up.
  Papa.parse<string[]>(dialect.body, {
    delimiter: dialect.delimiter,
    skipEmptyLines: "greedy",
    comments: dialect.comment ?? false,
    step: ({ data, errors }) => {
      const broken = errors.find(({ type }) => type === "Quotes");
      if (broken) throw new DataError(say(texts.brokenQuotes, { name, row: builder.line, problem: broken.message }));
      builder.add(data);
    },
  });
  return builder.finish();
}

/** Before a line of a million cells is cut into as many texts. */
function assertNarrow({ body, delimiter }: Dialect, name: string): void {
  const mark = delimiter.charCodeAt(0);
  let marks = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === 10 || code === 13) marks = 0;
    else if (code === mark && ++marks >= MOST_COLUMNS)
      throw new DataError(say(texts.tooWide, { name, most: MOST_COLUMNS }));
  }
}

class TableBuilder {
  /** Of the file, from 1, where every row takes one. */
  line: number;
  private readonly name: string;
  private readonly dialect: Dialect;
  private readonly room: Room;
  private header: string[] | null = null;
  private width = 0;
  private columns: GrowingColumn[] = [];
  private count = 0;
  private isFirst = true;

  constructor(name: string, dialect: Dialect) {
    this.name = name;
    this.dialect = dialect;
    this.line = dialect.linesBefore + 1;
    this.room = new Room(name);
  }

  add(cells: string[]): void {
    if (this.isFirst) this.begin(cells);
    else this.addRow(cells);
    this.isFirst = false;
    this.line++;
  }

  finish(): Table {
    const { name, count, header } = this;
    if (count === 0) throw new DataError(say(texts.noRows, { name }));
    const names = distinct(header ?? this.columns.map((_, i) => String(i + 1)));
    const columns = this.columns.map((column, i) => column.finish(names[i]!));
    const decimal = this.dialect.notation.decimal === "," ? "comma" : "point";
    return { name, columns, count, hasHeader: header !== null, firstLine: this.line - count, decimal };
  }

  private begin(cells: string[]): void {
    this.width = cells.length;
    if (isHeader(cells, this.dialect.body, this.dialect)) this.header = cells.map((cell) => cell.trim());
    else this.addRow(cells);
  }

  private addRow(cells: string[]): void {
    if (this.count === 0) this.meetFirst(cells);
    if (cells.length !== this.width)
      throw new DataError(
        say(texts.unequalRows, { name: this.name, row: this.line, columns: cells.length, width: this.width }),
      );
    const { dialect, columns } = this;
    // Not over `entries()`: a table has millions of cells.
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      const value = numberIn(cell, dialect.notation);
      if (dialect.open && Number.isNaN(value) && isOpen(cell.trim())) throw this.openCell(cell, i);
      columns[i]!.add(value, cell);
    }
    this.count++;
  }

  /** R writes the names of rows into a column that has no name, not even an empty one. */
  private meetFirst(cells: string[]): void {
    if (this.header && cells.length === this.header.length + 1) {
      this.header = ["", ...this.header];
      this.width = cells.length;
    }
    this.columns = Array.from({ length: this.width }, () => new GrowingColumn(this.room));
  }

  private openCell(cell: string, column: number): DataError {
    const title = this.header?.[column] ? `"${this.header[column]}"` : `${column + 1}`;
    const error = new DataError(
      say(texts.openMark, { name: this.name, row: this.line, column: title, cell: cell.trim() }),
    );
    return new MisreadError(error, outlineOfChoices({ decimal: "point" }));
  }
}
