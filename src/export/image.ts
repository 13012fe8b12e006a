import { PlaygroundError } from "../i18n/errors";
import { texts } from "./errors";
import { SANS } from "./letters";

/** A chart as a picture of its own: title above, legend below, colors and fonts written into the file. */

export interface ChartPicture {
  title: string;
  /** Written below, where the drawings do not name their axis themselves. */
  axisName: string;
  legend: { label: string; color: string; dash: string }[];
  /** Colors of the page, since a file has no style sheet. */
  background: string;
  foreground: string;
}

const NAMESPACE = "http://www.w3.org/2000/svg";
const TITLE_HEIGHT = 34;
const LEGEND_HEIGHT = 30;
const AXIS_HEIGHT = 20;

/** Presentation properties that charts take from the style sheet and that a file must carry itself. */
const INLINED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "font-size",
  "text-anchor",
  "paint-order",
] as const;

/** @returns a standalone SVG document of what the drawings of a chart show now, one below the other */
export function chartToSvg(drawings: SVGSVGElement[], picture: ChartPicture): string {
  const sizes = drawings.map((drawing) => drawing.getBoundingClientRect());
  const width = Math.max(...sizes.map((size) => size.width));
  const axisHeight = picture.axisName ? AXIS_HEIGHT : 0;
  const bottom = sizes.reduce((y, size) => y + size.height, TITLE_HEIGHT);
  const total = bottom + axisHeight + LEGEND_HEIGHT;
  const document = element("svg", { xmlns: NAMESPACE, width, height: total, viewBox: `0 0 ${width} ${total}` });
  document.append(
    element("rect", { width, height: total, fill: picture.background }),
    text(picture.title, 14, 22, { fill: picture.foreground, "font-size": 14, "font-weight": 600 }),
    text(picture.axisName, width / 2, bottom + 10, { fill: picture.foreground, "text-anchor": "middle" }),
    legend(picture, bottom + axisHeight),
  );
  let y = TITLE_HEIGHT;
  drawings.forEach((drawing, i) => {
    const size = sizes[i] as DOMRect;
    document.append(placed(inlined(drawing), y, size.width, size.height));
    y += size.height;
  });
  return new XMLSerializer().serializeToString(document);
}

/** Draws an SVG document into a PNG, `scale` pixels per unit. */
export async function svgToPng(svg: string, scale = 2): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await encoded(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PlaygroundError(texts.noPicture))));
  });
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const node = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

function text(content: string, x: number, y: number, attributes: Record<string, string | number>): SVGElement {
  const node = element("text", { x, y, "font-family": SANS, "font-size": 12, ...attributes });
  node.textContent = content;
  return node;
}

function placed(chart: SVGElement, y: number, width: number, height: number): SVGElement {
  for (const [key, value] of Object.entries({ y, width, height })) chart.setAttribute(key, String(value));
  chart.setAttribute("font-family", SANS);
  return chart;
}

function legend({ legend: entries, foreground }: ChartPicture, top: number): SVGElement {
  const group = element("g", {});
  let x = 14;
  for (const { label, color, dash } of entries) {
    const line = { x1: x, x2: x + 22, y1: top + 14, y2: top + 14, stroke: color, "stroke-width": 2 };
    group.append(element("line", { ...line, "stroke-dasharray": dash || "none" }));
    group.append(text(label, x + 28, top + 18, { fill: foreground }));
    x += 50 + label.length * 6.6;
  }
  return group;
}

/** A copy of a chart in which every element carries the look that the style sheet gave it. */
function inlined(chart: SVGSVGElement): SVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = chart.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((node, i) => {
    const original = originals[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const property of INLINED) node.setAttribute(property, style.getPropertyValue(property));
    node.removeAttribute("class");
    node.removeAttribute("style");
  });
  copy.removeAttribute("style");
  return copy;
}
