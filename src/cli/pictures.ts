import { LONGEST_SIDE } from "../data/readers/images/canvasDecoder";
import type { DecodeImage, Pixels } from "../data/types";
import { problem, saidOf } from "../i18n/errors";
import { withoutColorSpace } from "./colorSpace";
import { texts } from "./errors";

/**
 * Pictures without a browser, through Skia, which Chromium decodes with too: PNG, JPEG, WebP, GIF, BMP and AVIF have the pixels that the page
 * sees, to the bit, unless they are so large that they come reduced. Loaded when the first picture is met.
 */

/**
 * Decodes a picture as `decodeOnCanvas` does in a browser.
 *
 * @throws PlaygroundError where the package is not there, or the picture claims more than memory has room for; else what the decoder says
 */
export const decodeInNode: DecodeImage = async (encoded) => {
  const { createCanvas, loadImage } = await skia();
  const image = await loadImage(withoutColorSpace(Buffer.from(await encoded.arrayBuffer())));
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const reduced: Pick<Pixels, "reducedFrom"> = scale < 1 ? { reducedFrom: [image.height, image.width] } : {};
  return { width, height, data, ...reduced };
};

async function skia(): Promise<typeof import("@napi-rs/canvas")> {
  try {
    return await import("@napi-rs/canvas");
  } catch (error) {
    throw problem(texts.noDecoder, { reason: saidOf(error) }, { cause: error });
  }
}
