import { LANE } from "../parts";
import { defineAugmentation } from "../types";
import { drawnFactor, largestChange } from "./parts";
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
    brightness: { ...largestChange, name: "Brightness" },
  },
  off: { brightness: 0 },
  on: { brightness: 0.8 },
  /** A factor; 1 changes nothing. */
  columns: ["brightness"],
  draws: drawnFactor("brightness", LANE.pose, 3),
  stage: color,
});
