import { z } from "../../data/zod";
import { f32 } from "../../engine/wgsl/numbers";
import { say } from "../../i18n/message";
import { texts } from "../errors";
import { LANE, symmetric } from "../parts";
import { defineAugmentation, type Numbers } from "../types";
import { pose } from "./stage";

const share = z.number().min(0.05).max(1);

/** A part of the image, brought back to its size. */
export const crop = defineAugmentation({
  id: "crop",
  label: "Crop",
  guide: "A part of the image, brought back to its size: a share of the area, and a ratio of the sides.",
  summary: "{minScale, number, ::percent} to {maxScale, number, ::percent}",
  samples: "images",
  fields: {
    /** Smallest and largest share of the area that a crop keeps. An automatic smallest share gives way. */
    minScale: {
      schema: share.optional(),
      automatic: (strength, { config }) => Math.min(config.maxScale ?? 1, 1 - 0.92 * strength),
      label: "Smallest crop",
      tooltip: "Smallest share of the area that a random crop keeps.",
      control: "slider",
      step: 0.05,
    },
    maxScale: {
      schema: share.default(1),
      label: "Largest crop",
      tooltip: "Largest share of the area that a random crop keeps.",
      control: "slider",
      step: 0.05,
    },
    /** Largest ratio of a crop's sides; the smallest is its inverse. */
    maxAspect: {
      schema: z.number().min(1).max(2).optional(),
      automatic: (strength) => 1 + strength / 3,
      label: "Aspect ratio",
      tooltip: "Largest ratio of a crop's sides.",
      control: "slider",
      step: 0.05,
    },
  },
  off: { minScale: 1, maxScale: 1, maxAspect: 1 },
  on: { minScale: 0.08, maxAspect: 1.33 },
  /** Crop box, in shares of the image: center and size. */
  columns: ["centerX", "centerY", "width", "height"],
  /** Area uniform, ratio of the sides log-uniform; a side longer than the image is cut to it. */
  draws: {
    lanes: [LANE.crop],
    values({ minScale, maxScale, maxAspect }: Numbers<"minScale" | "maxScale" | "maxAspect">, lane) {
      const [area, ratio, x, y] = lane(LANE.crop);
      const scale = maxScale - area * (maxScale - minScale);
      const aspect = maxAspect ** symmetric(ratio);
      const width = Math.min(1, Math.sqrt(scale * aspect));
      const height = Math.min(1, Math.sqrt(scale / aspect));
      return { width, height, centerX: width / 2 + x * (1 - width), centerY: height / 2 + y * (1 - height) };
    },
    wgsl: ({ minScale, maxScale, maxAspect }: Numbers<"minScale" | "maxScale" | "maxAspect">) => /* wgsl */ `
  let crop_side = sqrt(${f32(maxScale)} - unit_0.x * ${f32(maxScale - minScale)});
  let crop_stretch = symmetric(unit_0.y) * ${f32(Math.log2(maxAspect) / 2)};
  let crop_size = min(vec2f(1.0), crop_side * exp2(vec2f(crop_stretch, -crop_stretch)));
  let crop_center = 0.5 * crop_size + unit_0.zw * (1.0 - crop_size);
  view.width = crop_size.x;
  view.height = crop_size.y;
  view.center_x = crop_center.x;
  view.center_y = crop_center.y;`,
    wasm: {
      kernel: "drawCrop",
      numbers: ({ minScale, maxScale, maxAspect }: Numbers<"minScale" | "maxScale" | "maxAspect">) => [
        minScale,
        maxScale,
        Math.log(maxAspect),
      ],
    },
  },
  stage: pose,
  problem({ minScale, maxScale = 1 }) {
    if (minScale === undefined || minScale <= maxScale) return null;
    return {
      field: "maxScale",
      said: say(texts.crop, { limit: minScale }),
    };
  },
});
