import { z } from "../../zod";
import type { Source } from "../types";

const schema = z.strictObject({
  id: z.literal("points"),
  layout: z.enum(["rings", "moons", "gaussians"]).default("gaussians"),
  classes: z.int().min(2).max(16).default(8),
  /** Training points; a quarter as many are held out. */
  samples: z.int().min(64).max(100_000).default(4000),
});

export type PointsOptions = z.output<typeof schema>;

/** Classes of points in the plane. */
export const points: Source<typeof schema> = {
  schema,
  isMade: true,
  holdsImages: false,
  likelyShape: () => [2],
};
