import { LANE } from "../parts";
import { defineAugmentation } from "../types";
import { drawnFactor, largestChange } from "./parts";
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
    contrast: { ...largestChange, name: "Contrast" },
  },
  off: { contrast: 0 },
  on: { contrast: 0.8 },
  /** A factor; 1 changes nothing. */
  columns: ["contrast"],
  draws: drawnFactor("contrast", LANE.jitter, 0),
  stage: color,
});
