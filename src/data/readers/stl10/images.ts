import { assertRoom, storedShape } from "../../assembly/assemble";
import type { ImageWish, LabeledSet } from "../../assembly/labeled";
import { BoxFilter } from "../../assembly/resize";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";

const SIDE = 96;
const AREA = SIDE * SIDE;
export const IMAGE_SIZE = 3 * AREA;
export const IMAGE_SHAPE = [SIDE, SIDE];
/** Images that are read at a time. */
const AT_ONCE = 128;

/**
 * Reads some images of a file, a few at a time, and scales them as they come: there are 2.7 GB of those without labels.
 *
 * @param chosen their places, ascending
 */
export async function readImages(
  file: File,
  chosen: Int32Array,
  wish: ImageWish,
  { signal, onProgress }: LoadTools,
): Promise<Pick<LabeledSet, "kind" | "shape" | "count" | "values">> {
  const [height = 0, width = 0] = storedShape({ kind: "images", shape: [SIDE, SIDE, 3] }, wish);
  const shape = [height, width, 3];
  assertRoom(file.name, chosen.length, shape);
  const size = height * width * 3;
  const values = new Uint8Array(chosen.length * size);
  const filter = new BoxFilter([SIDE, SIDE, 3], [height, width]);
  const image = new Uint8Array(IMAGE_SIZE);
  for (let done = 0; done < chosen.length; ) {
    signal?.throwIfAborted();
    const first = chosen[done]!;
    const until = placeAfter(chosen, done, first + AT_ONCE);
    const bytes = await bytesOf(file.slice(first * IMAGE_SIZE, (chosen[until - 1]! + 1) * IMAGE_SIZE), file.name);
    for (; done < until; done++) {
      const at = (chosen[done]! - first) * IMAGE_SIZE;
      upright(bytes.subarray(at, at + IMAGE_SIZE), image);
      filter.apply(image, 0, values, done * size);
    }
    onProgress?.(done / chosen.length);
  }
  return { kind: "images", shape, count: chosen.length, values };
}

/** The first place from `start` on that lies at `end` or behind. */
function placeAfter(chosen: Int32Array, start: number, end: number): number {
  let place = start;
  while (place < chosen.length && chosen[place]! < end) place++;
  return place;
}

/** Planes, each column by column, become pixels row by row. */
function upright(planes: Uint8Array, image: Uint8Array): void {
  for (let channel = 0; channel < 3; channel++)
    for (let x = 0; x < SIDE; x++)
      for (let y = 0; y < SIDE; y++) image[3 * (y * SIDE + x) + channel] = planes[channel * AREA + x * SIDE + y]!;
}
