import { useElementSize } from "@mantine/hooks";
import { useCallback } from "react";
import type { ViewPairs } from "../../../worker/protocol";
import { useShownRun } from "../../context";
import { drawImage, imageOf, type Pen, useCanvas } from "../canvas";
import { drawPointAmong } from "../pointAmong";
import classes from "./anchor.module.css";
import { useSampleName } from "./useSampleName";

interface SampleViewProps {
  sample: number;
  /** Of its two views, the second one. */
  isSecond: boolean;
  caption?: string;
}

/** One view of a sample of the anchors' batch: the picture itself, or its place among the points of the batch. */
export function SampleView({ sample, isSecond, caption }: SampleViewProps) {
  const pairs = useShownRun((run) => run?.anchors?.pairs ?? null);
  const name = useSampleName()(sample);
  const { ref, width } = useElementSize();
  const view = 2 * sample + Number(isSecond);
  const draw = useCallback((pen: Pen) => pairs && drawView(pen, pairs, view), [pairs, view]);
  const canvas = useCanvas(draw, width, width);
  return (
    <figure ref={ref} className={classes.view}>
      <canvas ref={canvas} role="img" aria-label={name} style={{ width, height: width }} />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function drawView(pen: Pen, { values, count, shape }: ViewPairs, view: number): void {
  const length = shape.reduce((a, b) => a * b, 1);
  if (shape.length === 3) {
    drawImage(pen.context, imageOf(values, view * length, shape, 255), 0, 0, pen.width);
    return;
  }
  const first = Array.from({ length: count }, (_, sample) => [
    ...values.subarray(2 * sample * length, (2 * sample + 1) * length),
  ]);
  const point = values.subarray(view * length, (view + 1) * length);
  drawPointAmong(pen, { values: point, dimensions: length }, { values: first.flat(), dimensions: length });
}
