import type { ExperimentConfig, StopConfig } from "../../config/schema";
import { type StopRule, watchesMetric } from "../../config/stopRules";
import { metricOf } from "../../metrics";
import type { TrainerEvent } from "../../record/events";
import type { Measurement } from "../../record/measurement";
import { describe } from "../../record/statistics/describe";
import { type Place, wholeView } from "../stateDict/places";
import { type MetricProgress, noProgress, progressAfter, ruleMet } from "./judge";

/** Follows what a run's own rules for its end go by, and says when one of them is met. */
export class EarlyStopping {
  /** The rule that has ended the run, for as long as it holds. */
  rule: StopRule | null = null;
  private readonly arms: number;
  private readonly config: () => ExperimentConfig;
  private readonly send: (event: TrainerEvent) => void;
  private progress: MetricProgress;
  /** Values of the learners that are yet to be judged. */
  private latest: Float32Array | null = null;
  private spentMs = 0;
  private since: number | null = null;

  /**
   * @param config as it is now; its rules may change
   * @param send called where a rule has ended the run
   */
  constructor(arms: number, config: () => ExperimentConfig, send: (event: TrainerEvent) => void) {
    this.arms = arms;
    this.config = config;
    this.send = send;
    this.progress = noProgress(arms);
  }

  /** Takes in what was measured, in order. */
  note(...measurements: Measurement[]): void {
    const { stop } = this;
    if (!watchesMetric(stop)) return;
    for (const measurement of measurements)
      if (measurement.type === "rows") this.latest = measurement.rows.values[stop.metric] ?? this.latest;
  }

  /** Whether something was measured since the last judgement. */
  get isWaiting(): boolean {
    return this.latest !== null;
  }

  /**
   * Judges what was measured since the last time.
   * @param stopped learners that do not train any more
   * @returns whether a rule ends the run now that did not before
   */
  judge(step: number, stopped: readonly boolean[]): boolean {
    const before = this.rule;
    if (this.latest) this.progress = progressAfter(this.progress, this.meansOf(this.latest, stopped), this.better);
    this.latest = null;
    this.review();
    return before === null && this.endsEarly(step, stopped);
  }

  /** Says which rule has ended the run, if one has. */
  emit(step: number, stopped: readonly boolean[]): void {
    if (this.rule && this.endsEarly(step, stopped))
      this.send({ type: "stoppedEarly", stop: { step, rule: this.rule } });
  }

  /** To be called when the rules have changed: which of them is met, by what was measured so far. */
  review(): void {
    if (!watchesMetric(this.stop)) this.progress = noProgress(this.arms);
    this.rule = ruleMet(this.stop, this.progress, this.better, this.trainedMs);
  }

  /** Counts time from now on. */
  startClock(): void {
    this.since ??= performance.now();
  }

  stopClock(): void {
    this.spentMs = this.trainedMs;
    this.since = null;
  }

  /** What later judgements go by. Time is no function of the run: it is there only where a rule asks for it. */
  get places(): Place[] {
    const place = { prefix: "carried.", learners: null, isUsed: () => watchesMetric(this.stop) } as const;
    return [
      {
        ...place,
        views: [wholeView("stop.best", [this.arms])],
        dtype: "F64",
        read: () => Float64Array.from(this.progress.best),
        write: (best) => {
          this.progress = { ...this.progress, best: [...best] };
        },
      },
      {
        ...place,
        views: [wholeView("stop.stale", [])],
        dtype: "I32",
        read: () => Int32Array.of(this.progress.stale),
        write: ([stale = 0]) => {
          this.progress = { ...this.progress, stale };
        },
      },
      {
        ...place,
        isUsed: () => this.stop.minutes > 0,
        views: [wholeView("stop.trained_ms", [])],
        dtype: "F64",
        read: () => Float64Array.of(this.trainedMs),
        write: ([ms = 0]) => {
          this.spentMs = ms;
        },
      },
    ];
  }

  /** Whether it is a rule that ends the run: not where it is over anyway. */
  private endsEarly(step: number, stopped: readonly boolean[]): boolean {
    return this.rule !== null && step < this.config().steps && !stopped.every(Boolean);
  }

  private get stop(): StopConfig {
    return this.config().stop;
  }

  private get better(): "higher" | "lower" {
    return metricOf(this.stop.metric).better ?? "higher";
  }

  private get trainedMs(): number {
    return this.spentMs + (this.since === null ? 0 : performance.now() - this.since);
  }

  /** Of each arm, over its learners that train. */
  private meansOf(values: Float32Array, stopped: readonly boolean[]): number[] {
    const seeds = values.length / this.arms;
    return Array.from({ length: this.arms }, (_, arm) => {
      const own = [...values.subarray(arm * seeds, (arm + 1) * seeds)];
      return describe(own.filter((_, seed) => !stopped[arm * seeds + seed])).mean ?? Number.NaN;
    });
  }
}
