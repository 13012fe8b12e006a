import { z } from "../../data/zod";
import { f32 } from "../../engine/wgsl/numbers";
import { LANE, symmetric } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { pose } from "./stage";

/** By an angle either way. SimCLR has none. */
export const rotation = defineAugmentation({
  id: "rotation",
  label: "Rotation",
  guide: "By an angle drawn evenly, either way. SimCLR has none; 15 degrees leave characters readable.",
  summary: "\u00b1{rotation, number, ::.##}\u00b0",
  samples: "images",
  fields: {
    /** Largest angle in degrees. */
    rotation: {
      schema: z.number().min(0).max(180).default(0),
      label: "Largest angle",
      tooltip: "Either way, in degrees.",
      wording: "augmentation.angle",
      name: "Rotation",
      control: "slider",
      step: 1,
    },
  },
  off: { rotation: 0 },
  // Small enough that a 6 stays a 6.
  on: { rotation: 15 },
  /** Radians, from the x towards the y axis (y points down). */
  columns: ["rotation"],
  draws: {
    lanes: [LANE.pose],
    values({ rotation }: Numbers<"rotation">, lane) {
      const [turn] = lane(LANE.pose);
      return { rotation: (symmetric(turn) * rotation * Math.PI) / 180 };
    },
    wgsl: ({ rotation }: Numbers<"rotation">) => /* wgsl */ `
  let rotation_turns = symmetric(unit_1.x) * ${f32(rotation / 360)};
  view.rotation = rotation_turns * ${f32(2 * Math.PI)};`,
    wasm: { kernel: "drawRotation", numbers: ({ rotation }: Numbers<"rotation">) => [rotation] },
  },
  stage: pose,
});
