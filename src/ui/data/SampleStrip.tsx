import { useEffect, useRef } from "react";
import { imageOf } from "../views/canvas";
import classes from "./sampleStrip.module.css";

interface SampleStripProps {
  /** Bytes, or shares of full brightness: [n, ...shape]. */
  values: Uint8Array | Float32Array;
  /** Of one image: [height, width, channels]. */
  shape: number[];
  /** Which images, row by row. */
  shown: readonly number[];
  /** Images in a row. */
  columns?: number;
  /** What screen readers say; nothing where the words beside it say it. */
  label?: string;
}

/** From this side on, in pixels, images are shown smaller than they are, and smoothly. */
const LARGE = 48;

/** Pixels between two images, a tenth of their width. */
function gapOf(width: number): number {
  return Math.ceil(width / 10);
}

/** The same as a share of the width of a row, for what has to stand in line with the images. */
export function gapShare(width: number, columns: number): number {
  return gapOf(width) / (columns * (width + gapOf(width)) - gapOf(width));
}

/** Images side by side, at their own pixels; the style sheet brings the whole to size. */
export function SampleStrip({ values, shape, shown, columns = shown.length, label }: SampleStripProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) drawStrip(canvas.current, { values, shape, shown, columns });
  }, [values, shape, shown, columns]);
  const naming = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    <canvas ref={canvas} className={classes.strip} data-smooth={(shape[1] ?? 0) > LARGE || undefined} {...naming} />
  );
}

function drawStrip(canvas: HTMLCanvasElement, strip: Required<Omit<SampleStripProps, "label">>): void {
  const { values, shape, shown, columns } = strip;
  const [height = 0, width = 0, channels = 0] = shape;
  const gap = gapOf(width);
  const rows = Math.ceil(shown.length / columns);
  canvas.width = columns * (width + gap) - gap;
  canvas.height = rows * (height + gap) - gap;
  const context = canvas.getContext("2d");
  shown.forEach((index, place) => {
    const image = imageOf(values, index * height * width * channels, shape, values instanceof Uint8Array ? 1 : 255);
    context?.putImageData(image, (place % columns) * (width + gap), Math.floor(place / columns) * (height + gap));
  });
}
