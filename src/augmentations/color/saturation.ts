import { LANE } from "../parts";
import { defineAugmentation } from "../types";
import { drawnFactor, largestChange } from "./parts";
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
    saturation: { ...largestChange, name: "Saturation" },
  },
  off: { saturation: 0 },
  on: { saturation: 0.8 },
  /** A factor; 1 changes nothing. */
  columns: ["saturation"],
  draws: drawnFactor("saturation", LANE.jitter, 1),
  stage: color,
});
