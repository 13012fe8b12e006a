import type { ExperimentConfig } from "../config/schema";
import type { MetricRows } from "../record/events";
import type { Measurement } from "../record/measurement";
import type { Cohort } from "./cohort";
import type { FineTuningControl } from "./evaluation/fineTuningControl";
import type { HeldOut } from "./evaluation/heldOut";
import type { GradientProbe } from "./probes/gradientProbe";
import type { UpdateProbe } from "./probes/updateProbe";
import { type Place, wholeView } from "./stateDict/places";
import type { TrainingStep } from "./trainingStep";

/** What is measured, by what, and where it goes. */
interface Measured {
  cohort: Cohort;
  heldOut: HeldOut;
  training: TrainingStep;
  /** Of the gradients, and of the update that follows; null where the probe is off. */
  probes: { gradients: GradientProbe; update: UpdateProbe } | null;
  defer: (...measurements: Measurement[]) => void;
  fineTuning: FineTuningControl;
}

/** What is measured apart from the training, at the steps that the config says: gradients, updates, held-out samples. */
export class ScheduledMeasurements {
  private readonly measured: Measured;
  private measuredAt = -1;
  /** Resolves when the programs of an update and of a probe are there: they are compiled while a run is made ready. */
  private readonly compiled: Promise<unknown>;

  constructor(measured: Measured) {
    this.measured = measured;
    const { training, probes } = measured;
    this.compiled = Promise.all([training.compileAhead(), probes?.gradients.compileAhead()]);
  }

  /** Everything that is due at a step, once, however often it is called; before an update in any case. */
  async measure(step: number): Promise<void> {
    await this.compiled;
    if (this.measuredAt === step) return;
    this.measuredAt = step;
    const { probes } = this.measured;
    if (probes && this.isProbed(step)) await this.probe(probes.gradients, step);
    if (this.isDue(this.config.evaluation.every, step)) await this.evaluate(step);
  }

  /** What the last step has beyond others, at a step at which a run ends early; to be called after `measure`, once. */
  async measureEnd(step: number): Promise<void> {
    const { cohort, heldOut } = this.measured;
    const { every } = this.config.evaluation;
    if (every === 0) return;
    if (!this.isDue(every, step)) this.deferRow(step, await heldOut.evaluate(cohort));
    await this.fineTune(step);
  }

  /**
   * Queues the update of a step; where the gradients were probed just before, it is measured as well.
   * @returns what reads the measurement, if so
   */
  update(step: number): (() => Promise<void>) | null {
    const { probes, training } = this.measured;
    if (!probes || !this.isProbed(step)) {
      training.update(step);
      return null;
    }
    const sums = probes.update.update(step);
    return async () => this.deferRow(step, await probes.update.read(sums));
  }

  /** Where it keeps what later measurements go by. */
  get places(): Place[] {
    const measuredAt: Place = {
      prefix: "carried.",
      learners: null,
      views: [wholeView("measured_at", [])],
      dtype: "I32",
      read: () => Int32Array.of(this.measuredAt),
      write: ([step = -1]) => {
        this.measuredAt = step;
      },
    };
    return [measuredAt, ...(this.measured.probes?.gradients.places ?? [])];
  }

  private async probe(gradients: GradientProbe, step: number): Promise<void> {
    const { metrics, layers, signal } = await gradients.measure(step);
    this.measured.defer(
      { type: "rows", rows: rowOf(step, metrics) },
      { type: "layers", layers },
      { type: "signal", signal },
    );
  }

  private async evaluate(step: number): Promise<void> {
    const { cohort, heldOut } = this.measured;
    this.deferRow(step, await heldOut.evaluate(cohort));
    if (step === this.config.steps) await this.fineTune(step);
  }

  private async fineTune(step: number): Promise<void> {
    const { cohort, heldOut, fineTuning } = this.measured;
    if (!fineTuning.isAllowed()) return;
    const measured = await heldOut.fineTune(cohort, fineTuning.continueTraining);
    if (measured) this.deferRow(step, measured);
  }

  private deferRow(step: number, values: MetricRows["values"]): void {
    this.measured.defer({ type: "rows", rows: rowOf(step, values) });
  }

  /** Its number of steps may change. */
  private get config(): ExperimentConfig {
    return this.measured.cohort.config;
  }

  private isProbed(step: number): boolean {
    return this.isDue(this.config.gradientProbe.every, step);
  }

  private isDue(every: number, step: number): boolean {
    return every > 0 && (step % every === 0 || step === this.config.steps);
  }
}

/** One row of values per learner. */
function rowOf(step: number, values: MetricRows["values"]): MetricRows {
  return { steps: Int32Array.of(step), values };
}
