import { f32 } from "../../engine/wgsl/numbers";
import { unitInterval } from "../../settings/setting";
import { LANE, symmetric } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { jitterAmount, largestChange } from "./parts";
import { color } from "./stage";

/** Distances from the grey value of a pixel times a factor. */
export const saturation = defineAugmentation({
  id: "saturation",
  label: "Saturation",
  guide: "Distances from the pixel's grey times a random factor.",
  summary: "\u00b1{saturation, number, ::.##}",
  samples: "color",
  within: "jitter",
  fields: {
    saturation: {
      ...largestChange,
      name: "Saturation",
      schema: unitInterval.optional(),
      automatic: (strength) => 0.8 * strength,
    },
  },
  off: { saturation: 0 },
  on: { saturation: 0.8 },
  /** A factor; 1 changes nothing. */
  columns: ["saturation"],
  draws: {
    lanes: [LANE.pose, LANE.jitter],
    values(recipe: Numbers<"jitter" | "saturation">, lane) {
      const change = symmetric(lane(LANE.jitter)[1]) * recipe.saturation;
      return { saturation: 1 + jitterAmount(recipe, lane) * change };
    },
    wgsl: ({ saturation }: Numbers<"saturation">) =>
      `view.saturation = 1.0 + jitter_amount * symmetric(unit_2.y) * ${f32(saturation)};`,
  },
  stage: color,
});
