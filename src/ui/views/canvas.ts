import { useEffect, useRef } from "react";
import { useDark } from "../context";

export interface Pen {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  /** Value of a color variable of the page. */
  color: (variable: string) => string;
}

/** A canvas that is redrawn, sharp on any screen, when `draw`, its size or the colors of the page change. */
export function useCanvas(draw: (pen: Pen) => void, width: number, height: number) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDark();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the color scheme changes what the variables hold.
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context || width === 0 || height === 0) return;
    const scale = window.devicePixelRatio || 1;
    canvas.current.width = Math.round(width * scale);
    canvas.current.height = Math.round(height * scale);
    context.scale(scale, scale);
    const style = getComputedStyle(document.documentElement);
    draw({ context, width, height, color: (variable) => style.getPropertyValue(variable).trim() });
  }, [draw, width, height, dark]);
  return canvas;
}

/** A sample of an image data set as pixels; grey where there is one channel. `scale` brings the values to 0..255. */
export function imageOf(values: ArrayLike<number>, offset: number, shape: number[], scale: number): ImageData {
  const [height, width, channels] = shape as [number, number, number];
  const image = new ImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = values[offset + pixel * channels + Math.min(channel, channels - 1)] as number;
      image.data[4 * pixel + channel] = value * scale;
    }
    image.data[4 * pixel + 3] = 255;
  }
  return image;
}

/** Puts an image on a canvas at a size of its own, without blurring small pictures. */
export function drawImage(
  context: CanvasRenderingContext2D,
  image: ImageData,
  x: number,
  y: number,
  size: number,
): void {
  const buffer = document.createElement("canvas");
  buffer.width = image.width;
  buffer.height = image.height;
  buffer.getContext("2d")?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(buffer, x, y, size, (size * image.height) / image.width);
}
