import { createMetricsRing, type MetricsRing } from "../engine/metricsRing";
import { STEP_METRICS } from "./head";

/** Where a step leaves what it measured. */
export class StepSink {
  /** Rows of [L, STEP_METRICS.length]. */
  readonly metrics: MetricsRing;
  /** log xi of every anchor at the latest step, [L, 2B]. */
  readonly logXi: MetricsRing;

  /** @param rows steps that are kept for reading */
  constructor({ learners, views }: { learners: number; views: number }, rows?: number) {
    this.metrics = createMetricsRing(learners * STEP_METRICS.length, rows);
    this.logXi = createMetricsRing(learners * views, 1);
  }

  dispose(): void {
    this.metrics.dispose();
    this.logXi.dispose();
  }
}
