/** Sides that are kept as they are; others are scaled to the nearer of the two. */
const FROM = 28;
const TO = 64;

/** The side at which an image is stored: small ones are enlarged for the encoders, large ones would fill the memory. */
export function storedSide(side: number): number {
  return Math.min(TO, Math.max(FROM, side));
}

/**
 * Scales grey images by averaging over the area that each new pixel covers of the old ones (box filter); enlarged
 * pixels keep their edges.
 *
 * @param images bytes, [count, from[0], from[1]]
 * @param from old height and width
 * @param to new height and width
 * @returns bytes, [count, to[0], to[1]]; `images` itself where nothing changes
 */
export function resizeImages(
  images: Uint8Array,
  count: number,
  from: readonly [number, number],
  to: readonly [number, number],
): Uint8Array {
  if (from[0] === to[0] && from[1] === to[1]) return images;
  const rows = areas(from[0], to[0]);
  const columns = areas(from[1], to[1]);
  const resized = new Uint8Array(count * to[0] * to[1]);
  let at = 0;
  for (let image = 0; image < count; image++) {
    const offset = image * from[0] * from[1];
    for (const row of rows) {
      for (const column of columns) {
        let sum = 0;
        for (const [y, height] of row)
          for (const [x, width] of column) sum += height * width * images[offset + y * from[1] + x]!;
        resized[at++] = Math.round(sum);
      }
    }
  }
  return resized;
}

/** For each new pixel of an axis the old ones that it covers, with shares that add up to 1. */
function areas(from: number, to: number): [index: number, share: number][][] {
  const scale = from / to;
  return Array.from({ length: to }, (_, i) => {
    const [start, end] = [i * scale, (i + 1) * scale];
    const covered: [number, number][] = [];
    for (let old = Math.floor(start); old < Math.min(from, Math.ceil(end)); old++) {
      covered.push([old, (Math.min(end, old + 1) - Math.max(start, old)) / scale]);
    }
    return covered;
  });
}
