import type { DecodeImage, Pixels } from "../../../src/data/types";

/** Pictures without a format, which stand for encoded ones: their sides, whether they have 16 bits, and their pixels. */

type Color = readonly [red: number, green: number, blue: number, opacity?: number];

/** The bytes of a picture whose colors are given for each place. */
export function raw(width: number, height: number, colorAt: (x: number, y: number) => Color, bits: 8 | 16 = 8) {
  const full = 2 ** bits - 1;
  const levels = Array.from({ length: width * height }, (_, i) => {
    const [red, green, blue, opacity = full] = colorAt(i % width, Math.floor(i / width));
    return [red, green, blue, opacity];
  });
  const words = Uint16Array.from([width, height, bits, ...levels.flat()]);
  return new Uint8Array(words.buffer);
}

/** Takes the place of a browser's decoder, for the bytes that `raw` gives. */
export const decodeRaw: DecodeImage = async (encoded): Promise<Pixels> => {
  const [width = 0, height = 0, bits = 0, ...levels] = new Uint16Array(await encoded.arrayBuffer());
  if (levels.length !== 4 * width * height) throw new Error("not whole");
  return { width, height, data: bits === 16 ? Uint16Array.from(levels) : Uint8Array.from(levels) };
};

/** A square of 4 pixels in the middle of a larger one, on nothing. */
export const drawing =
  (color: Color): ((x: number, y: number) => Color) =>
  (x, y) =>
    x > 9 && x < 14 && y > 9 && y < 14 ? color : [0, 0, 0, 0];

export const plain =
  (color: Color): ((x: number, y: number) => Color) =>
  () =>
    color;
