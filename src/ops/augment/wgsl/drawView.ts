import { lanesOf, stagesOf } from "../../../augmentations";
import type { ImageShape } from "../../../augmentations/types";
import type { FusedBatch } from "../fusedBatch";

/**
 * How a view is drawn, as augmentations/draws.ts draws it, and what follows for its pixels: one function, made of what each
 * augmentation says. Needs RANDOM_WGSL, SIN_COS_WGSL and the structure View.
 */
export function drawViewWgsl({ augmentations, recipe, work, purpose }: FusedBatch, shape: ImageShape): string {
  const lanes = lanesOf(augmentations).map(
    (lane) => `
  let lane_${lane} = hash_words(Draw(seed, step, sample, ${purpose}u, ${lane}u));
  let unit_${lane} = unit_interval(lane_${lane});`,
  );
  const drawn = augmentations.flatMap(({ draws }) => draws?.wgsl(recipe) ?? []);
  const derived = stagesOf(augmentations).flatMap(({ wgsl }) => wgsl.derive?.(recipe, work, shape) ?? []);
  return /* wgsl */ `
fn draw_view(seed: u32, step: u32, sample: u32) -> View {
  var view: View;${lanes.join("")}
  ${[...drawn, ...derived].map((statements) => statements.trim()).join("\n  ")}
  return view;
}

/** [0, 1) to [-1, 1). */
fn symmetric(value: f32) -> f32 { return 2.0 * value - 1.0; }

/** 1 with a probability, else 0: of 2^24 numbers, those below \`limit\`. */
fn chance(word: u32, limit: u32) -> f32 { return select(0.0, 1.0, (word >> 8u) < limit); }`;
}
