import { deflateSync } from "node:zlib";
import { chunk, header, SIGNATURE } from "../support/pngFormat";

/** Small PNG files: a palette, a byte a pixel. Pictures of interfaces have few colors that matter. */

/** Pixels, row-major [height, width, 4]: red, green, blue, opacity. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

type Color = [red: number, green: number, blue: number];

const COLORS = 128;
/** Of these, what is chosen for its color: a thin line says more than the many greys of smoothed text. */
const COLORFUL = 32;

/** Encodes an opaque picture with its most frequent colors; others become the nearest of them. */
export function encodePng({ width, height, data }: Picture): Uint8Array {
  const codes = codesOf(data);
  const palette = mostFrequent(codes);
  const places = placesOf(codes, palette);
  const rows = new Uint8Array(height * (width + 1));
  for (let i = 0; i < codes.length; i++) rows[Math.floor(i / width) + i + 1] = places.get(codes[i] as number) as number;
  return Buffer.concat([
    SIGNATURE,
    header(width, height, "palette"),
    chunk("PLTE", Uint8Array.from(palette.flatMap(colorOf))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND"),
  ]);
}

function codesOf(data: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: data.length / 4 }, (_, i) => {
    const [red, green, blue] = data.subarray(4 * i, 4 * i + 3) as unknown as Color;
    return (red << 16) | (green << 8) | blue;
  });
}

function colorOf(code: number): Color {
  return [code >> 16, (code >> 8) & 255, code & 255];
}

function mostFrequent(codes: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const common = largest(counts, (_, count) => count).slice(0, COLORS - COLORFUL);
  for (const code of common) counts.delete(code);
  return [...common, ...largest(counts, (code, count) => count * chromaOf(code)).slice(0, COLORFUL)];
}

/** Colors by what they are worth, from the most on. */
function largest(counts: Map<number, number>, worth: (code: number, count: number) => number): number[] {
  const worths = [...counts].map(([code, count]): [number, number] => [code, worth(code, count)]);
  return worths.sort(([a, m], [b, n]) => n - m || a - b).map(([code]) => code);
}

function chromaOf(code: number): number {
  const color = colorOf(code);
  return Math.max(...color) - Math.min(...color);
}

function placesOf(codes: Uint32Array, palette: number[]): Map<number, number> {
  const places = new Map(palette.map((code, place) => [code, place]));
  const colors = palette.map(colorOf);
  for (const code of codes) if (!places.has(code)) places.set(code, nearest(colorOf(code), colors));
  return places;
}

function nearest([red, green, blue]: Color, colors: readonly Color[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, [r, g, b]] of colors.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
