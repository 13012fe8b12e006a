/** What callers of the packed product (wasm.as.ts) have to know of it. */

/** Numbers of a packed [rows, columns] matrix, in panels of 8 columns. */
export function packedSize(rows: number, columns: number): number {
  return 8 * Math.ceil(columns / 8) * rows;
}
