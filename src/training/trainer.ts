import type { AugmentationOptions } from "../augmentations/recipe";
import type { FreshParts } from "../config/branch";
import { changedConfig } from "../config/liveChanges";
import { seedNumbers } from "../config/seeds";
import type { Dataset } from "../data/types";
import { withValidation } from "../data/validation";
import { problem } from "../i18n/errors";
import { parameterCount } from "../models";
import { createEncoder } from "../ops/encoder";
import type { RunChange } from "../record/changes";
import type { ViewsPreview } from "../record/events";
import type { Measurement } from "../record/measurement";
import { ScheduledChanges } from "./changes";
import { Cohort } from "./cohort";
import { summarize } from "./datasetSummary";
import { texts } from "./errors";
import { fineTuningControl } from "./evaluation/fineTuningControl";
import { HeldOut } from "./evaluation/heldOut";
import { previewViews } from "./evaluation/previewViews";
import { ViewSnapshots } from "./evaluation/viewSnapshots";
import { assertRoom } from "./limits";
import { logXiHistogram } from "./logXiHistogram";
import { MeasurementDelivery } from "./measurementDelivery";
import { GradientProbe } from "./probes/gradientProbe";
import { UpdateProbe } from "./probes/updateProbe";
import { Resources } from "./resources";
import { ScheduledMeasurements } from "./scheduledMeasurements";
import { beginningOf, freshTensors, withoutFresh } from "./stateDict/branched";
import { learnerNames } from "./stateDict/names";
import type { Place } from "./stateDict/places";
import { assertStep, readStateDict, writeStateDict } from "./stateDict/stateDict";
import type { StateDict } from "./stateDict/types";
import { StepClock } from "./stepClock";
import { StepReader } from "./stepReader";
import { EarlyStopping } from "./stopping/earlyStopping";
import { StepTracer } from "./trace/stepTracer";
import type { Inspected, TrainerOptions } from "./trainerOptions";
import { TrainingStep } from "./trainingStep";
import { ViewSource } from "./viewSource";

/**
 * One experiment under way. The step number counts the updates made; metrics of step t belong to the weights after
 * t updates, so those of step 0 are the untrained learners'. Everything that a step does is a function of the config, of t
 * and of what the state dict holds: pausing, watching, measuring and going on from a state dict change nothing.
 */
export class Trainer {
  /** Whether the fine-tuning that follows the last step is done; once this is false, it ends without a result. */
  mayFineTune = true;
  /** Looks at single updates; null where nobody looks. */
  readonly tracer: StepTracer | null;
  private readonly options: TrainerOptions;
  private readonly dataset: Dataset;
  private readonly training: TrainingStep;
  private readonly measurements: ScheduledMeasurements;
  private readonly delivery: MeasurementDelivery;
  private readonly reader: StepReader;
  /** Null where nobody looks. */
  private readonly views: ViewSnapshots | null;
  private readonly changes: ScheduledChanges;
  private readonly stopping: EarlyStopping;
  private readonly cohort: Cohort;
  private readonly learnerNames: string[];
  private readonly resources = new Resources();
  private readonly clock = new StepClock();
  private done = 0;

