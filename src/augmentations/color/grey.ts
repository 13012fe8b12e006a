import { threshold } from "../../engine/wgsl/numbers";
import { automaticProbability, LANE } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { color } from "./stage";

/** The color is dropped. */
export const grey = defineAugmentation({
  id: "grey",
  label: "Greyscale",
  guide: "The colour is dropped.",
  summary: "{grey, number, ::percent}",
  samples: "color",
  fields: { grey: automaticProbability("Greyscale", (strength) => 0.2 * strength) },
  off: { grey: 0 },
  on: { grey: 0.2 },
  /** 1 drops the color, 0 keeps it. */
  columns: ["grey"],
  draws: {
    lanes: [LANE.jitter],
    values: ({ grey }: Numbers<"grey">, lane) => ({ grey: lane(LANE.jitter)[3] < grey ? 1 : 0 }),
    wgsl: ({ grey }: Numbers<"grey">) => `view.grey = chance(lane_2.w, ${threshold(grey)});`,
    wasm: { kernel: "drawChance", numbers: ({ grey }: Numbers<"grey">) => [LANE.jitter, 3, grey] },
  },
  stage: color,
});
