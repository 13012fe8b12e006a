/**
 * A WGSL function from an index to a number that is known beforehand, as comparisons: not every compiler takes a run-time index into
 * a constant array.
 * @param values by index, whole numbers; runs of equal ones become one comparison
 */
export function lookupWgsl(name: string, values: readonly number[]): string {
  const ends = values.flatMap((value, i) => (i + 1 < values.length && value !== values[i + 1] ? [i + 1] : []));
  const cases = ends.map((end) => `if (index < ${end}u) { return ${values[end - 1]}u; }`);
  return /* wgsl */ `
fn ${name}(index: u32) -> u32 {
  ${[...cases, `return ${values.at(-1)}u;`].join("\n  ")}
}`;
}
