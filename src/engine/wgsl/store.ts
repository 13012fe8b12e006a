/**
 * `store` writes values 4 group .. 4 group + 3 of a view, those that there are, into `y`.
 * @param size values of a view
 */
export function storeWgsl(size: number): string {
  if (storesVectors(size))
    return /* wgsl */ `
fn store(view: u32, group: u32, four: vec4f) { y[view * ${size / 4}u + group] = four; }`;
  return /* wgsl */ `
fn store(view: u32, group: u32, four: vec4f) {
  for (var k = 0u; k < 4u && 4u * group + k < ${size}u; k++) { y[view * ${size}u + 4u * group + k] = four[k]; }
}`;
}

/** Element type of `y`. */
export function storedElement(size: number): string {
  return storesVectors(size) ? "vec4f" : "f32";
}

function storesVectors(size: number): boolean {
  return size % 4 === 0;
}
