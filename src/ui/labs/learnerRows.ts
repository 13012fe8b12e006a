import type { MetricId } from "../../metrics";
import { describe, type Sample } from "../../record/statistics/describe";
import type { PlotRow } from "../charts/plot/rows";

/** What was measured of learners on the way, as rows of a chart. */

interface Learner {
  arm: number | null;
  /** Metrics at the steps of `step`. */
  curves: Readonly<Record<string, (number | null)[]>>;
}

/** Per arm the mean over its learners at every step that was kept, between the lowest and the highest. */
export function learnerRows(learners: readonly Learner[], arms: number, metric: MetricId): PlotRow[] {
  const steps = new Set(learners.flatMap(({ curves }) => curves.step ?? []));
  const ordered = [...steps].filter((step) => step !== null).sort((a, b) => a - b);
  return ordered
    .map((step) => {
      const valueAt = ({ curves }: Learner) => curves[metric]?.[curves.step?.indexOf(step) ?? -1] ?? null;
      const samples = Array.from({ length: arms }, (_, arm) => learners.filter((one) => one.arm === arm).map(valueAt));
      return { step, ...pointsOf(samples) };
    })
    .filter((row) => Object.values(row).some((value, i) => i > 0 && value !== null));
}

/** A line and its band for each arm. */
export function pointsOf(samples: readonly Sample[]): PlotRow {
  return Object.fromEntries(
    samples.flatMap((sample, arm): [string, number | [number, number] | null][] => {
      const values = sample.filter((value) => value !== null);
      const band: [number, number] | null = values.length > 0 ? [Math.min(...values), Math.max(...values)] : null;
      return [
        [`m${arm}`, describe(sample).mean],
        [`b${arm}`, band],
      ];
    }),
  );
}

/** Smallest and largest number of some rows, without their places. */
export function extentOf(rows: readonly PlotRow[], place: string): [number, number] {
  const values = rows.flatMap((row) =>
    Object.entries(row).flatMap(([key, value]) => (key === place || value === null ? [] : value)),
  );
  return [Math.min(...values), Math.max(...values)];
}
