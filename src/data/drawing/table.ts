import Papa from "papaparse";
import type { Interpretation } from "../interpretation/schema";
import { type Drawing, EMPTY } from "./drawing";
import { withPasted } from "./pasted";

/** A drawing as the table that is kept, trained on like any other, and drawn on again. */

/** What its columns are: nothing of it has to be guessed. */
export const INTERPRETATION: Interpretation = {
  columns: [
    { name: "x", role: "feature" },
    { name: "y", role: "feature" },
    { name: "class", role: "label" },
  ],
  decimal: "point",
};

/** CSV with the columns x, y and class. */
export function tableOf({ classes, points }: Drawing): string {
  const rows = points.map(({ x, y, label }) => [x, y, classes[label]!]);
  return Papa.unparse([["x", "y", "class"], ...rows], { newline: "\n" });
}

/**
 * The drawing that a table was made of. Classes are in the order that training gives them.
 *
 * @throws DataError where it is no such table
 */
export function drawingOf(table: string): Drawing {
  return withPasted(EMPTY, table, 0, "point").drawing;
}
