import { z } from "../../data/zod";
import { f32 } from "../../engine/wgsl/numbers";
import { LANE, symmetric } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { jitterAmount } from "./parts";
import { color } from "./stage";

/** A turn around the color circle at constant luma. */
export const hue = defineAugmentation({
  id: "hue",
  label: "Hue",
  guide: "All colours are turned around the colour circle at the same luma.",
  summary: "\u00b1{hue, number, ::.##}",
  samples: "color",
  within: "jitter",
  fields: {
    /** Largest turn, in turns. */
    hue: {
      schema: z.number().min(0).max(0.5).optional(),
      automatic: (strength) => 0.2 * strength,
      label: "Largest turn",
      tooltip: "How far the colours may be turned, either way. In turns of the colour circle; 0.5 reaches every hue.",
      wording: "augmentation.turn",
      name: "Hue",
      control: "slider",
      step: 0.02,
    },
  },
  off: { hue: 0 },
  on: { hue: 0.2 },
  /** In radians. */
  columns: ["hue"],
  draws: {
    lanes: [LANE.pose, LANE.jitter],
    values(recipe: Numbers<"jitter" | "hue">, lane) {
      const turn = symmetric(lane(LANE.jitter)[2]) * recipe.hue;
      return { hue: jitterAmount(recipe, lane) * turn * 2 * Math.PI };
    },
    wgsl: ({ hue }: Numbers<"hue">) => /* wgsl */ `
  let hue_turns = jitter_amount * symmetric(unit_2.z) * ${f32(hue)};
  view.hue = hue_turns * ${f32(2 * Math.PI)};`,
    wasm: { kernel: "drawHue", numbers: ({ jitter, hue }: Numbers<"jitter" | "hue">) => [jitter, hue] },
  },
  stage: color,
});
