import { formatCount, formatNumber } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { ReducedMean } from "../../record/drawn/reduce";
import type { RunCurves } from "./curves";
import type { ReportLine } from "./lines";
import { texts } from "./texts";

/** What can be read off a chart: the values of its lines at a few of the points that it draws. */

/** A line's value at the point of its run that is nearest to a step. */
export interface Value {
  line: ReportLine;
  step: number;
  mean: number;
  interval: [number, number] | null;
  n: number;
}

export interface Reading {
  step: number;
  values: Value[];
}

const MOST = 16;

/** @param curves by the place of their run; null of a run that lacks the metric */
export function readingsOf(lines: readonly ReportLine[], curves: readonly (RunCurves | null)[]): Reading[] {
  const drawn = lines.flatMap(({ run }) => curves[run] ?? []);
  const longest = drawn.reduce<number[]>((most, { steps }) => (reaches(steps, most) ? steps : most), []);
  return spread(longest).map((step) => ({
    step,
    values: lines.flatMap((line) => {
      const own = curves[line.run];
      return own ? valueAt(line, own, step) : [];
    }),
  }));
}

function reaches(steps: readonly number[], most: readonly number[]): boolean {
  return (steps.at(-1) ?? -1) > (most.at(-1) ?? -1);
}

/** Some of the steps, evenly among them; the first and the last always. */
function spread(steps: readonly number[]): number[] {
  const count = Math.min(MOST, steps.length);
  const at = (i: number) => Math.round((i * (steps.length - 1)) / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, i) => steps[at(i)] as number);
}

function valueAt(line: ReportLine, { steps, means }: RunCurves, step: number): Value[] {
  const row = nearest(steps, step);
  const { mean, low, high, n } = means[line.arm] as ReducedMean;
  if (row < 0 || step > (steps.at(-1) ?? 0) || !Number.isFinite(mean[row])) return [];
  const [from, to] = [low[row] as number, high[row] as number];
  const interval: Value["interval"] = Number.isFinite(from) ? [from, to] : null;
  return [{ line, step: steps[row] as number, mean: mean[row] as number, interval, n: n[row] as number }];
}

function nearest(steps: readonly number[], step: number): number {
  const distance = (row: number) => Math.abs((steps[row] as number) - step);
  return steps.reduce((best, _, row) => (best < 0 || distance(row) < distance(best) ? row : best), -1);
}

/** `0.71 [0.68, 0.74]`, and the step where it is another one. */
export function valueInWords({ mean, interval, step }: Value, at: number): string {
  const t = translateAll(texts).chart;
  const value = formatNumber(mean);
  const [low, high] = (interval ?? []).map((end) => formatNumber(end));
  const written = interval ? t.value({ value, low: low ?? "", high: high ?? "" }) : value;
  return step === at ? written : t.elsewhere({ value: written, step: formatCount(step) });
}

/** All values of a reading, one in a line. */
export function readingInWords({ step, values }: Reading): string {
  const t = translateAll(texts).chart;
  const own = values.map((value) => t.labeled({ label: value.line.label, value: valueInWords(value, step) }));
  const head = values.some(({ interval }) => interval) ? t.stepWithIntervals : t.step;
  return [head({ step: formatCount(step) }), ...own].join("\n");
}
