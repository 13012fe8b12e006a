import type { ImageSize } from "../plan";

/** @throws when the samples are no images */
export function imageSize(encoder: string, inputShape: number[]): ImageSize {
  const [height, width, channels] = inputShape;
  if (height !== undefined && width !== undefined && channels !== undefined) return { height, width, channels };
  throw new Error(
    `The ${encoder} needs images, but these samples are points of ${inputShape[0]} numbers: choose the mlp encoder.`,
  );
}
