import Papa from "papaparse";
import { dialectOf } from "./dialect";
import type { Notation } from "./numbers";

/** A line of a text that is read line by line. */
export interface TextLine {
  /** From 1. */
  line: number;
  /** Without blanks around them, and without empty ones at the end. */
  cells: string[];
}

/**
 * Cuts a text into lines of cells, whatever their number: what a table of equal rows would refuse. Empty lines and comments
 * are left out.
 *
 * @param decimal where it is settled which decimal mark the text has
 */
export function linesOf(text: string, decimal?: "point" | "comma"): { notation: Notation; lines: TextLine[] } {
  const { body, delimiter, comment, linesBefore, notation } = dialectOf(text, null, decimal);
  const rows = Papa.parse<string[]>(body, { delimiter }).data;
  const lines = rows.map((row, i) => ({ line: linesBefore + 1 + i, cells: trimmed(row) }));
  const isComment = ({ cells }: TextLine) => comment !== null && cells[0]!.startsWith(comment);
  return { notation, lines: lines.filter((line) => line.cells.length > 0 && !isComment(line)) };
}

function trimmed(row: string[]): string[] {
  const cells = row.map((cell) => cell.trim());
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}
