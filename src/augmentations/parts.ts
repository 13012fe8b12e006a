import { unitInterval } from "../settings/setting";
import type { AugmentationField } from "./types";

/** What several augmentations have in common. */

/** Lanes of the random numbers that describe a view; noise has all from `noise` on but for the last lane of all. */
export const LANE = { crop: 0, pose: 1, jitter: 2, blur: 3, noise: 4, cutout: 0xff_ffff } as const;

/** [0, 1) to [-1, 1). In WGSL there is a function of that name. */
export function symmetric(value: number): number {
  return 2 * value - 1;
}

/** Channels and the shorter side of an image; 0 for points. */
export function sides(shape: readonly number[]): { channels: number; shorter: number } {
  const [height = 0, width = 0, channels = 0] = shape.length === 3 ? shape : [];
  return { channels, shorter: Math.min(height, width) };
}

export function isImage(shape: readonly number[]): boolean {
  return sides(shape).channels > 0;
}

/** A probability, as its row is shown below the augmentation's own name. */
export const probability = {
  label: "Probability",
  tooltip: "Of doing this to a view.",
  wording: "augmentation.probability",
  control: "slider",
  step: 0.05,
} as const;

/** A probability that follows from the strength where it is left out. */
export function automaticProbability(name: string, automatic: NonNullable<AugmentationField["automatic"]>) {
  return { ...probability, name, schema: unitInterval.optional(), automatic } satisfies AugmentationField;
}
