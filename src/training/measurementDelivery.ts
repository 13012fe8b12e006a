import type { ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import { texts } from "../record/errors";
import type { MetricRows, TrainerEvent } from "../record/events";
import { blank, type Measurement, stepOf } from "../record/measurement";
import { type Place, wholeView } from "./stateDict/places";
import type { Stop } from "./stepReader";

/** Milliseconds between two messages of metrics. */
const ROWS_INTERVAL = 50;

/** How a learner that still runs is marked where steps are whole numbers. */
const RUNNING = -1;

/**
 * Passes measurements on, in order and a few at a time. What was measured apart from the training waits until the loss of its
 * step is known, which alone says which learners still ran at it.
 */
export class MeasurementDelivery {
  /** Step from which on a learner has no values; infinite while it runs. */
  readonly stopSteps: number[];
  private readonly seeds: number[];
  private readonly send: (event: TrainerEvent) => void;
  /** Until the loss of their step is known. */
  private readonly deferred: Measurement[] = [];
  private readonly ready: Measurement[] = [];
  private emittedAt = 0;

  /** @param send called with every event, in order */
  constructor(config: ExperimentConfig, send: (event: TrainerEvent) => void) {
    this.seeds = seedNumbers(config);
    this.send = send;
    this.stopSteps = new Array<number>(config.arms.length * this.seeds.length).fill(Number.POSITIVE_INFINITY);
  }

  /** Whether the last message was long enough ago. */
  get isDue(): boolean {
    return performance.now() - this.emittedAt >= ROWS_INTERVAL;
  }

  /** The last step of a run whose learners have all stopped. */
  get lastStop(): number {
    return Math.max(...this.stopSteps);
  }

  /** Takes in what was measured apart from the training. */
  defer(...measurements: Measurement[]): void {
    this.deferred.push(...measurements);
  }

  /** Takes in the metrics of steps, in which learners may have stopped. */
  enqueue(rows: MetricRows, stops: readonly Stop[]): void {
    this.ready.push({ type: "rows", rows });
    for (const { learner, step } of stops) {
      this.stopSteps[learner] = step;
      this.sendStop(learner);
    }
    this.release(rows.steps.at(-1) ?? 0);
  }

  /** Makes ready what was deferred and belongs to a step up to this one, without the values of learners that had stopped. */
  release(upTo: number): void {
    while (this.deferred[0] && stepOf(this.deferred[0]) <= upTo) {
      const measurement = this.deferred.shift() as Measurement;
      this.stopSteps.forEach((step, learner) => {
        if (step <= stepOf(measurement)) blank(measurement, learner);
      });
      this.ready.push(measurement);
    }
  }

  /** Sends all that is ready. */
  emit(): void {
    this.emittedAt = performance.now();
    for (const measurement of this.ready.splice(0)) this.send(measurement);
  }

  /** Sends the stops again that a state dict brought. */
  emitStops(): void {
    for (const [learner, step] of this.stopSteps.entries()) if (Number.isFinite(step)) this.sendStop(learner);
  }

  /** Where the steps lie at which learners stopped. */
  get places(): Place[] {
    const { stopSteps } = this;
    return [
      {
        prefix: "carried.",
        learners: { from: 0, count: stopSteps.length },
        views: [wholeView("stopped_at", [])],
        dtype: "I32",
        read: () => Int32Array.from(stopSteps, (step) => (Number.isFinite(step) ? step : RUNNING)),
        write: (steps) => {
          for (const [learner, step] of steps.entries())
            stopSteps[learner] = step === RUNNING ? Number.POSITIVE_INFINITY : step;
        },
      },
    ];
  }

  private sendStop(learner: number): void {
    const { seeds } = this;
    const arm = Math.floor(learner / seeds.length);
    const seed = seeds[learner % seeds.length] as number;
    const step = this.stopSteps[learner] as number;
    this.send({ type: "learnerStopped", arm, seed, step, reason: texts.notFinite });
  }
}
