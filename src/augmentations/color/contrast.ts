import { f32 } from "../../engine/wgsl/numbers";
import { unitInterval } from "../../settings/setting";
import { LANE, symmetric } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { jitterAmount, largestChange } from "./parts";
import { color } from "./stage";

/** Distances from the mean grey value of the view times a factor. */
export const contrast = defineAugmentation({
  id: "contrast",
  label: "Contrast",
  guide: "Distances from the view's mean grey times a random factor.",
  summary: "\u00b1{contrast, number, ::.##}",
  samples: "images",
  within: "jitter",
  fields: {
    contrast: {
      ...largestChange,
      name: "Contrast",
      schema: unitInterval.optional(),
      automatic: (strength) => 0.8 * strength,
    },
  },
  off: { contrast: 0 },
  on: { contrast: 0.8 },
  /** A factor; 1 changes nothing. */
  columns: ["contrast"],
  draws: {
    lanes: [LANE.pose, LANE.jitter],
    values(recipe: Numbers<"jitter" | "contrast">, lane) {
      const change = symmetric(lane(LANE.jitter)[0]) * recipe.contrast;
      return { contrast: 1 + jitterAmount(recipe, lane) * change };
    },
    wgsl: ({ contrast }: Numbers<"contrast">) =>
      `view.contrast = 1.0 + jitter_amount * symmetric(unit_2.x) * ${f32(contrast)};`,
  },
  stage: color,
});
