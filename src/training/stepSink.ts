import { createMetricsRing, type MetricsRing } from "../engine/metricsRing";
import { STEP_METRICS } from "../metrics";
import type { StepMetric } from "../metrics/types";
import type { HeadSink } from "../ops/head/types";
import type { CarriedState } from "./state/carriedState";

/** Where a step leaves what it measured, and what later steps begin with. */
export class StepSink implements HeadSink {
  /** What is measured, in the order of the columns. */
  readonly measures: readonly StepMetric[];
  /** Rows of [L, measures]. */
  readonly metrics: MetricsRing;
  /** log xi of every anchor at the latest step, [L, 2B]. */
  readonly logXi: MetricsRing;
  /** What the step may change for later ones; null for a step that only looks, as the gradient probe does. */
  readonly carried: CarriedState | null;

  /** @param rows steps that are kept for reading */
  constructor(
    { learners, views }: { learners: number; views: number },
    rows?: number,
    carried?: CarriedState,
    measures: readonly StepMetric[] = STEP_METRICS,
  ) {
    this.carried = carried ?? null;
    this.measures = measures;
    this.metrics = createMetricsRing(learners * measures.length, rows);
    this.logXi = createMetricsRing(learners * views, 1);
  }

  dispose(): void {
    this.metrics.dispose();
    this.logXi.dispose();
  }
}
