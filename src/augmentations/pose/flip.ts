import { threshold } from "../../engine/wgsl/numbers";
import { automaticProbability, LANE, sides } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { pose } from "./stage";

/** Left and right change places. Grey images are characters more often than not, which have no mirror images. */
export const flip = defineAugmentation({
  id: "flip",
  label: "Flip",
  guide:
    "Left and right change places. Automatic: half the strength for images in colour, 0 for grey ones, which are characters more often than not. A digit in colour has no mirror image either.",
  summary: "{flip, number, ::percent}",
  samples: "images",
  fields: {
    flip: automaticProbability("Flip", (strength, { shape }) => (sides(shape).channels === 3 ? 0.5 * strength : 0)),
  },
  off: { flip: 0 },
  on: { flip: 0.5 },
  /** 1 mirrors left and right, 0 does not. */
  columns: ["flip"],
  draws: {
    lanes: [LANE.pose],
    values({ flip }: Numbers<"flip">, lane) {
      const [, mirror] = lane(LANE.pose);
      return { flip: mirror < flip ? 1 : 0 };
    },
    wgsl: ({ flip }: Numbers<"flip">) => `view.flip = chance(lane_1.y, ${threshold(flip)});`,
    wasm: { kernel: "drawChance", numbers: ({ flip }: Numbers<"flip">) => [LANE.pose, 1, flip] },
  },
  stage: pose,
});
