import type { ViewField } from "../../../src/augmentations";

/** What augmentations do to an image, pixel by pixel in float64. */

/** [height][width][channels] */
export type Image = number[][][];

export function nested(values: ArrayLike<number>, height: number, width: number, channels: number): Image {
  const at = (y: number, x: number, c: number) => values[(y * width + x) * channels + c]!;
  return range(height).map((y) => range(width).map((x) => range(channels).map((c) => at(y, x, c))));
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

export function mapPixels(image: Image, change: (pixel: number[]) => number[]): Image {
  return image.map((row) => row.map(change));
}

export function grey([r, g, b]: number[]): number {
  return 0.299 * r! + 0.587 * g! + 0.114 * b!;
}

/** Luma and the two axes of chroma (NTSC, 1953). */
export function yiq([r, g, b]: number[]): number[] {
  return [
    grey([r!, g!, b!]),
    0.595716 * r! - 0.274453 * g! - 0.321263 * b!,
    0.211456 * r! - 0.522591 * g! + 0.311135 * b!,
  ];
}

/** Bilinear sampling at crop center + rotation (flip and scale (pixel - middle)), in pixels with centers at .5. */
export function resample(image: Image, view: Record<ViewField, number>): Image {
  const [height, width] = [image.length, image[0]!.length];
  const [cosine, sine] = [Math.cos(view.rotation), Math.sin(view.rotation)];
  return image.map((row, y) =>
    row.map((_, x) => {
      const dx = (x + 0.5 - width / 2) * view.width * (view.flip === 1 ? -1 : 1);
      const dy = (y + 0.5 - height / 2) * view.height;
      const atX = view.centerX * width + cosine * dx - sine * dy - 0.5;
      const atY = view.centerY * height + sine * dx + cosine * dy - 0.5;
      return bilinear(image, mirror(atY, height), mirror(atX, width));
    }),
  );
}

/** Mirrored at the outer edges of the border pixels, then kept within the outermost pixel centers. */
function mirror(position: number, size: number): number {
  let at = position;
  if (at < 0) at = -at - 1;
  else if (at >= size) at = 2 * size - at - 1;
  return Math.min(size - 1, Math.max(0, at));
}

function bilinear(image: Image, y: number, x: number): number[] {
  const [top, left] = [Math.floor(y), Math.floor(x)];
  const [v, u] = [y - top, x - left];
  const pixel = (row: number, column: number) =>
    image[Math.min(row, image.length - 1)]![Math.min(column, image[0]!.length - 1)]!;
  return pixel(top, left).map(
    (_, c) =>
      (1 - v) * ((1 - u) * pixel(top, left)[c]! + u * pixel(top, left + 1)[c]!) +
      v * ((1 - u) * pixel(top + 1, left)[c]! + u * pixel(top + 1, left + 1)[c]!),
  );
}

export function blur(image: Image, deviation: number, radius: number): Image {
  const shifts = range(2 * radius + 1).map((tap) => tap - radius);
  const weights = shifts.map((shift) => Math.exp(-(shift ** 2) / (2 * deviation ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0) ** 2;
  const reflect = (i: number, size: number) => (i < 0 ? -i - 1 : i >= size ? 2 * size - i - 1 : i);
  return image.map((row, y) =>
    row.map((pixel, x) =>
      pixel.map((_, c) => {
        let sum = 0;
        for (const [i, dy] of shifts.entries())
          for (const [j, dx] of shifts.entries())
            sum += weights[i]! * weights[j]! * image[reflect(y + dy, 5)]![reflect(x + dx, 6)]![c]!;
        return sum / total;
      }),
    ),
  );
}
