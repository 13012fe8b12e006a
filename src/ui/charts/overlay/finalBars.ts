import type { ArmLook } from "../../../config/arms";
import type { MetricId } from "../../../metrics";
import { metricOf } from "../../../metrics";
import { type Axis, linearAxis, logAxis } from "../../../record/drawn/scales";
import { armOf, type ComparedRun, finalsOf } from "../../../record/runComparison";
import { describe } from "../../../record/statistics/describe";

/** What came of an arm of a run. */
export interface FinalBar {
  /** The run's number; empty for the run that is shown. */
  number: string;
  look: ArmLook;
  mean: number | null;
  /** Of each seed that has one. */
  seeds: number[];
}

/** An arm of each of the runs, run by run; what a run did not measure is left out. */
export function finalBars(
  runs: readonly (ComparedRun & { number: string; looks: ArmLook[] })[],
  metric: MetricId,
): FinalBar[] {
  return runs.flatMap((run) => {
    const finals = finalsOf(run, metric);
    if (!finals) return [];
    return run.looks.map((look, arm): FinalBar => {
      const values = armOf(finals, arm, run.config.seeds).filter(Number.isFinite);
      return { number: run.number, look, mean: describe(values).mean, seeds: values };
    });
  });
}

/** The axis of all values: logarithmic where they span decades, else with the zero that a bar begins at. */
export function barAxis(bars: readonly FinalBar[], metric: MetricId): Axis & { log: boolean } {
  const values = bars.flatMap(({ seeds }) => seeds);
  const { logarithmic, domain } = metricOf(metric);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const log = logarithmic && low > 0;
  return log ? { log, ...logAxis(low, high) } : { log, ...linearAxis(Math.min(0, low), Math.max(0, high), domain) };
}
