import type { Pixels } from "../../types";

/** Longer sides are reduced to so many pixels before they are handed on: more than any side that is stored needs. */
export const LONGEST_SIDE = 1024;

/**
 * Decodes an image with the browser's own decoders, in a page or a worker. Colors stay as the file has them.
 *
 * @throws when the browser cannot decode it
 */
export async function decodeOnCanvas(encoded: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(encoded, { colorSpaceConversion: "none", premultiplyAlpha: "none" });
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("this browser gives no canvas to workers");
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, data, ...(scale < 1 && { reducedFrom: [bitmap.height, bitmap.width] }) };
  } finally {
    bitmap.close();
  }
}
