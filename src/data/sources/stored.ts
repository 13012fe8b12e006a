import type { ImageWish } from "../assembly/labeled";
import { interpretation } from "../interpretation/schema";
import { z } from "../zod";

/** Fields of data that was not made here: how many samples are kept, and how its images are stored. */
export const stored = {
  samples: z.int().min(64).max(100_000).default(60_000),
  /** Both sides of an image in pixels; as in the data where it is left out, if that is 28 to 64. */
  side: z.int().min(28).max(64).optional(),
  colour: z.enum(["keep", "grey"]).default("keep"),
};

/** Fields of what a user brings, which nobody has laid out for this program. */
export const brought = { ...stored, interpretation: interpretation.optional() };

const GREY_IMAGE = [32, 32, 1];
const COLOR_IMAGE = [32, 32, 3];

/** Images may turn out to have colors until the config says that they are stored in grey. */
export function likelyImage({ colour }: ImageWish): number[] {
  return colour === "grey" ? GREY_IMAGE : COLOR_IMAGE;
}
