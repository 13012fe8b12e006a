/** Bringing pixels into the order in which they are used: row by row, the channels of a pixel beside each other. */

interface ColorImages {
  /** Of an image as it is stored, channels among them. */
  axes: number[];
  /** Which axis counts the channels. */
  channels: number;
  count: number;
  payload: Uint8Array;
}

/** Grey where there is one channel; opacity is left out. */
export function withChannelsLast({ axes, channels, count, payload }: ColorImages): {
  shape: number[];
  payload: Uint8Array;
} {
  const [height = 0, width = 0] = axes.filter((_, axis) => axis !== channels);
  const [depth, area] = [axes[channels]!, height * width];
  if (depth === 1) return { shape: [height, width], payload };
  if (depth === 3 && channels === 2) return { shape: [height, width, 3], payload };
  const [perPixel, perChannel] = channels === 2 ? [depth, 1] : [1, area];
  const pixels = new Uint8Array(count * area * 3);
  for (let image = 0; image < count; image++)
    for (let i = 0; i < area; i++)
      for (let c = 0; c < 3; c++)
        pixels[3 * (image * area + i) + c] = payload[image * area * depth + i * perPixel + c * perChannel]!;
  return { shape: [height, width, 3], payload: pixels };
}

/** Rows and columns change places, where the pixels lie: a large data set is not there twice. */
export function turn(pixels: Uint8Array, [height = 0, width = 0, channels = 1]: number[]): number[] {
  const size = height * width * channels;
  const image = new Uint8Array(size);
  for (let start = 0; start < pixels.length; start += size) {
    image.set(pixels.subarray(start, start + size));
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (let c = 0; c < channels; c++)
          pixels[start + (x * height + y) * channels + c] = image[(y * width + x) * channels + c]!;
  }
  return [width, height, ...(channels === 1 ? [] : [channels])];
}
