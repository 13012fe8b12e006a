import { useElementSize } from "@mantine/hooks";
import { useCallback } from "react";
import type { ViewPairs } from "../../../worker/protocol";
import { useShownRun } from "../../context";
import { drawImage, imageOf, type Pen, useCanvas } from "../canvas";
import { planePoint } from "../pointPairs";
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

function drawView(pen: Pen, pairs: ViewPairs, view: number): void {
  const length = pairs.shape.reduce((a, b) => a * b, 1);
  if (pairs.shape.length === 3)
    drawImage(pen.context, imageOf(pairs.values, view * length, pairs.shape, 255), 0, 0, pen.width);
  else drawPoint(pen, pairs, view);
}

/** A point, large, among the first views of all samples, small. */
function drawPoint({ context, width, color }: Pen, { values, count, shape }: ViewPairs, view: number): void {
  const dimensions = shape[0] ?? 2;
  const at = (index: number) => planePoint(values, index * dimensions, dimensions);
  const all = Array.from({ length: 2 * count }, (_, index) => at(index));
  const scale = (width / 2 - 4) / (Math.max(...all.flat().map(Math.abs)) || 1);
  const dot = (index: number, radius: number) => {
    const [x, y] = at(index);
    context.beginPath();
    context.arc(width / 2 + x * scale, width / 2 - y * scale, radius, 0, 2 * Math.PI);
    context.fill();
  };
  context.fillStyle = color("--raised");
  context.fillRect(0, 0, width, width);
  context.fillStyle = color("--chart-mark");
  for (let sample = 0; sample < count; sample++) dot(2 * sample, 1);
  context.fillStyle = color("--ink");
  dot(view, 3.5);
}