  /**
   * @throws Error with a sentence for people where the experiment does not fit the data or the device
   * @throws StateDictError where the state to go on from does not fit the experiment
   */
  constructor(options: TrainerOptions) {
    const { emit, yieldToEventLoop, resumeFrom } = options;
    const { config, changes, fresh } = beginningOf(options.config, options.changes ?? [], resumeFrom?.step);
    const { validation, testSamples } = config.evaluation;
    const dataset = validation ? withValidation(options.dataset, testSamples, config.seed) : options.dataset;
    const encoder = createEncoder(config.encoder, dataset.shape);
    assertRoom(config, dataset, encoder, options.isUnasked);
    this.options = { ...options, config };
    this.learnerNames = learnerNames(config.arms.length, seedNumbers(config));
    this.dataset = dataset;
    this.changes = new ScheduledChanges(changes);
    this.delivery = new MeasurementDelivery(config, emit);
    this.stopping = new EarlyStopping(config.arms.length, () => this.cohort.config, emit);
    const defer = (...measured: Measurement[]) => {
      this.delivery.defer(...measured);
      this.stopping.note(...measured);
    };
    try {
      const { resources } = this;
      const source = resources.own(new ViewSource(dataset, config));
      const heldOut = resources.own(new HeldOut(dataset, config));
      const cohort = resources.own(new Cohort(encoder, config, seedNumbers(config), source));
      this.training = resources.own(new TrainingStep(cohort, source));
      const { training } = this;
      const fineTuning = fineTuningControl({ isAllowed: () => this.mayFineTune, emit, yieldToEventLoop });
      const probes = config.gradientProbe.every > 0 ? this.createProbes(cohort, source) : null;
      this.measurements = new ScheduledMeasurements({ cohort, heldOut, training, probes, defer, fineTuning });
      this.views = options.views ? resources.own(new ViewSnapshots({ cohort, source, heldOut, emit })) : null;
      this.tracer = options.views ? resources.own(new StepTracer({ cohort, source, dataset, emit })) : null;
      this.reader = this.createReader(cohort.learners);
      this.cohort = cohort;
      for (let from = resumeFrom?.step; from !== undefined && this.changes.isDue(from); )
        this.commit(this.changes.take()?.patch);
      if (resumeFrom) this.restore(resumeFrom, fresh);
    } catch (error) {
      this.dispose();
      throw error;
    }
    const environment = { ...options.environment, ...this.cohort.besideKernels };
    emit({ type: "ready", environment, dataset: summarize(dataset, config), parameterCount: parameterCount(encoder) });
    this.delivery.emitStops();
    this.stopping.emit(this.done, this.reader.stopped);
  }

  /** Updates made so far. */
  get step(): number {
    return this.done;
  }

  /** True when all steps are done, a rule of the run's own has ended it, or no learner is left to train. */
  get finished(): boolean {
    return this.areAllStopped || ((this.isAtEnd || this.stopping.rule !== null) && !this.changes.isDue(this.done));
  }

  /** Measures what is due at this step, then does one update of every learner. */
  async advance(): Promise<void> {
    this.stopping.startClock();
    await this.makeDueChanges();
    await this.measure();
    if (this.finished) return;
    await this.update();
    await this.clock.wait(this.reader.afterStep());
    await this.emitWhereDue();
  }

  /** Reads and emits everything that is still queued; at the end of the run, also takes the last measurements. */
  async settle(): Promise<void> {
    await this.reader.settle();
    if (this.finished) await this.measureEnd();
    await this.emitMeasurements();
    await this.emitViews();
    this.stopping.stopClock();
  }

  /**
   * All that the training consists of now: another trainer of the same config that goes on from it does what this one would
   * do. To be called between two steps; what was measured before them is emitted first.
   */
  stateDict(): Promise<StateDict> {
    return this.clock.exclude(async () => {
      // Only the losses say which learners have stopped.
      await this.reader.settle();
      this.delivery.emit();
      return readStateDict(this.places, this.learnerNames, this.done);
    });
  }

  /**
   * Changes numbers of the config from the next step on; a run that was over may go on then: it has more steps, or its own rules for its
   * end do not hold any more. To be called between two steps.
   * @throws PlaygroundError where the run cannot take that over; nothing is changed then
   */
  change(patch: RunChange["patch"]): void {
    const { steps } = changedConfig(this.cohort.config, patch);
    if (steps < this.done) throw problem(texts.fewerSteps, { steps, done: this.done });
    this.commit(patch);
    this.options.emit({ type: "changed", change: { step: this.done, patch } });
    this.stopping.emit(this.done, this.reader.stopped);
  }

  /** What an augmentation would make of some training samples; may be called between any two steps, and changes none. */
  previewViews(augmentation: AugmentationOptions, draw: number): Promise<ViewsPreview> {
    return this.clock.exclude(() => previewViews(this.dataset, { augmentation, seed: this.options.config.seed, draw }));
  }

  /** What somebody asks of the learners between two steps, and changes nothing of. */
  inspect<T>(look: (inspected: Inspected) => Promise<T>): Promise<T> {
    const { cohort, dataset, options } = this;
    return this.clock.exclude(() => look({ cohort, dataset, loaded: options.dataset, step: this.done }));
  }

