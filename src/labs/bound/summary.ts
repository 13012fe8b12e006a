import { describe } from "../../record/statistics/describe";
import { ESTIMATOR_IDS, type EstimatorId } from "./estimators";
import type { BoundRow } from "./schema";

/** The estimates of several batches. */
export class Estimates {
  private readonly values = new Map<EstimatorId, number[]>();

  add(batch: Partial<Record<EstimatorId, number>>): void {
    for (const [estimator, value] of Object.entries(batch) as [EstimatorId, number][]) {
      const known = this.values.get(estimator);
      if (known) known.push(value);
      else this.values.set(estimator, [value]);
    }
  }

  /** One row per estimator. */
  rows(cell: Pick<BoundRow, "mi" | "k" | "step">): BoundRow[] {
    return ESTIMATOR_IDS.flatMap((estimator) => {
      const values = this.values.get(estimator);
      return values ? [{ ...cell, estimator, ...summary(values) }] : [];
    });
  }
}

/** A diverged critic has estimates that are not finite: then nothing is said. */
function summary(values: number[]): Pick<BoundRow, "mean" | "median" | "sd" | "n"> {
  const n = values.length;
  if (!values.every(Number.isFinite)) return { mean: null, median: null, sd: null, n };
  const { mean, sd } = describe(values);
  const sorted = [...values].sort((a, b) => a - b);
  const median = ((sorted[Math.floor((n - 1) / 2)] as number) + (sorted[Math.ceil((n - 1) / 2)] as number)) / 2;
  return { mean, median, sd, n };
}
