import type { MetricId } from "../diagnostics/types";
import type { MetricRows } from "./events";
import { STEP_METRICS } from "./head";
import type { StepSink } from "./stepSink";

/** Steps that may be queued on the backend before the trainer waits for the oldest. */
const STEPS_IN_FLIGHT = 2;

/** A learner that stopped: its index on the learner axis, and the step whose loss was no longer finite. */
export interface Stop {
  learner: number;
  step: number;
}

/**
 * Reads the metrics of queued steps without making the trainer wait: one read at a time takes every row there is,
 * while the next step is already queued. Notices learners whose loss is no longer finite.
 */
export class StepReader {
  /** Learners that have stopped. */
  readonly stopped: boolean[];
  private readonly sink: StepSink;
  private readonly learners: number;
  private readonly onRows: (rows: MetricRows, stops: Stop[]) => void;
  private reading: Promise<void> | null = null;
  private rowsBeingRead = 0;

  /** @param sink where the steps leave their values; it stays the caller's */
  constructor(sink: StepSink, learners: number, onRows: (rows: MetricRows, stops: Stop[]) => void) {
    this.sink = sink;
    this.learners = learners;
    this.onRows = onRows;
    this.stopped = new Array<boolean>(learners).fill(false);
  }

  /** To be called after a step was queued; resolves as soon as another may be. */
  async follow(): Promise<void> {
    this.beginReading();
    if (this.sink.metrics.pending + this.rowsBeingRead >= STEPS_IN_FLIGHT) await this.reading;
  }

  /** Resolves once every queued row has been read. */
  async settle(): Promise<void> {
    while (this.reading || this.sink.metrics.pending > 0) {
      await this.beginReading();
    }
  }

  /** log xi of the latest step's anchors, [L, 2B]; null where no step came since the last call. */
  async readLogXi(): Promise<Float32Array | null> {
    const { steps, values } = await this.sink.logXi.drain();
    return steps.length === 0 ? null : values.subarray(values.length - values.length / steps.length);
  }

  /** The read under way, or a new one. One that failed stays, so that whoever waits next hears of it. */
  private beginReading(): Promise<void> {
    if (this.reading) return this.reading;
    this.reading = this.read();
    // Nobody may be waiting yet, and a rejection without a listener would end the process in Node.
    this.reading.catch(() => undefined);
    return this.reading;
  }

  private async read(): Promise<void> {
    this.rowsBeingRead = this.sink.metrics.pending;
    const { steps, values } = await this.sink.metrics.drain();
    this.deliver(steps, values);
    this.reading = null;
    this.rowsBeingRead = 0;
  }

  private deliver(steps: Int32Array, values: Float32Array): void {
    const stops: Stop[] = [];
    const width = this.learners * STEP_METRICS.length;
    steps.forEach((step, row) => {
      stops.push(...this.maskStopped(step, values.subarray(row * width, (row + 1) * width)));
    });
    this.onRows({ steps, values: byMetric(values, steps.length * this.learners) }, stops);
  }

  /** Blanks the row of every learner that has stopped, at this step or before; returns those new at it. */
  private maskStopped(step: number, row: Float32Array): Stop[] {
    const stops: Stop[] = [];
    for (let learner = 0; learner < this.learners; learner++) {
      const own = row.subarray(learner * STEP_METRICS.length, (learner + 1) * STEP_METRICS.length);
      if (!this.stopped[learner] && !Number.isFinite(own[0])) {
        this.stopped[learner] = true;
        stops.push({ learner, step });
      }
      if (this.stopped[learner]) own.fill(Number.NaN);
    }
    return stops;
  }
}

/** [rows, L, metrics] to one [rows, L] column per metric. */
function byMetric(values: Float32Array, cells: number): Partial<Record<MetricId, Float32Array>> {
  const columns = STEP_METRICS.map((id, metric) => {
    const column = Float32Array.from(
      { length: cells },
      (_, cell) => values[cell * STEP_METRICS.length + metric] as number,
    );
    return [id, column] as const;
  });
  return Object.fromEntries(columns);
}
