import { useElementSize } from "@mantine/hooks";
import { useCallback } from "react";
import type { DatasetSummary } from "../../data/types";
import { useDark } from "../context";
import { texts as dataTable } from "../data/texts";
import { useTexts } from "../language/useTexts";
import { drawImage, imageOf, type Pen, useCanvas } from "./canvas";
import { classColor } from "./classLook";
import { planePoint } from "./pointPairs";
import classes from "./views.module.css";

const COLUMNS = 8;
/** Images at most; the data panel has the others. */
const MOST = 2 * COLUMNS;
const GAP = 3;
const POINTS_HEIGHT = 120;

interface ThumbnailsProps {
  dataset: DatasetSummary;
  /** Of the map of points, in pixels. */
  mapHeight?: number;
}

/** A look at the training data: one image of each class, or a map of the points. */
export function Thumbnails({ dataset, mapHeight = POINTS_HEIGHT }: ThumbnailsProps) {
  const dataTexts = useTexts(dataTable);
  const { ref, width } = useElementSize();
  const dark = useDark();
  const images = dataset.shape.length === 3;
  const chosen = images ? onePerClass(dataset) : [];
  const size = (width - GAP * (COLUMNS - 1)) / COLUMNS;
  const height = images ? Math.ceil(chosen.length / COLUMNS) * (size + GAP) : mapHeight;
  const draw = useCallback(
    (pen: Pen) => (images ? drawImages(pen, dataset, size) : drawPoints(pen, dataset, dark)),
    [images, dataset, size, dark],
  );
  const canvas = useCanvas(draw, width, Math.max(0, height));
  return (
    <div ref={ref} className={classes.thumbnails}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={dataTexts.summary.thumbnails}
        style={{ width, height: Math.max(0, height) }}
      />
    </div>
  );
}

/** Indices of the first sample of each of the first classes; of the first samples where there are no labels. */
function onePerClass({ samples, classNames }: DatasetSummary): number[] {
  const { labels, count } = samples;
  if (!labels) return Array.from({ length: Math.min(count, MOST) }, (_, i) => i);
  const first = classNames.slice(0, MOST).map((_, label) => labels.indexOf(label));
  return first.filter((index) => index >= 0 && index < count);
}

function drawImages({ context }: Pen, dataset: DatasetSummary, size: number): void {
  const length = dataset.shape.reduce((a, b) => a * b, 1);
  const scale = dataset.samples.values instanceof Uint8Array ? 1 : 255;
  onePerClass(dataset).forEach((sample, i) => {
    const image = imageOf(dataset.samples.values, sample * length, dataset.shape, scale);
    drawImage(context, image, (i % COLUMNS) * (size + GAP), Math.floor(i / COLUMNS) * (size + GAP), size);
  });
}

function drawPoints({ context, width, height, color }: Pen, dataset: DatasetSummary, dark: boolean): void {
  const { values, labels, count } = dataset.samples;
  const dimensions = dataset.shape[0] ?? 2;
  let reach = 0;
  for (let i = 0; i < count; i++)
    reach = Math.max(reach, ...planePoint(values, i * dimensions, dimensions).map(Math.abs));
  const scale = (Math.min(width, height) / 2 - 5) / (reach || 1);
  const radius = Math.min(3, height / 60);
  for (let i = 0; i < count; i++) {
    const label = labels?.[i];
    context.fillStyle = label === undefined ? color("--ink-soft") : classColor(label, dataset.classNames.length, dark);
    const [x, y] = planePoint(values, i * dimensions, dimensions);
    context.beginPath();
    context.arc(width / 2 + x * scale, height / 2 - y * scale, radius, 0, 2 * Math.PI);
    context.fill();
  }
}
