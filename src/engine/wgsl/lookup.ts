import { f32 } from "./numbers";

/** The numbers of a table: their type, and how one is written. */
interface Kind {
  type: string;
  text(value: number): string;
}

const WHOLE: Kind = { type: "u32", text: (value) => `${value}u` };
export const FLOAT: Kind = { type: "f32", text: f32 };

/**
 * A WGSL function from an index to a number that is known beforehand, as comparisons: not every compiler takes a run-time index into
 * a constant array.
 * @param values by index; runs of equal ones become one comparison
 */
export function lookupWgsl(name: string, values: readonly number[], { type, text }: Kind = WHOLE): string {
  const ends = values.flatMap((value, i) => (i + 1 < values.length && value !== values[i + 1] ? [i + 1] : []));
  const cases = ends.map((end) => `if (index < ${end}u) { return ${text(values[end - 1] ?? 0)}; }`);
  return /* wgsl */ `
fn ${name}(index: u32) -> ${type} {
  ${[...cases, `return ${text(values.at(-1) ?? 0)};`].join("\n  ")}
}`;
}
