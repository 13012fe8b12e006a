import type { AugmentationOptions } from "../augmentations/recipe";
import type { ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import { summarize } from "../data/summary";
import type { Dataset } from "../data/types";
import { withValidation } from "../data/validation";
import { largestTensor } from "../engine/backend";
import type { PrincipalAxes } from "../metrics/math/pca";
import { parameterCount } from "../models";
import { createEncoder } from "../ops/encoder";
import type { MetricRows, TrainerEvent, ViewsPreview } from "../record/events";
import { blank, type Measurement, stepOf } from "../record/measurement";
import type { Environment } from "../record/record";
import { Cohort } from "./cohort";
import { HeldOut } from "./evaluation/heldOut";
import { previewViews } from "./evaluation/previewViews";
import { snapshotViews } from "./evaluation/snapshot";
import { assertFits } from "./limits";
import { logXiHistogram } from "./logXiHistogram";
import { GradientProbe } from "./probes/gradientProbe";
import { UpdateProbe } from "./probes/updateProbe";
import { StepClock } from "./stepClock";
import { StepReader, type Stop } from "./stepReader";
import { TrainingStep } from "./trainingStep";
import { ViewSource } from "./viewSource";

/** Milliseconds between two messages of metrics, and between two snapshots of the views at least. */
const ROWS_INTERVAL = 50;
const VIEWS_INTERVAL = 700;
/** Snapshots may take this share of the time. */
const VIEWS_SHARE = 0.1;

/** The mark of a stopped learner, on the page and in the record. */
const NOT_FINITE = "the loss was no longer a finite number; a smaller learning rate or a higher temperature may help";

export interface TrainerOptions {
  config: ExperimentConfig;
  dataset: Dataset;
  environment: Environment;
  /** Hears everything, in order. */
  emit: (event: TrainerEvent) => void;
  /** Whether to take the snapshots that the page's views show. */
  views: boolean;
  /** Lets whoever may call a long measurement off be heard. */
  breathe?: () => Promise<void>;
}

/**
 * One experiment under way. The step number counts the updates made; metrics of step t belong to the weights after
 * t updates, so those of step 0 are the untrained learners'. Everything that a step does is a function of the config
 * and of t: pausing, watching and measuring change nothing.
 */
export class Trainer {
  /** Whether the fine-tuning that follows the last step is done; once this is false, it ends without a result. */
  mayFineTune = true;
  private readonly options: TrainerOptions;
  private readonly dataset: Dataset;
  private readonly cohort: Cohort;
  private readonly source: ViewSource;
  private readonly heldOut: HeldOut;
  private readonly training: TrainingStep;
  /** Of the gradients, and of the update that follows; null where the probe is off. */
  private readonly probes: { gradients: GradientProbe; update: UpdateProbe } | null;
  private readonly reader: StepReader;
  private readonly resources: { dispose(): void }[] = [];
  private readonly clock = new StepClock();
  private readonly axes = new Map<number, PrincipalAxes>();
  private done = 0;
  private measuredAt = -1;
  /** Step from which on a learner has no values; infinite while it runs. */
  private readonly stopSteps: number[];
  /** What was measured apart from the training, until the loss of its step is known. */
  private withheld: Measurement[] = [];
  private untold: Measurement[] = [];
  private toldAt = 0;
  private viewsDue = 0;

  constructor(options: TrainerOptions) {
    const { config } = options;
    const { validation, testSamples } = config.evaluation;
    const dataset = validation ? withValidation(options.dataset, testSamples, config.seed) : options.dataset;
    const encoder = createEncoder(config.encoder, dataset.shape);
    assertFits(config, dataset, encoder, largestTensor());
    this.options = options;
    this.dataset = dataset;
    try {
      this.source = this.own(new ViewSource(dataset, config));
      this.heldOut = this.own(new HeldOut(dataset, config));
      this.cohort = this.own(new Cohort(encoder, config, seedNumbers(config), this.source));
      this.training = this.own(new TrainingStep(this.cohort, this.source));
      this.probes = config.gradientProbe.every > 0 ? this.createProbes() : null;
    } catch (error) {
      this.dispose();
      throw error;
    }
    this.stopSteps = new Array<number>(this.cohort.learners).fill(Number.POSITIVE_INFINITY);
    this.reader = new StepReader(this.training.sink, this.cohort.learners, (rows, stops) => this.receive(rows, stops));
    options.emit({
      type: "ready",
      environment: options.environment,
      dataset: summarize(dataset),
      parameterCount: parameterCount(encoder),
    });
  }

  /** Updates made so far. */
  get step(): number {
    return this.done;
  }

  /** True when all steps are done, or no learner is left to train. */
  get finished(): boolean {
    return this.done >= this.options.config.steps || this.reader.stopped.every(Boolean);
  }

  /** Measures what is due at this step, then does one update of every learner. */
  async advance(): Promise<void> {
    await this.measureWhereDue();
    if (this.finished) return;
    await this.update();
    await this.clock.wait(this.reader.follow());
    await this.tellWhenDue();
  }

  /** Reads and tells everything that is still queued; at the end of the run, also takes the last measurements. */
  async settle(): Promise<void> {
    await this.reader.settle();
    if (this.finished) {
      await this.measureWhereDue();
      this.release(this.done);
    }
    await this.tell();
    await this.showViews();
  }

  /** What an augmentation would make of some training samples; may be called between any two steps, and changes none. */
  previewViews(augmentation: AugmentationOptions, draw: number): Promise<ViewsPreview> {
    const before = performance.now();
    const [seed = 0] = seedNumbers(this.options.config);
    const preview = previewViews(this.dataset, { augmentation, seed, draw });
    this.clock.skip(performance.now() - before);
    return preview;
  }

  /** To be called when training goes on after a pause, so that the pause is not counted as work. */
  restartClock(): void {
    this.clock.restart();
  }

  dispose(): void {
    for (const resource of this.resources.splice(0).reverse()) resource.dispose();
  }

  /** Takes over something that `dispose` gives back, also when the construction ends early. */
  private own<T extends { dispose(): void }>(resource: T): T {
    this.resources.push(resource);
    return resource;
  }

  private createProbes() {
    const gradients = this.own(new GradientProbe(this.cohort, this.source));
    return { gradients, update: this.own(new UpdateProbe(this.cohort, this.training)) };
  }

  /** One update; where the gradients were probed just before, it is measured as well. */
  private async update(): Promise<void> {
    const step = this.done++;
    const probe = this.isProbed(step) ? this.probes?.update : undefined;
    const sums = this.clock.time(() => (probe ? probe.update(step) : this.training.update(step)));
    if (!probe || !sums) return;
    const before = performance.now();
    this.withhold({ type: "rows", rows: rowOf(step, await probe.read(sums)) });
    this.clock.skip(performance.now() - before);
  }

  private async measureWhereDue(): Promise<void> {
    if (this.measuredAt === this.done) return;
    this.measuredAt = this.done;
    const before = performance.now();
    const { done: step, probes } = this;
    if (probes && this.isProbed(step)) {
      const { metrics, layers, signal } = await probes.gradients.measure(step);
      this.withhold(
        { type: "rows", rows: rowOf(step, metrics) },
        { type: "layers", layers },
        { type: "signal", signal },
      );
    }
    if (this.isDue(this.options.config.evaluation.every, step)) await this.evaluate(step);
    this.clock.skip(performance.now() - before);
  }

  private async evaluate(step: number): Promise<void> {
    const { cohort, heldOut } = this;
    this.withhold({ type: "rows", rows: rowOf(step, await heldOut.evaluate(cohort)) });
    if (step === this.options.config.steps && this.mayFineTune) await this.fineTune(step);
  }

  private async fineTune(step: number): Promise<void> {
    const { emit, breathe } = this.options;
    let toldAt = Number.NEGATIVE_INFINITY;
    const measured = await this.heldOut.fineTune(this.cohort, async (share) => {
      if (performance.now() - toldAt >= ROWS_INTERVAL) {
        toldAt = performance.now();
        emit({ type: "fineTuning", share });
        await breathe?.();
      }
      return this.mayFineTune;
    });
    if (measured) this.withhold({ type: "rows", rows: rowOf(step, measured) });
  }

  private isProbed(step: number): boolean {
    return this.isDue(this.options.config.gradientProbe.every, step);
  }

  private isDue(every: number, step: number): boolean {
    return every > 0 && (step % every === 0 || step === this.options.config.steps);
  }

  private withhold(...measurements: Measurement[]): void {
    this.withheld.push(...measurements);
  }

  private receive(rows: MetricRows, stops: Stop[]): void {
    this.untold.push({ type: "rows", rows });
    for (const { learner, step } of stops) {
      this.stopSteps[learner] = step;
      this.options.emit({ type: "learnerStopped", ...this.identify(learner), step, reason: NOT_FINITE });
    }
    this.release(rows.steps.at(-1) ?? 0);
    if (this.reader.stopped.every(Boolean)) this.done = Math.max(...this.stopSteps) + 1;
  }

  /** Only the loss of a step says which learners still ran at it, however long its reading took. */
  private release(upTo: number): void {
    while (this.withheld[0] && stepOf(this.withheld[0]) <= upTo) {
      const measurement = this.withheld.shift() as Measurement;
      this.stopSteps.forEach((step, learner) => {
        if (step <= stepOf(measurement)) blank(measurement, learner);
      });
      this.untold.push(measurement);
    }
  }

  private identify(learner: number): { arm: number; seed: number } {
    const seeds = seedNumbers(this.options.config);
    return { arm: Math.floor(learner / seeds.length), seed: seeds[learner % seeds.length] as number };
  }

  private async tellWhenDue(): Promise<void> {
    const timing = this.clock.report(this.training.gpuMs);
    if (timing) this.options.emit({ type: "timing", step: this.done, timing });
    if (performance.now() - this.toldAt < ROWS_INTERVAL) return;
    await this.tell();
    if (performance.now() >= this.viewsDue) await this.showViews();
  }

  private async tell(): Promise<void> {
    this.toldAt = performance.now();
    for (const measurement of this.untold.splice(0)) this.options.emit(measurement);
    const logXi = this.options.views ? await this.reader.readLogXi() : null;
    if (!logXi) return;
    const histogram = logXiHistogram(logXi, this.options.config.arms.length, this.done - 1);
    this.options.emit({ type: "histogram", histogram });
  }

  private async showViews(): Promise<void> {
    if (!this.options.views) return;
    const before = performance.now();
    const { cohort, source, heldOut, axes, done: step } = this;
    const { config, emit } = this.options;
    const { stopped } = this.reader;
    const views = await snapshotViews({ cohort, source, heldOut, config, step, stopped, axes });
    emit({ type: "views", views });
    const cost = performance.now() - before;
    this.clock.skip(cost);
    this.viewsDue = performance.now() + Math.max(VIEWS_INTERVAL, cost / VIEWS_SHARE);
  }
}

/** One row of values per learner. */
function rowOf(step: number, values: MetricRows["values"]): MetricRows {
  return { steps: Int32Array.of(step), values };
}
