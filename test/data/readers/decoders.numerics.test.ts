import { expect, test } from "vitest";
import { fnv1a, NOTHING_HASHED } from "../../../src/data/fnv1a";
import { decodeOnCanvas } from "../../../src/data/readers/images/canvasDecoder";
import type { DecodeImage } from "../../../src/data/types";
import { PICTURES } from "./pictureFiles";

/** Of each picture, in Chromium and on the command line: width, height, and a checksum of the pixels. */
const DECODED: Record<string, [number, number, string]> = {
  "grey of 1 bit": [8, 6, "67af7b7c"],
  "grey of 4 bits": [8, 6, "eec0af87"],
  grey: [8, 6, "9618450f"],
  "grey of 16 bits": [8, 6, "f540efc3"],
  color: [8, 6, "de3f402d"],
  "color of 16 bits": [8, 6, "6eb11f65"],
  palette: [8, 6, "56240f18"],
  "palette of 2 bits with opacity": [8, 6, "1c17fbb6"],
  "one color that is transparent": [8, 6, "c964ab9"],
  "grey with opacity": [8, 6, "69989dbe"],
  "color with opacity": [8, 6, "73ec694f"],
  "color with opacity, of 16 bits": [8, 6, "25fd0511"],
  "color with a gamma of its own": [8, 6, "de3f402d"],
  JPEG: [24, 16, "3d137c73"],
  "JPEG with another profile": [24, 16, "3d137c73"],
  "JPEG on its side": [16, 24, "257ce267"],
  WebP: [24, 16, "87575111"],
  GIF: [24, 16, "76656e88"],
  "WebP with opacity": [24, 16, "b6b6f907"],
  "AVIF with opacity": [24, 16, "baa67a4a"],
  BMP: [3, 3, "b796722"],
};

const NODE = "../../../src/cli/pictures";

async function decoderHere(): Promise<DecodeImage> {
  if ("document" in globalThis) return decodeOnCanvas;
  return (await import(/* @vite-ignore */ NODE)).decodeInNode;
}

test.each(PICTURES)("a picture is decoded to the same pixels in a browser and without one: %s", async (name, bytes) => {
  const decode = await decoderHere();
  const { width, height, data } = await decode(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  expect([width, height, fnv1a(pixels, NOTHING_HASHED).toString(16)]).toEqual(DECODED[name]);
});
