import { queueFence } from "../engine/fence";
import type { MetricId } from "../metrics";
import type { StepMetric } from "../metrics/types";
import type { MetricRows } from "../record/events";
import type { StepSink } from "./stepSink";

/** Steps that may be queued on the backend before the trainer waits for the oldest. */
const STEPS_IN_FLIGHT = 2;
/** Milliseconds between two reads, about a frame, and rows after which one is due in any case. */
const READ_INTERVAL = 16;
const MOST_PENDING = 32;

/** A learner that stopped: its index on the learner axis, and the step whose loss was no longer finite. */
export interface Stop {
  learner: number;
  step: number;
}

/**
 * Reads the metrics of queued steps without making the trainer wait: one read per frame takes every row there is, while
 * the next steps are already queued. Notices learners whose loss is no longer finite.
 */
export class StepReader {
  /** Learners that have stopped. */
  readonly stopped: boolean[];
  private readonly sink: StepSink;
  private readonly learners: number;
  private readonly onRows: (rows: MetricRows, stops: Stop[]) => void;
  private readonly inFlight: Promise<void>[] = [];
  private reading: Promise<void> | null = null;
  private readAt = Number.NEGATIVE_INFINITY;
  private rowsBeingRead = 0;
  private failure: unknown = null;

  /** @param sink where the steps leave their values; it stays the caller's */
  constructor(sink: StepSink, learners: number, onRows: (rows: MetricRows, stops: Stop[]) => void) {
    this.sink = sink;
    this.learners = learners;
    this.onRows = onRows;
    this.stopped = new Array<boolean>(learners).fill(false);
  }

  /** To be called after a step was queued; resolves as soon as another may be. */
  async afterStep(): Promise<void> {
    const { metrics } = this.sink;
    const fence = this.watch(queueFence());
    const isDue = performance.now() - this.readAt >= READ_INTERVAL || metrics.pending >= MOST_PENDING;
    if (!fence || isDue) this.beginReading();
    this.inFlight.push(fence ?? this.reading ?? Promise.resolve());
    if (this.inFlight.length >= STEPS_IN_FLIGHT) await this.inFlight.shift();
    // Only when the reads cannot keep up; the rows on the backend are limited.
    if (metrics.pending + this.rowsBeingRead >= 2 * MOST_PENDING) await this.reading;
    if (this.failure !== null) throw this.failure;
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

  /** The read under way, or a new one. One that failed stays, so that whoever waits next gets its error. */
  private beginReading(): Promise<void> {
    this.reading ??= this.watch(this.read());
    return this.reading;
  }

  /**
   * The same work, whose error the next `afterStep` throws. Nobody may be waiting for it yet, or ever, and a rejection
   * without a listener would end the process in Node.
   */
  private watch<T extends Promise<void> | null>(work: T): T {
    work?.catch((failure: unknown) => {
      this.failure ??= failure;
    });
    return work;
  }

  private async read(): Promise<void> {
    this.readAt = performance.now();
    this.rowsBeingRead = this.sink.metrics.pending;
    const { steps, values } = await this.sink.metrics.drain();
    this.deliver(steps, values);
    this.reading = null;
    this.rowsBeingRead = 0;
  }

  private deliver(steps: Int32Array, values: Float32Array): void {
    const stops: Stop[] = [];
    const { measures } = this.sink;
    const width = this.learners * measures.length;
    let rows = 0;
    // What was queued after the last learner had stopped is nobody's step.
    for (; rows < steps.length && !this.stopped.every(Boolean); rows++)
      stops.push(...this.maskStopped(steps[rows] as number, values.subarray(rows * width, (rows + 1) * width)));
    if (rows > 0)
      this.onRows({ steps: steps.subarray(0, rows), values: byMetric(measures, values, rows * this.learners) }, stops);
  }

  /** Blanks the row of every learner that has stopped, at this step or before; returns those new at it. */
  private maskStopped(step: number, row: Float32Array): Stop[] {
    const stops: Stop[] = [];
    const { measures } = this.sink;
    for (let learner = 0; learner < this.learners; learner++) {
      const own = row.subarray(learner * measures.length, (learner + 1) * measures.length);
      if (!this.stopped[learner] && hasDiverged(measures, own)) {
        this.stopped[learner] = true;
        stops.push({ learner, step });
      }
      if (this.stopped[learner]) own.fill(Number.NaN);
    }
    return stops;
  }
}

/** Whether one of the metrics that show it is no finite number. */
function hasDiverged(measures: readonly StepMetric[], values: Float32Array): boolean {
  return measures.some(({ showsDivergence }, metric) => showsDivergence && !Number.isFinite(values[metric]));
}

/** [rows, L, metrics] to one [rows, L] column per metric. */
function byMetric(
  measures: readonly StepMetric[],
  values: Float32Array,
  cells: number,
): Partial<Record<MetricId, Float32Array>> {
  const columns = measures.map(({ id }, metric) => {
    const column = Float32Array.from({ length: cells }, (_, cell) => values[cell * measures.length + metric] as number);
    return [id, column] as const;
  });
  return Object.fromEntries(columns);
}
