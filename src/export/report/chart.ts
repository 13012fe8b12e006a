import { formatCount } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { MetricId } from "../../metrics";
import { marksOf } from "../../metrics/marks";
import { metricTexts } from "../../metrics/metricTexts";
import type { Metric } from "../../metrics/types";
import type { Placing } from "../../record/drawn/xAxis";
import { drawFigure } from "../figure/draw";
import type { Figure, FigureLine, FigureTheme } from "../figure/figure";
import { type Along, placingOf } from "./along";
import { axesOf, type FigureAxes } from "./axes";
import { curvesOf, type RunCurves } from "./curves";
import type { ReportLine } from "./lines";
import { type Reading, readingInWords, readingsOf, valueInWords } from "./readings";
import type { ChartedRun, ReportOptions } from "./reported";
import { texts } from "./texts";

/** A metric's chart as data, of all runs or of one among them. */

/** What a chart is of. */
export interface ChartedMetric {
  metric: Metric;
  axes: FigureAxes;
  /** What it is drawn against; null: all steps. */
  along: Along | null;
  /** By the place of their run; null of a run without the metric, or without any of it within the axis. */
  curves: readonly (RunCurves | null)[];
}

/** Points of a line: a chart is so many units wide. */
const POINTS = 150;
const SIZE = { width: 360, height: 216, text: 12.5 };

/** Reduces a metric of all runs to what its charts show, on common axes. */
export async function chartedMetric(
  runs: readonly ChartedRun[],
  metric: Metric,
  { along = null, ...options }: Pick<ReportOptions, "smoothing" | "pause"> & { along?: Along | null },
): Promise<ChartedMetric> {
  const curves: (RunCurves | null)[] = [];
  for (const [i, run] of runs.entries()) {
    const place = placingOf(along, i);
    const stretch = place && { place, zoom: along?.zoom ?? null, log: along?.log ?? false };
    const drawn = stretch && { ...options, points: POINTS, stretch };
    curves.push(drawn && (await curvesOf(run, metric.id as MetricId, drawn)));
  }
  const marks = runs.flatMap(({ config }) => marksOf(metric, config).map(({ at }) => at));
  const drawn = curves.filter((own) => own !== null);
  return { metric, curves, along, axes: axesOf(drawn, metric, { marks, along }) };
}

/** How a figure is drawn, beside what it shows. */
export interface FigureStyle extends Pick<Figure, "width" | "height" | "text"> {
  id: string;
  theme: FigureTheme;
  colorOf(line: ReportLine): string;
}

/** The size of a report's charts. */
export function inReport(style: Pick<FigureStyle, "id" | "theme" | "colorOf">): FigureStyle {
  return { ...SIZE, ...style };
}

/** A drawn chart, and what can be read off it. */
export interface DrawnChart {
  figure: Figure;
  drawn: ReturnType<typeof drawFigure>;
  readings: Reading[];
}

/** @param lines those that are drawn, of one run or of several */
export function chartOf(charted: ChartedMetric, shown: Shown, style: FigureStyle): DrawnChart {
  const { figure, readings } = figureOf(charted, shown, style);
  return { figure, drawn: drawFigure(figure), readings };
}

interface Shown {
  runs: readonly ChartedRun[];
  lines: readonly ReportLine[];
  title: string;
}

/** The same, not yet drawn. */
export function figureOf(
  charted: ChartedMetric,
  { runs, lines, title }: Shown,
  style: FigureStyle,
): Omit<DrawnChart, "drawn"> {
  const { metric, curves, axes, along } = charted;
  const t = translateAll(texts).chart;
  const own = lines.filter(({ run }) => curves[run]);
  const readings = readingsOf(own, curves);
  const places = [...new Set(lines.map(({ run }) => run))];
  const figure: Figure = {
    ...style,
    ...axes,
    title,
    description: describe(title, readings),
    lines: own.map((line) => figureLine(line, curves[line.run] as RunCurves, style.colorOf(line))),
    xName: along?.name ?? t.stepName,
    yName: metricTexts(metric).unit,
    marks: marksIn(
      places.map((place) => runs[place] as ChartedRun),
      metric,
    ),
    turns: places.flatMap((run) => turnsOf(runs[run], placingOf(along, run), axes)),
    readings: readings.map((reading) => ({ step: reading.step, said: readingInWords(reading) })),
  };
  return { figure, readings };
}

function figureLine({ arm, label, dash }: ReportLine, curves: RunCurves, color: string): FigureLine {
  const { xs, extents, isSmoothed } = curves;
  const { mean, low, high, rawLow, rawHigh } = extents[arm] as RunCurves["extents"][number];
  const raw = isSmoothed ? { low: rawLow, high: rawHigh } : null;
  return { label, color, dash, xs, mean, low, high, raw };
}

/** Where a run was changed, within the axis. */
function turnsOf(run: ChartedRun | undefined, place: Placing | null, { x }: FigureAxes): number[] {
  const [from, to] = x.domain;
  const all = place ? (run?.changes.map(({ step }) => place(step)) ?? []) : [];
  return all.filter((at) => at >= from && at <= to);
}

/** What the values are read against; once, where runs have it in common. */
function marksIn(runs: readonly ChartedRun[], metric: Metric): Figure["marks"] {
  const marks = runs.flatMap(({ config }) => marksOf(metric, config));
  return [...new Map(marks.map((mark) => [mark.label, mark])).values()];
}

function describe(title: string, readings: readonly Reading[]): string {
  const t = translateAll(texts).chart;
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return t.nothing({ metric: title });
  const values = last.values.map((value) =>
    t.labeled({ label: value.line.label, value: valueInWords(value, last.step) }),
  );
  return t.description({
    metric: title,
    from: formatCount(first.step),
    to: formatCount(last.step),
    values: values.join("; "),
  });
}
