import type { Place } from "../../anchor/picking/pick";
import type { Pen } from "../../canvas";
import { classColor, classShape, cornersOf } from "../../classLook";
import { circleRadius } from "./places";

/** What a map shows of an arm. */
export interface MapDrawing {
  places: readonly Place[];
  isCircle: boolean;
  /** Samples that are drawn: those of classes that are switched on. */
  shown: readonly number[];
  labels: Uint8Array | null;
  /** Number of classes. */
  classes: number;
  dark: boolean;
  /** Samples that have a ring since they are anchors. */
  anchors: ReadonlySet<number>;
  chosen: ReadonlySet<number>;
  pointed: number | null;
  /** Names written at the centers of their classes; none where there is no room. */
  names: readonly ClassName[];
  /** Of the names, in pixels. */
  text: number;
}

export interface ClassName {
  name: string;
  at: Place;
}

/** Radius of a mark in a small picture, which grows with the picture, to no more than the second. */
const RADIUS = { small: 2.2, large: 6 };
const SMALL_SIDE = 160;
/** What is not chosen stands back, further behind many than behind one. */
const ALPHA = { all: 0.85, besideOne: 0.5, besideMany: 0.3 };

/** Draws every sample as the mark of its class, then rings around anchors and around what is chosen, then names. */
export function drawMap(pen: Pen, drawing: MapDrawing): void {
  const side = Math.min(pen.width, pen.height);
  const radius = Math.min(RADIUS.large, RADIUS.small * Math.sqrt(side / SMALL_SIDE));
  if (drawing.isCircle) drawCircle(pen, side);
  drawMarks(pen, drawing, radius);
  drawRings(pen, drawing, radius);
  drawNames(pen, drawing);
  pen.context.globalAlpha = 1;
}

function drawCircle({ context, color }: Pen, side: number): void {
  context.strokeStyle = color("--hairline");
  context.lineWidth = 1;
  context.beginPath();
  context.arc(side / 2, side / 2, circleRadius(side), 0, 2 * Math.PI);
  context.stroke();
}

function drawMarks({ context, color }: Pen, drawing: MapDrawing, radius: number): void {
  const { places, shown, labels, classes, dark, chosen } = drawing;
  const ink = color("--ink-soft");
  const draw = (sample: number) => {
    const label = labels?.[sample];
    context.fillStyle = label === undefined ? ink : classColor(label, classes, dark);
    mark(context, label === undefined ? [] : cornersOf(classShape(label, classes), places[sample]!, radius), {
      at: places[sample]!,
      radius,
    });
    context.fill();
  };
  context.globalAlpha = chosen.size > 1 ? ALPHA.besideMany : chosen.size === 1 ? ALPHA.besideOne : ALPHA.all;
  for (const sample of shown) if (!chosen.has(sample)) draw(sample);
  context.globalAlpha = 1;
  for (const sample of shown) if (chosen.has(sample)) draw(sample);
}

function mark(
  context: CanvasRenderingContext2D,
  corners: readonly Place[],
  circle: { at: Place; radius: number },
): void {
  context.beginPath();
  if (corners.length === 0) context.arc(circle.at[0], circle.at[1], circle.radius, 0, 2 * Math.PI);
  for (const [x, y] of corners) context.lineTo(x, y);
  context.closePath();
}

function drawRings({ context, color }: Pen, drawing: MapDrawing, radius: number): void {
  const { places, shown, anchors, chosen, pointed } = drawing;
  const ring = (sample: number, from: number, width: number, stroke: string) => {
    context.lineWidth = width;
    context.strokeStyle = stroke;
    mark(context, [], { at: places[sample]!, radius: from });
    context.stroke();
  };
  const [ink, surface] = [color("--ink"), color("--surface")];
  context.globalAlpha = chosen.size > 1 ? ALPHA.besideMany : 1;
  for (const sample of shown) if (anchors.has(sample)) ring(sample, radius + 1, 1, ink);
  context.globalAlpha = 1;
  // Of many, a thin ring each: they lie close together.
  for (const sample of shown) if (chosen.size > 1 && chosen.has(sample)) ring(sample, radius + 1.5, 1, ink);
  const single = [...(chosen.size === 1 ? chosen : []), ...(pointed === null ? [] : [pointed])];
  for (const sample of single.filter((one) => shown.includes(one))) {
    ring(sample, radius + 3.5, 5, surface);
    ring(sample, radius + 3.5, 2, ink);
  }
}

function drawNames({ context, color }: Pen, { names, text }: MapDrawing): void {
  context.font = `600 ${text}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = color("--surface");
  context.fillStyle = color("--ink");
  for (const { name, at } of names) {
    context.strokeText(name, ...at);
    context.fillText(name, ...at);
  }
}
