import { f32 } from "../../engine/wgsl/numbers";
import { unitInterval } from "../../settings/setting";
import { LANE, symmetric } from "../parts";
import type { Numbers, ViewDraws } from "../types";

/** The parts of the color jitter, which are done to a view together or not at all. */

/** 1 for a view that is jittered, else 0. In WGSL, `jitter_amount`. */
export function jitterAmount({ jitter }: { jitter: number }, lane: (lane: number) => readonly number[]): number {
  return (lane(LANE.pose)[2] as number) < jitter ? 1 : 0;
}

/** Largest change of a factor, as its row is shown below the augmentation's own name. */
export const largestChange = {
  label: "Largest change",
  tooltip: "How much a view may be changed, up or down. A factor is drawn evenly from 1 minus this to 1 plus this.",
  wording: "augmentation.change",
  schema: unitInterval.optional(),
  automatic: (strength: number) => 0.8 * strength,
  control: "slider",
  step: 0.05,
} as const;

/**
 * A factor for views that are jittered, drawn evenly from 1 minus its largest change to 1 plus it; 1 for the others.
 *
 * @param field of the recipe, and the view's column
 * @param word which of the lane's four words is its own
 */
export function drawnFactor<F extends string>(field: F, lane: number, word: 0 | 1 | 2 | 3): ViewDraws<F> {
  return {
    lanes: [LANE.pose, LANE.jitter],
    values(recipe: Numbers<"jitter" | F>, words) {
      const change = symmetric(words(lane)[word]) * recipe[field];
      return { [field]: 1 + jitterAmount(recipe, words) * change } as Record<F, number>;
    },
    wgsl: (recipe: Numbers<F>) =>
      `view.${field} = 1.0 + jitter_amount * symmetric(unit_${lane}.${"xyzw"[word]}) * ${f32(recipe[field])};`,
    wasm: {
      kernel: "drawFactor",
      numbers: (recipe: Numbers<"jitter" | F>) => [lane, word, recipe.jitter, recipe[field]],
    },
  };
}
