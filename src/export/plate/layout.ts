import { textWidth } from "../letters";
import type { ReportLine } from "../report/lines";
import { type PlateSize, toPoints } from "./size";
import { wrapped } from "./wrap";

/** Where the parts of a plate stand, in points. */

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedPanel extends Place {
  /** Lines of its heading, which stands above it. */
  heading: readonly string[];
}

export interface PlateLayout {
  /** What all places are shifted by. */
  margin: number;
  width: number;
  height: number;
  panels: readonly PlacedPanel[];
  /** Places of the entries of the legend: their left end, and the middle of their line. */
  legend: readonly { x: number; y: number }[];
  caption: { y: number; lines: readonly string[] };
}

interface Content {
  headings: readonly string[];
  lines: readonly Pick<ReportLine, "label">[];
  caption: string;
}

/** As shares of the size of the text. */
export const LINE = 1.3;
const GAP = 1.4;
/** Length of a legend's line, and what stands between it and its name, and between entries. */
export const SWATCH = 2.6;
const [BESIDE, BETWEEN] = [0.5, 1.4];
/** Height of a panel as a share of its width, where nothing else decides; and its least height in lines. */
const ASPECT = 0.62;
const LEAST_LINES = 9;

/** Panels, legend and caption below each other; where the size gives a height the panels share what is left, but no less than they need. */
export function layoutOf(size: PlateSize, content: Content): PlateLayout {
  const { text } = size;
  const margin = toPoints(size.margin);
  const width = toPoints(size.width) - 2 * margin;
  const columns = columnsOf(content.headings.length, size.columns);
  const panelWidth = (width - (columns - 1) * GAP * text) / columns;
  const legend = legendOf(content.lines, width, text);
  const caption = content.caption.trim() === "" ? [] : wrapped(content.caption, width, text);
  const captionHeight = caption.length === 0 ? 0 : (caption.length * LINE + 0.5) * text;
  const headings = content.headings.map((heading) => wrapped(heading, panelWidth, text));
  const rows = rowsOf(headings, columns).map((row) => Math.max(...row.map(({ length }) => length)) * LINE * text);
  const around = legend.height + captionHeight + (rows.length - 1) * GAP * text + sum(rows);
  const height = panelHeight(size, panelWidth, { around, rows: rows.length });
  const panels = headings.map((heading, i) => {
    const row = Math.floor(i / columns);
    const above = sum(rows.slice(0, row + 1)) + row * (height + GAP * text);
    return {
      heading,
      x: (i % columns) * (panelWidth + GAP * text),
      y: legend.height + above,
      width: panelWidth,
      height,
    };
  });
  const total = around + rows.length * height;
  const y = total - captionHeight + 0.5 * text;
  const paper = { margin, width: width + 2 * margin, height: total + 2 * margin };
  return { ...paper, panels, legend: legend.places, caption: { y, lines: caption } };
}

/** Four panels are two rows of two. */
function columnsOf(panels: number, most: number): number {
  const columns = Math.min(most, panels);
  return panels === 4 ? Math.min(2, columns) : columns;
}

function rowsOf<T>(items: readonly T[], columns: number): T[][] {
  const rows = Math.ceil(items.length / columns);
  return Array.from({ length: rows }, (_, row) => items.slice(row * columns, (row + 1) * columns));
}

function panelHeight(
  { height, text, margin }: PlateSize,
  width: number,
  { around, rows }: { around: number; rows: number },
): number {
  const least = LEAST_LINES * text;
  if (height === null) return Math.max(least, ASPECT * width);
  return Math.max(least, (toPoints(height - 2 * margin) - around) / rows);
}

/** Entries beside each other, in as many lines as they need. */
function legendOf(lines: Content["lines"], width: number, text: number) {
  let [x, row] = [0, 0];
  const places = lines.map(({ label }) => {
    const own = (SWATCH + BESIDE) * text + textWidth(label, text);
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const place = { x, y: (row + 0.6) * LINE * text };
    x += own + BETWEEN * text;
    return place;
  });
  return { places, height: lines.length === 0 ? 0 : ((row + 1) * LINE + 0.4) * text };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
