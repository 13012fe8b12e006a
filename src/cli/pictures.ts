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

/** What of it is used. */
interface Skia {
  loadImage(encoded: Uint8Array): Promise<{ width: number; height: number }>;
  createCanvas(width: number, height: number): { getContext(kind: "2d"): Context };
}

interface Context {
  drawImage(image: object, x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
}

/** By its name: where the package is not there, all but pictures works, and is built and checked. */
const PACKAGE = "@napi-rs/canvas";

async function skia(): Promise<Skia> {
  try {
    return await import(PACKAGE);
  } catch (error) {
    throw problem(texts.noDecoder, { reason: saidOf(error) }, { cause: error });
  }
}
