import { translateAll } from "../../i18n/translate";
import { type MetricId, metricOf } from "../../metrics";
import type { Metric } from "../../metrics/types";
import { dashed } from "../figure/dash";
import { drawPlot } from "../figure/draw";
import type { FigureTheme } from "../figure/figure";
import { SANS } from "../letters";
import { type Content, html, type Markup } from "../markup";
import type { Along } from "../report/along";
import { type ChartedMetric, chartedMetric, figureOf } from "../report/chart";
import { linesOf, type ReportLine } from "../report/lines";
import type { ChartedRun, ReportOptions } from "../report/reported";
import { letterOf, nameOf } from "./caption";
import { LINE, layoutOf, type PlacedPanel, type PlateLayout, SWATCH } from "./layout";
import { type PlateSize, toMillimeters } from "./size";
import { texts } from "./texts";

/** Draws a plate: an SVG document in millimeters whose unit is the point, with its text as text. */

/** What is drawn: reduced once, laid out as often as somebody changes the size or the caption. */
export interface PlateData {
  runs: readonly ChartedRun[];
  lines: readonly ReportLine[];
  charted: readonly ChartedMetric[];
}

export interface Plate {
  svg: string;
  /** In millimeters. */
  width: number;
  height: number;
}

/** Ink on white paper, whatever the page looks like. */
const PAPER: FigureTheme = { ink: "#1b2127", grid: "#e4e5e3", axis: "#8b9196", mark: "#6a727a", ground: "#ffffff" };

export interface PlateOptions extends Pick<ReportOptions, "smoothing" | "pause"> {
  /** What the panel of a metric is drawn against; all steps without it. */
  alongOf?: ((metric: MetricId) => Along) | undefined;
}

/** Reduces the metrics to what the panels show. */
export async function plateData(
  runs: readonly ChartedRun[],
  metrics: readonly MetricId[],
  { alongOf, ...options }: PlateOptions,
): Promise<PlateData> {
  const charted: ChartedMetric[] = [];
  for (const id of metrics)
    charted.push(await chartedMetric(runs, metricOf(id), { ...options, along: alongOf?.(id) ?? null }));
  return { runs, lines: linesOf(runs), charted };
}

/** @param caption written below the panels; empty for none */
export function drawPlate(data: PlateData, size: PlateSize, caption: string): Plate {
  const lines = data.lines.filter(({ run }) => data.charted.some(({ curves }) => curves[run]));
  const metrics = data.charted.map(({ metric }) => metric);
  const layout = layoutOf(size, { headings: headingsOf(metrics), lines, caption });
  const [width, height] = [toMillimeters(layout.width), toMillimeters(layout.height)].map(round) as [number, number];
  const title = metrics.map(({ id }) => nameOf(id as MetricId)).join("; ");
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${round(layout.width)} ${round(layout.height)}" role="img" aria-label="${title}" font-family="${SANS}" font-size="${size.text}" fill="${PAPER.ink}"><title>${title}</title><rect width="${round(layout.width)}" height="${round(layout.height)}" fill="${PAPER.ground}"/><g transform="translate(${round(layout.margin)} ${round(layout.margin)})">${legendOf(lines, layout, size.text)}${data.charted.map((one, i) => panelOf({ ...data, lines }, one, { place: layout.panels[i] as PlacedPanel, name: `panel-${letterOf(i)}`, text: size.text }))}${captionOf(layout, size.text)}</g></svg>`;
  return { svg: svg.text, width, height };
}

function headingsOf(metrics: readonly Metric[]): string[] {
  const t = translateAll(texts);
  const names = metrics.map(({ id }) => nameOf(id as MetricId));
  return names.length > 1 ? names.map((metric, i) => t.panel({ letter: letterOf(i), metric })) : names;
}

function panelOf(
  { runs, lines }: Pick<PlateData, "runs" | "lines">,
  charted: ChartedMetric,
  { place, name, text }: { place: PlacedPanel; name: string; text: number },
): Markup {
  const { x, y, width, height, heading } = place;
  const style = { id: name, width, height, text, theme: PAPER, colorOf: (line: ReportLine) => line.light };
  const { figure } = figureOf(charted, { runs, lines, title: "" }, style);
  const above = heading.map((line, i) => {
    const up = (heading.length - i - 1) * LINE + 0.2;
    return html`<text x="0" y="${round(-up * text)}" font-weight="600">${line}</text>`;
  });
  return html`<g transform="translate(${round(x)} ${round(y)})">${above}${drawPlot({ ...figure, yName: "", readings: [] })}</g>`;
}

function legendOf(lines: readonly ReportLine[], { legend }: PlateLayout, text: number): Content {
  return lines.map(({ label, light, dash }, i) => {
    const { x, y } = legend[i] as { x: number; y: number };
    const length = SWATCH * text;
    return html`<path d="M${round(x)} ${round(y)}h${round(length)}" stroke="${light}" stroke-width="${round(0.16 * text)}" ${dashed(dash)}/><text x="${round(x + length + 0.5 * text)}" y="${round(y + 0.35 * text)}">${label}</text>`;
  });
}

function captionOf({ caption }: PlateLayout, text: number): Content {
  return caption.lines.map(
    (line, i) => html`<text x="0" y="${round(caption.y + (i + 0.8) * LINE * text)}">${line}</text>`,
  );
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
