import type { ImageShape } from "./pixel";

/**
 * Erased squares as ops/augment/cutout.ts defines them. Needs `views`.
 * @param side of the square in pixels; 0 erases nothing
 */
export function cutoutWgsl([height, width, channels]: ImageShape, side: number): string {
  if (side === 0) return WHOLE_WGSL;
  const half = Math.floor(side / 2);
  return /* wgsl */ `
/** Values 4 group .. 4 group + 3 of a view, 0 where its square lies. */
fn cutOut(view: u32, group: u32, four: vec4f) -> vec4f {
  if (views[view].cutout == 0.0) { return four; }
  let first = vec2i(vec2f(views[view].cutoutX * ${width}.0, views[view].cutoutY * ${height}.0)) - ${half};
  let at = (4u * group + vec4u(0u, 1u, 2u, 3u)) / ${channels}u;
  // Places before the first one wrap around to large numbers.
  let across = vec4u(vec4i(at % ${width}u) - first.x);
  let along = vec4u(vec4i(at / ${width}u) - first.y);
  return select(four, vec4f(0.0), (across < vec4u(${side}u)) & (along < vec4u(${side}u)));
}`;
}

const WHOLE_WGSL = /* wgsl */ `
fn cutOut(view: u32, group: u32, four: vec4f) -> vec4f { return four; }`;
