import Papa from "papaparse";
import { isMissing } from "../../interpretation/missing";
import { type Evidence, isOpen, notationOf, numberIn } from "./numbers";

/** How a text is a table: what stands between its cells, how it writes numbers, and what of it is no row. */
export interface Dialect extends Evidence {
  /** What Papa Parse is given: without the lines before the table, blanks made tabs. */
  body: string;
  delimiter: string;
  /** What a line begins with that is a comment; none where there is no such line at the head. */
  comment: string | null;
  /** Lines of the file before `body`. */
  linesBefore: number;
}

/** Candidates; between equals the first. */
const DELIMITERS = ["\t", ";", "|", ","];
const BLANK = " ";
/** Rows that tell. */
const SAMPLE = 200;
/** Characters of the text that they are looked for in. */
const SAMPLE_LENGTH = 2 ** 20;
const COMMENTS = ["#", "%", "//"];
/** Marks that are not in a cell that was cut at the right places, unless it is a number. */
const MARKS = /[\t;|,]/;
const NUMBER = /^[+-]?[\d.,\u00a0 '\u2019]*\d[\d.,]*(e[+-]?\d+)?$/i;
/** No number is longer, and patterns take their time with what is. */
const LONGEST_NUMBER = 64;

/**
 * @param delimiter where the file's name says it
 * @param decimal where it is settled elsewhere
 */
export function dialectOf(text: string, delimiter: string | null, decimal?: "point" | "comma"): Dialect {
  const head = afterHead(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
  const said = head.delimiter ?? delimiter;
  const found = said ?? guessDelimiter(head.body.slice(0, SAMPLE_LENGTH), head.comment);
  const isBlank = found === BLANK && !head.body.includes('"');
  const body = isBlank ? tabbed(head.body) : head.body;
  const own = isBlank ? "\t" : found;
  const evidence = decimal ? settled(decimal) : notationOf(sampleCells(body, own, head.comment), own);
  return { ...evidence, body, delimiter: own, comment: head.comment, linesBefore: head.lines };
}

function settled(decimal: "point" | "comma"): Evidence {
  return { notation: { decimal: decimal === "point" ? "." : ",", groups: true }, open: false };
}

/** What stands before the table: Excel's `sep=;`, and comments, of which the last may name the columns. */
function afterHead(text: string): { body: string; delimiter: string | null; comment: string | null; lines: number } {
  let [at, lines] = [0, 0];
  let last: string | null = null;
  const excel = /^"?sep=([^\n"])"?\n/i.exec(text);
  if (excel) {
    at = excel[0].length;
    lines = 1;
  }
  let comment: string | null = null;
  for (;;) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).trim();
    const mark: string | null | undefined = comment ?? COMMENTS.find((candidate) => line.startsWith(candidate));
    if (end < 0 || (line !== "" && (!mark || !line.startsWith(mark)))) break;
    if (line !== "") {
      comment = mark ?? null;
      last = line.slice(mark?.length).trim();
    }
    at = end + 1;
    lines++;
  }
  const body = text.slice(at);
  const header = last !== null && names(last, body) ? `${last}\n` : "";
  return { body: header + body, delimiter: excel?.[1] ?? null, comment, lines: lines - (header ? 1 : 0) };
}

/** Whether a comment right above the rows has a word for each of their cells, as NumPy's `savetxt` writes a header. */
function names(comment: string, body: string): boolean {
  const first = body.slice(0, body.indexOf("\n") < 0 ? body.length : body.indexOf("\n"));
  return [...DELIMITERS, /\s+/].some((mark) => {
    const words = comment.split(mark).map((word) => word.trim());
    return words.length > 1 && words.length === first.trim().split(mark).length && !words.some(isNumeric);
  });
}

function isNumeric(word: string): boolean {
  return word !== "" && Number.isFinite(Number(word));
}

/** Runs of blanks as one tab. Blanks that end a line are found last, when a run is one: from each of many they would be looked for. */
function tabbed(text: string): string {
  return text.replace(/[ \t]+/g, "\t").replace(/^\t|\t$/gm, "");
}

/** The mark that cuts the rows into equally many cells, none of which looks as if it had been left uncut. */
function guessDelimiter(sample: string, comment: string | null): string {
  const scored = DELIMITERS.map((mark) => ({ mark, score: scoreOf(rowsOf(sample, mark, comment)) }));
  scored.push({ mark: BLANK, score: scoreOf(rowsOf(tabbed(sample), "\t", comment)) });
  const best = scored.reduce((first, other) => (other.score > first.score ? other : first));
  return best.score > 0 ? best.mark : ",";
}

function scoreOf(rows: string[][]): number {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((first, other) => (other[1] > first[1] ? other : first), [1, 0]);
  const many = width > 1 ? width : Math.max(1, ...widths.keys());
  if (many === 1) return 0;
  const cells = rows.flat();
  const clean = cells.filter((cell) => !MARKS.test(cell) || isNumber(cell.trim())).length / cells.length;
  return ((width > 1 ? count : (widths.get(many) ?? 0)) / rows.length) * clean;
}

function isNumber(cell: string): boolean {
  return cell.length <= LONGEST_NUMBER && NUMBER.test(cell);
}

function sampleCells(body: string, delimiter: string, comment: string | null): string[] {
  return rowsOf(body.slice(0, SAMPLE_LENGTH), delimiter, comment)
    .flat()
    .map((cell) => cell.trim());
}

/** The first rows, cut into cells. */
export function rowsOf(sample: string, delimiter: string, comment: string | null): string[][] {
  return Papa.parse<string[]>(sample, {
    delimiter,
    preview: SAMPLE,
    skipEmptyLines: "greedy",
    comments: comment ?? false,
  }).data;
}

/** Whether a first row names the columns: it is text where the rows below are numbers, or text altogether. */
export function isHeader(first: string[], body: string, dialect: Dialect): boolean {
  const rows = rowsOf(body.slice(0, SAMPLE_LENGTH), dialect.delimiter, dialect.comment).slice(1);
  const isText = (cell: string) =>
    Number.isNaN(numberIn(cell, dialect.notation)) && !isOpen(cell) && !isMissing(cell.trim());
  if (!first.some((cell) => !Number.isNaN(numberIn(cell, dialect.notation)) || isOpen(cell))) return true;
  if (isCount(first)) return true;
  const offset = (rows[0]?.length ?? first.length) - first.length;
  const below = (column: number) => rows.map((row) => row[column + offset] ?? "");
  const words = [...first.keys()].filter((column) => isText(first[column]!)).slice(0, MOST_LOOKED_AT);
  return words.some((column) => mostlyNumbers(below(column), dialect));
}

/** Words of a first row that are looked below. */
const MOST_LOOKED_AT = 64;

/** pandas' names for columns that have none: nothing, 0, 1, 2, ... */
function isCount(cells: string[]): boolean {
  return cells.length > 3 && cells[0]!.trim() === "" && cells.slice(1).every((cell, i) => cell.trim() === String(i));
}

function mostlyNumbers(cells: string[], { notation }: Dialect): boolean {
  const numbers = cells.filter((cell) => !Number.isNaN(numberIn(cell, notation))).length;
  return cells.length > 0 && 2 * numbers > cells.length;
}
