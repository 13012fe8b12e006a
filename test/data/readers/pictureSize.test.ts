import { expect, it } from "vitest";
import { Budget } from "../../../src/data/readers/images/budget";
import { decodeParts } from "../../../src/data/readers/images/decode";
import { pictureSize } from "../../../src/data/readers/images/size";
import { refusal } from "../refusal";
import { PICTURES } from "./pictureFiles";

/** What a few bytes of a PNG claim. */
function claiming(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

it.each(PICTURES)("is read from the head of a picture: %s", (name, bytes) => {
  const ours = /JPEG|WebP|GIF|AVIF/.test(name) ? { width: 24, height: 16 } : { width: 8, height: 6 };
  expect(pictureSize(bytes)).toEqual(name === "BMP" ? { width: 3, height: 3 } : ours);
  // Wherever it is cut off, and whatever it is.
  for (let length = 0; length < Math.min(bytes.length, 600); length++) pictureSize(bytes.subarray(0, length));
});

const WISH = { colour: "keep" } as const;
const pixels = { width: 1, height: 1, data: new Uint8ClampedArray([0, 0, 0, 255]) };

it("refuses pictures that would fill the memory before they are decoded", async () => {
  let decoded = 0;
  const bytes = claiming(16_000, 16_000);
  const images = { count: 64, nameOf: (index: number) => `${index}.png`, read: async () => bytes };
  const decodeImage = async () => {
    decoded++;
    return pixels;
  };
  expect(await refusal(decodeParts([images], WISH, { decodeImage }))).toBe(
    "0.png has 16000 x 16000 pixels; images of at most 64 million are read.",
  );
  expect(decoded).toBe(0);
});

it("decodes large pictures one after the other, and small ones side by side", async () => {
  const mostAtOnce = async (side: number) => {
    let [now, most] = [0, 0];
    const bytes = claiming(side, side);
    const images = { count: 16, nameOf: (index: number) => `${index}.png`, read: async () => bytes };
    const decodeImage = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now--;
      return pixels;
    };
    await decodeParts([images], WISH, { decodeImage });
    return most;
  };
  expect(await mostAtOnce(8_000)).toBe(1);
  expect(await mostAtOnce(4_000)).toBe(4);
  expect(await mostAtOnce(100)).toBe(16);
});

it("gives the room of work that fails to the next", async () => {
  const budget = new Budget(10);
  const failing = budget.during(10, () => Promise.reject(new Error("no")));
  const next = budget.during(20, async () => "done");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("done");
});
