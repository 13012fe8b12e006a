import { useElementSize } from "@mantine/hooks";
import { useCallback } from "react";
import type { ViewsSnapshot } from "../../worker/protocol";
import { useDark } from "../context";
import { words } from "../words";
import { classColour, drawImage, imageOf, type Pen, useCanvas } from "./canvas";
import classes from "./views.module.css";

const GAP = 6;
const POINTS_HEIGHT = 150;

/** A few samples, each twice: what the learners are asked to match. */
export function Pairs({ pairs }: { pairs: ViewsSnapshot["pairs"] }) {
  const { ref, width } = useElementSize();
  const images = pairs.shape.length === 3;
  const dark = useDark();
  const size = (width - GAP * (pairs.count - 1)) / Math.max(1, pairs.count);
  const height = images ? 2 * size + 2 : POINTS_HEIGHT;
  const draw = useCallback(
    (pen: Pen) => (images ? drawImagePairs(pen, pairs, size) : drawPointPairs(pen, pairs, dark)),
    [images, pairs, size, dark],
  );
  const canvas = useCanvas(draw, width, Math.max(0, height));
  return (
    <div ref={ref} className={classes.figure}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={words.views.describePairs(pairs.count)}
        style={{ width, height: Math.max(0, height) }}
      />
    </div>
  );
}

function drawImagePairs({ context }: Pen, { values, count, shape }: ViewsSnapshot["pairs"], size: number): void {
  const length = shape.reduce((a, b) => a * b, 1);
  for (let pair = 0; pair < count; pair++)
    for (let view = 0; view < 2; view++) {
      const image = imageOf(values, (2 * pair + view) * length, shape, 255);
      drawImage(context, image, pair * (size + GAP), view * (size + 2), size);
    }
}

/** Points on faint axes: the two views of a sample in one colour, joined by a line. */
function drawPointPairs(
  { context, width, height, colour }: Pen,
  { values, count, shape }: ViewsSnapshot["pairs"],
  dark: boolean,
): void {
  const dimensions = shape[0] ?? 2;
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const scale = (Math.min(width, height) / 2 - 8) / reach;
  const at = (pair: number, view: number): [number, number] => {
    const offset = (2 * pair + view) * dimensions;
    return [width / 2 + (values[offset] as number) * scale, height / 2 - (values[offset + 1] as number) * scale];
  };
  context.fillStyle = colour("--hairline");
  context.fillRect(0, height / 2, width, 1);
  context.fillRect(width / 2, 0, 1, height);
  for (let pair = 0; pair < count; pair++) {
    context.strokeStyle = classColour(pair, count, dark);
    context.fillStyle = context.strokeStyle;
    const ends = [at(pair, 0), at(pair, 1)] as const;
    context.beginPath();
    context.moveTo(...ends[0]);
    context.lineTo(...ends[1]);
    context.stroke();
    for (const [x, y] of ends) {
      context.beginPath();
      context.arc(x, y, 4, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