  /** Sends the samples of the embedding and their views, once; may be called between any two steps, and changes none. */
  emitSamples(): Promise<void> {
    return this.clock.exclude(async () => this.views?.emitSamples());
  }

  /** To be called when training goes on after a pause, so that the pause is not counted as work. */
  restartClock(): void {
    this.clock.restart();
  }

  dispose(): void {
    this.resources.dispose();
  }

  private createProbes(cohort: Cohort, source: ViewSource) {
    const gradients = this.resources.own(new GradientProbe(cohort, source));
    return { gradients, update: this.resources.own(new UpdateProbe(cohort, this.training)) };
  }

  private createReader(learners: number): StepReader {
    return new StepReader(this.training.sink, learners, (rows, stops) => {
      this.delivery.enqueue(rows, stops);
      if (this.areAllStopped) this.done = this.delivery.lastStop + 1;
    });
  }

  private get places(): Place[] {
    return [...this.training.places, ...this.measurements.places, ...this.delivery.places, ...this.stopping.places];
  }

  private restore(state: StateDict, fresh: FreshParts | null): void {
    assertStep(state, this.cohort.config.steps);
    const isFresh = freshTensors(fresh);
    writeStateDict(this.places, this.learnerNames, withoutFresh(state, isFresh), isFresh);
    if (fresh?.optimizer) this.training.optimizerSince = state.step;
    this.done = state.step;
    for (const [learner, step] of this.delivery.stopSteps.entries())
      this.reader.stopped[learner] = Number.isFinite(step);
    this.stopping.review();
  }

  private get areAllStopped(): boolean {
    return this.reader.stopped.every(Boolean);
  }

  private get isAtEnd(): boolean {
    return this.done >= this.cohort.config.steps;
  }

  /** What was to be changed at this step. A run that would have ended here is measured as one that had. */
  private async makeDueChanges(): Promise<void> {
    if (!this.changes.isDue(this.done)) return;
    await this.reader.settle();
    if (this.isAtEnd) await this.measureEnd();
    while (this.changes.isDue(this.done)) this.change(this.changes.take()?.patch ?? {});
  }

  private commit(patch: RunChange["patch"] = {}): void {
    this.cohort.config = changedConfig(this.cohort.config, patch);
    this.training.change();
    this.stopping.review();
  }

  private async measureEnd(): Promise<void> {
    await this.measure();
    this.delivery.release(this.done);
  }

  /** One update; where the gradients were probed just before, it is measured as well. */
  private async update(): Promise<void> {
    const step = this.done++;
    const watched = this.tracer?.begin(step, this.reader.stopped);
    const readMeasurement = this.queueUpdate(step, watched?.abandon);
    for (const read of [readMeasurement, watched?.read]) if (read) await this.clock.exclude(read);
  }

  /** @param abandoned called where it cannot be queued */
  private queueUpdate(step: number, abandoned?: () => void) {
    try {
      return this.clock.time(() => this.measurements.update(step));
    } catch (error) {
      abandoned?.();
      throw error;
    }
  }

  /** Everything that is due at this step; then judges whether the run ends here, measured as at its last step. */
  private measure(): Promise<void> {
    return this.clock.exclude(async () => {
      await this.measurements.measure(this.done);
      // Only the losses say which learners have stopped.
      if (this.stopping.isWaiting) await this.reader.settle();
      if (!this.stopping.judge(this.done, this.reader.stopped)) return;
      await this.measurements.measureEnd(this.done);
      this.stopping.emit(this.done, this.reader.stopped);
    });
  }

  private async emitWhereDue(): Promise<void> {
    const timing = this.clock.report(this.training.gpuMs);
    if (timing) this.options.emit({ type: "timing", step: this.done, timing });
    if (!this.delivery.isDue) return;
    await this.emitMeasurements();
    if (this.views?.isDue) await this.emitViews();
  }

  private async emitMeasurements(): Promise<void> {
    this.delivery.emit();
    const logXi = this.views ? await this.reader.readLogXi() : null;
    if (!logXi) return;
    const histogram = logXiHistogram(logXi, this.options.config, this.done - 1);
    this.options.emit({ type: "histogram", histogram });
  }

  private async emitViews(): Promise<void> {
    await this.clock.exclude(async () => this.views?.emit(this.done, this.reader.stopped));
  }
}
