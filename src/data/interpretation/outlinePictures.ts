import { DataError } from "../errors";
import type { OutlinePictures } from "./outline";
import { layoutOf, type PictureLayout } from "./pictures";
import type { Interpretation } from "./schema";

interface FirstRows {
  /** What messages call them. */
  name: string;
  /** Numbers of a row. */
  size: number;
  /** The first rows, [count, size]. */
  first: Float32Array;
  /** What makes a number of any row brightness from 0 to 255; null where nothing does. Asked for where it matters only. */
  scale(): ((value: number) => number) | null;
}

/** Of rows of numbers everything is open. */
const ALL_OPEN = ["height", "width", "channels", "order", "turned"] as const;

/** How rows of numbers would be pictures; null where they cannot be any. */
export function outlinePictures(
  { name, size, first, scale }: FirstRows,
  said: Interpretation["pictures"],
): OutlinePictures | null {
  const layout = likelyLayout(name, size, first, said);
  const asByte = layout && scale();
  if (!layout || !asByte) return null;
  return { layout, open: ALL_OPEN, size, values: Uint8Array.from(first, (value) => Math.round(asByte(value))) };
}

/** As it was said; else as it would be guessed, which need be no square here. */
function likelyLayout(
  name: string,
  size: number,
  first: Float32Array,
  pictures: Interpretation["pictures"],
): PictureLayout | null {
  for (const said of [pictures, {}, { height: leastOblong(size) }])
    try {
      return layoutOf(name, size, first, said);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
    }
  return null;
}

/** The height of the least oblong grey picture of so many pixels. */
function leastOblong(size: number): number {
  let height = Math.floor(Math.sqrt(size));
  while (height > 1 && size % height !== 0) height--;
  return height;
}
