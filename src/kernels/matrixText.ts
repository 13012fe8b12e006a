/** WGSL that programs over matrices share. */

/** Reads and writes of four neighbouring columns, whatever the number of columns is. */
export interface MatrixText {
  /** Element type of the array. */
  element: "vec4f" | "f32";
  wgsl: string;
}

/**
 * A function `name`_at(row, column4) that reads columns 4 column4 .. + 3 of a row of the array `name`, and, where it is
 * written, `name`_set(row, column4, value). One vector where the columns allow it; else element by element, with zeros
 * beyond the last column.
 */
export function matrixText(name: string, columns: number, written = false): MatrixText {
  return columns % 4 === 0 ? vectors(name, columns, written) : elements(name, columns, written);
}

function vectors(name: string, columns: number, written: boolean): MatrixText {
  const at = `row * ${columns / 4}u + column4`;
  const set = `fn ${name}_set(row: u32, column4: u32, value: vec4f) { ${name}[${at}] = value; }`;
  const get = `fn ${name}_at(row: u32, column4: u32) -> vec4f { return ${name}[${at}]; }`;
  return { element: "vec4f", wgsl: written ? set : get };
}

function elements(name: string, columns: number, written: boolean): MatrixText {
  const each = (line: (lane: number) => string) => [0, 1, 2, 3].map(line).join("\n  ");
  const start = `let column = 4u * column4; let start = row * ${columns}u + column;`;
  const set = `fn ${name}_set(row: u32, column4: u32, value: vec4f) {
  ${start}
  ${each((lane) => `if (column + ${lane}u < ${columns}u) { ${name}[start + ${lane}u] = value[${lane}]; }`)}
}`;
  const get = `fn ${name}_at(row: u32, column4: u32) -> vec4f {
  ${start}
  var value = vec4f();
  ${each((lane) => `if (column + ${lane}u < ${columns}u) { value[${lane}] = ${name}[start + ${lane}u]; }`)}
  return value;
}`;
  return { element: "f32", wgsl: written ? set : get };
}

/** One line per row 0 .. rows - 1, for blocks whose rows are registers of their own. */
export function unrolled(rows: number, line: (row: number) => string): string {
  return Array.from({ length: rows }, (_, row) => line(row)).join("\n");
}
