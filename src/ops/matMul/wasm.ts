/** What callers of the packed product (wasm.as.ts) have to know of it. */

/** Columns of a panel. */
export const PANEL = 8;

/** Numbers of a packed [rows, columns] matrix, in panels of columns. */
export function packedSize(rows: number, columns: number): number {
  return PANEL * Math.ceil(columns / PANEL) * rows;
}
