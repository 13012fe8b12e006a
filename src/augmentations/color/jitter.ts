import { threshold } from "../../engine/wgsl/numbers";
import { unitInterval } from "../../settings/setting";
import { LANE, probability } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { color } from "./stage";

/** Whether brightness, contrast, saturation and hue are changed at all. */
export const jitter = defineAugmentation({
  id: "jitter",
  label: "Colour jitter",
  guide: "Brightness, contrast, saturation and hue, all of them with this probability, else none.",
  summary: "{jitter, number, ::percent}",
  samples: "images",
  fields: { jitter: { ...probability, name: "Colour jitter", schema: unitInterval.default(0.8) } },
  off: { jitter: 0 },
  on: { jitter: 0.8 },
  columns: [] as never[],
  draws: {
    lanes: [LANE.pose],
    values: () => ({}),
    wgsl: ({ jitter }: Numbers<"jitter">) => `let jitter_amount = chance(lane_1.z, ${threshold(jitter)});`,
  },
  stage: color,
});
