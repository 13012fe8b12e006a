/**
 * Text that is written out again and again: what one invocation keeps in registers are variables of their own, since an
 * array under a running index would live in memory.
 */

/** The text of `line` for 0 .. count - 1. */
export function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

/** The same for all pairs. */
export function repeat2(rows: number, columns: number, line: (row: number, column: number) => string): string {
  return repeat(rows, (row) => repeat(columns, (column) => line(row, column)));
}

/** A name as WGSL has it: `logXi` becomes `log_xi`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
