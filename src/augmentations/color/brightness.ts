import { f32 } from "../../engine/wgsl/numbers";
import { unitInterval } from "../../settings/setting";
import { LANE, symmetric } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { jitterAmount, largestChange } from "./parts";
import { color } from "./stage";

/** All values times a factor. */
export const brightness = defineAugmentation({
  id: "brightness",
  label: "Brightness",
  guide: "All values times a random factor.",
  summary: "\u00b1{brightness, number, ::.##}",
  samples: "images",
  within: "jitter",
  fields: {
    brightness: {
      ...largestChange,
      name: "Brightness",
      schema: unitInterval.optional(),
      automatic: (strength) => 0.8 * strength,
    },
  },
  off: { brightness: 0 },
  on: { brightness: 0.8 },
  /** A factor; 1 changes nothing. */
  columns: ["brightness"],
  draws: {
    lanes: [LANE.pose, LANE.jitter],
    values(recipe: Numbers<"jitter" | "brightness">, lane) {
      const change = symmetric(lane(LANE.pose)[3]) * recipe.brightness;
      return { brightness: 1 + jitterAmount(recipe, lane) * change };
    },
    wgsl: ({ brightness }: Numbers<"brightness">) =>
      `view.brightness = 1.0 + jitter_amount * symmetric(unit_1.w) * ${f32(brightness)};`,
  },
  stage: color,
});
