/** A number as a literal of type f32. */
export function f32(value: number): string {
  return `${Math.fround(value)}f`;
}

/** Numbers as a vector, for example `vec3f(1f, 0f, 0f)`. */
export function vector(values: readonly number[]): string {
  return `vec${values.length}f(${values.map(f32).join(", ")})`;
}

/** A uniform 24-bit integer is below this as often as `probability` says; the comparison is exact on every device. */
export function threshold(probability: number): string {
  return `${Math.ceil(probability * 0x1000000)}u`;
}
