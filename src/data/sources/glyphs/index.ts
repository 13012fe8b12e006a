import { z } from "../../zod";
import type { Source } from "../types";

const schema = z.strictObject({
  id: z.literal("glyphs"),
  /** Takes the first so many letters of the table. */
  classes: z.int().min(2).max(16).default(16),
  /** Training images; a quarter as many are held out. */
  samples: z.int().min(64).max(60_000).default(4000),
});

export type GlyphsOptions = z.output<typeof schema>;

/** Letters drawn from strokes. */
export const glyphs: Source<typeof schema> = {
  schema,
  isMade: true,
  holdsImages: true,
  likelyShape: () => [32, 32, 1],
};
