import { useCallback } from "react";
import type { SamplePictures } from "../../../../record/events";
import { drawImage, imageOf, type Pen, useCanvas } from "../../canvas";
import { drawPointAmong } from "../../pointAmong";
import classes from "./sample.module.css";

interface SamplePictureProps {
  pictures: SamplePictures;
  sample: number;
  /** One of its two views; null for the sample itself. */
  view: 0 | 1 | null;
  /** In pixels. */
  side: number;
  /** What it shows; left out where the words stand beside it. */
  label?: string;
}

/** A sample of the embedding as a picture: the image itself, or its place among the points. */
export function SamplePicture({ pictures, sample, view, side, label }: SamplePictureProps) {
  const draw = useCallback((pen: Pen) => drawSample(pen, pictures, sample, view), [pictures, sample, view]);
  const canvas = useCanvas(draw, side, side);
  const described = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return <canvas ref={canvas} className={classes.picture} style={{ width: side, height: side }} {...described} />;
}

function drawSample(pen: Pen, pictures: SamplePictures, sample: number, view: SamplePictureProps["view"]): void {
  const { shape } = pictures;
  const { values, start } = valuesOf(pictures, sample, view);
  if (shape.length === 3) {
    const scale = values instanceof Uint8Array ? 1 : 255;
    drawImage(pen.context, imageOf(values, start, shape, scale), 0, 0, pen.width);
    return;
  }
  const [dimensions = 2] = shape;
  const point = { values: values.subarray(start, start + dimensions), dimensions };
  drawPointAmong(pen, point, { values: pictures.values, dimensions });
}

/** The numbers of a sample, or of one of its views, and where they begin. */
export function valuesOf(
  { values, views, shape }: Pick<SamplePictures, "values" | "views" | "shape">,
  sample: number,
  view: SamplePictureProps["view"],
): { values: Uint8Array | Float32Array; start: number } {
  const size = shape.reduce((a, b) => a * b, 1);
  return view === null ? { values, start: sample * size } : { values: views, start: (2 * sample + view) * size };
}
