import { describe, expect, test } from "vitest";
import { decodeOnCanvas } from "../../../src/data/readers/images/canvasDecoder";
import { concatenated } from "./cifarFiles";
import { png } from "./pngFiles";

const pixelAt = ({ width, data }: Awaited<ReturnType<typeof decodeOnCanvas>>, x: number, y: number) => [
  ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
];
const blobOf = (bytes: Uint8Array) => new Blob([bytes.slice()]);

/** That a camera was held on its side: the first row is on the right (EXIF, orientation 6). */
const ON_ITS_SIDE = concatenated([
  Uint8Array.of(0xff, 0xe1, 0, 34),
  new TextEncoder().encode("Exif\0\0MM\0*\0\0\0\x08\0\x01"),
  Uint8Array.of(1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0),
]);

describe.skipIf(typeof OffscreenCanvas === "undefined")("a browser's decoder", () => {
  test("keeps opacity", async () => {
    const pixels = await decodeOnCanvas(blobOf(png(8, 4, [0, 0, 0, 0])));
    expect([pixelAt(pixels, 0, 0), pixelAt(pixels, 7, 3)[3]]).toEqual([[255, 255, 255, 255], 0]);
  });

  test("turns a photograph as its camera was held", async () => {
    const canvas = new OffscreenCanvas(16, 8);
    const context = canvas.getContext("2d")!;
    context.fillStyle = "#fff";
    context.fillRect(8, 0, 8, 8);
    const plain = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    const turned = concatenated([plain.subarray(0, 2), ON_ITS_SIDE, plain.subarray(2)]);
    const pixels = await decodeOnCanvas(blobOf(turned));
    expect([pixels.width, pixels.height]).toEqual([8, 16]);
    expect(pixelAt(pixels, 4, 1)[0]).toBeLessThan(20);
    expect(pixelAt(pixels, 4, 14)[0]).toBeGreaterThan(235);
  });

  test("reduces what is large, and says so", async () => {
    const { width, height, reducedFrom } = await decodeOnCanvas(blobOf(png(2048, 2, [0, 0, 0])));
    expect([width, height, reducedFrom]).toEqual([1024, 1, [2, 2048]]);
  });

  test("refuses what is cut short", async () => {
    await expect(decodeOnCanvas(blobOf(png(8, 4, [0, 0, 0]).subarray(0, 40)))).rejects.toThrow();
  });
});
