import { useElementSize } from "@mantine/hooks";
import { useCallback, useMemo } from "react";
import type { ViewPairs } from "../../worker/protocol";
import { useDark } from "../context";
import { useTexts } from "../language/useTexts";
import { drawImage, imageOf, type Pen, useCanvas } from "./canvas";
import { type ShownPairs, useShownPairs } from "./chosenPairs";
import { classColor } from "./classLook";
import { layOutPairs, type PointPairs, RADIUS } from "./pointPairs";
import { texts } from "./texts";
import classes from "./views.module.css";

const GAP = 6;
const POINTS_HEIGHT = 150;
/** Of what is chosen, in pixels. */
const OUTLINE = 2;

/** A few samples, each twice: what the learners are asked to match. */
export function Pairs({ pairs: ofTraining }: { pairs: ViewPairs }) {
  const t = useTexts(texts);
  const { pairs, chosen } = useShownPairs(ofTraining);
  return (
    <>
      {pairs.shape.length === 3 ? (
        <ImagePairs pairs={pairs} chosen={chosen} />
      ) : (
        <PlanePairs pairs={pairs} chosen={chosen} height={POINTS_HEIGHT} />
      )}
      {chosen > 0 && <p className={classes.caption}>{t.chosenPairs({ count: chosen })}</p>}
    </>
  );
}

function ImagePairs({ pairs, chosen }: ShownPairs) {
  const { ref, width } = useElementSize();
  const size = Math.max(0, (width - GAP * (pairs.count - 1)) / Math.max(1, pairs.count));
  const draw = useCallback((pen: Pen) => drawImages(pen, { pairs, chosen }, size), [pairs, chosen, size]);
  return (
    <div ref={ref} className={classes.figure}>
      <Picture draw={draw} width={width} height={2 * size + 2} count={pairs.count} />
    </div>
  );
}

/** The same of points, in the plane. */
export function PlanePairs({ pairs, chosen = 0, height }: { pairs: ViewPairs; chosen?: number; height: number }) {
  const t = useTexts(texts);
  const { ref, width } = useElementSize();
  const dark = useDark();
  const points = useMemo(() => layOutPairs(pairs, width, height), [pairs, width, height]);
  const draw = useCallback((pen: Pen) => drawPoints(pen, points, { dark, chosen }), [points, dark, chosen]);
  return (
    <figure ref={ref} className={classes.figure}>
      <Picture draw={draw} width={width} height={height} count={pairs.count} />
      {width > 0 && points.enlarged > 1 && (
        <figcaption className={classes.caption}>{t.enlarged({ times: points.enlarged })}</figcaption>
      )}
    </figure>
  );
}

interface PictureProps {
  draw: (pen: Pen) => void;
  width: number;
  height: number;
  count: number;
}

function Picture({ draw, width, height, count }: PictureProps) {
  const t = useTexts(texts);
  const canvas = useCanvas(draw, width, height);
  return <canvas ref={canvas} role="img" aria-label={t.describePairs({ count })} style={{ width, height }} />;
}

function drawImages({ context, color }: Pen, { pairs, chosen }: ShownPairs, size: number): void {
  const { values, count, shape } = pairs;
  const length = shape.reduce((a, b) => a * b, 1);
  for (let pair = 0; pair < count; pair++)
    for (let view = 0; view < 2; view++) {
      const image = imageOf(values, (2 * pair + view) * length, shape, 255);
      drawImage(context, image, pair * (size + GAP), view * (size + 2), size);
    }
  context.strokeStyle = color("--ink");
  context.lineWidth = OUTLINE;
  for (let pair = 0; pair < chosen; pair++)
    context.strokeRect(pair * (size + GAP) + OUTLINE / 2, OUTLINE / 2, size - OUTLINE, 2 * size + 2 - OUTLINE);
}

/** Points on faint axes: the two views of a sample in one color, joined by a line. */
function drawPoints(
  { context, width, height, color }: Pen,
  { pairs }: PointPairs,
  { dark, chosen }: { dark: boolean; chosen: number },
): void {
  context.fillStyle = color("--hairline");
  context.fillRect(0, height / 2, width, 1);
  context.fillRect(width / 2, 0, 1, height);
  pairs.forEach((ends, pair) => {
    context.strokeStyle = classColor(pair, pairs.length, dark);
    context.fillStyle = context.strokeStyle;
    context.beginPath();
    context.moveTo(...ends[0]);
    context.lineTo(...ends[1]);
    context.stroke();
    for (const [x, y] of ends) {
      context.beginPath();
      context.arc(x, y, RADIUS, 0, 2 * Math.PI);
      context.fill();
      if (pair >= chosen) continue;
      context.strokeStyle = color("--ink");
      context.beginPath();
      context.arc(x, y, RADIUS + OUTLINE, 0, 2 * Math.PI);
      context.stroke();
    }
  });
}
