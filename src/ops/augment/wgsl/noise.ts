import { VIEW_LANE } from "../../../augmentations/viewRecipe";
import { f32 } from "../../../engine/wgsl/numbers";

/**
 * Noise of views, the same as augmentations/draws.ts draws. Needs RANDOM_WGSL, `seeds`, the uniform `block` and the
 * constant VIEWS, the views of a seed.
 * @param deviation of the noise
 * @param purpose of the draws
 */
export function noiseWgsl(deviation: number, purpose: number): string {
  return /* wgsl */ `
/** Noise of values 4 group .. 4 group + 3 of a view; one hash makes the four. */
fn noise(view: u32, group: u32) -> vec4f {
  let seed = bitcast<u32>(seeds[view / VIEWS]);
  let draw = Draw(seed, block.step, view % VIEWS, ${purpose}u, ${VIEW_LANE.noise}u + group);
  return ${f32(deviation)} * byteNormal(hashWords(draw));
}`;
}

/** In the place of `noiseWgsl` where there is none. */
export const SILENCE_WGSL = /* wgsl */ `
fn noise(view: u32, group: u32) -> vec4f { return vec4f(0.0); }`;
