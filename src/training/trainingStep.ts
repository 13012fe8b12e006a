import * as tf from "@tensorflow/tfjs";
import { batchSizeOf, largestBatch } from "../config/batchSizes";
import { rateFactor } from "../config/rateRule";
import type { ArmConfig } from "../config/schema";
import { Replayable } from "../engine/replayable";
import { StepBlock } from "../engine/stepBlock";
import { createOptimizer, learningRateAt, type Optimizer } from "../optim";
import type { Cohort } from "./cohort";
import { optimizerPlaces } from "./stateDict/optimizerPlaces";
import { type Place, wholeView } from "./stateDict/places";
import { StepSink } from "./stepSink";
import type { ViewSource } from "./viewSource";

/** The update of all learners of a cohort: views, gradients, metrics, optimizer. */
export class TrainingStep {
  readonly sink: StepSink;
  /** Updates that were made before the optimizer began: 0, but in a branch with another one. */
  optimizerSince = 0;
  private readonly cohort: Cohort;
  private readonly source: ViewSource;
  private readonly optimizer: Optimizer;
  private readonly block: StepBlock;
  private readonly work: Replayable;
  /** Sees the gradients of an update that is measured. */
  private observer: ((gradients: tf.Tensor[]) => void) | null = null;
  /** Learning rate of each learner beside the config's. */
  private rateScale: number[];

  constructor(cohort: Cohort, source: ViewSource) {
    const { config, learners } = cohort;
    const { optimizer, captured } = config;
    this.cohort = cohort;
    this.source = source;
    this.sink = new StepSink({ learners, views: 2 * largestBatch(config) }, undefined, cohort.carried);
    this.optimizer = createOptimizer(optimizer, cohort.parameters);
    this.rateScale = rateScaleOf(cohort);
    this.block = new StepBlock(learners);
    this.work = new Replayable(() => this.updateOnce(), captured);
  }

  /** Dispatches of one update; null where it is not recorded. */
  get dispatches(): number | null {
    return this.work.dispatches;
  }

  /** Milliseconds that the GPU took for an update of late; null where it does not say. */
  get gpuMs(): number | null {
    return this.work.gpuMs;
  }

  /** Compiles the programs of an update; resolves when they are there. */
  compileAhead(): Promise<void> {
    return this.work.compileAhead();
  }

  /**
   * Queues one update of every learner.
   * @param step number of updates made before this one
   * @param observer sees the gradients, unless the update is replayed: they then lie in their places
   */
  update(step: number, observer: ((gradients: tf.Tensor[]) => void) | null = null): void {
    this.observer = observer;
    const { config } = this.cohort;
    const { optimizer, steps } = config;
    const { beta1, beta2, schedule, learningRate } = optimizer;
    const rate = learningRateAt(step, steps, schedule, learningRate * rateFactor(optimizer, largestBatch(config)));
    const { optimizerSince } = this;
    const updates = step + 1 - optimizerSince;
    this.block.set({
      step,
      slot: this.sink.metrics.slotOf(step),
      optimizerSince,
      correction: [1 / (1 - beta1 ** updates), 1 / (1 - beta2 ** updates)],
      learningRates: this.rateScale.map((scale) => scale * rate),
      temperatures: this.cohort.temperaturesAt(step),
    });
    this.work.run();
    this.sink.metrics.advance(step);
    this.sink.logXi.advance(step);
  }

  /** The updates from the next one on are made with the cohort's config as it is now (config/liveChanges.ts). */
  change(): void {
    this.rateScale = rateScaleOf(this.cohort);
    this.optimizer.change(this.cohort.config.optimizer);
    // What is recorded has the optimizer's constants in it; rates and temperatures go through the block.
    this.work.recordAnew();
  }

  /** Where everything lies that training changes. */
  get places(): Place[] {
    const { cohort, optimizer } = this;
    const slots = optimizerPlaces(optimizer.slots, cohort.views.parameters, cohort.learners);
    return [...cohort.places, ...slots, this.sincePlace];
  }

  private get sincePlace(): Place {
    return {
      prefix: "optimizer.",
      learners: null,
      views: [wholeView("since", [])],
      dtype: "I32",
      isUsed: () => this.optimizerSince > 0,
      read: () => Int32Array.of(this.optimizerSince),
      write: ([since = 0]) => {
        this.optimizerSince = since;
      },
    };
  }

  dispose(): void {
    this.work.dispose();
    this.sink.dispose();
    this.optimizer.dispose();
    this.block.dispose();
  }

  private updateOnce(): void {
    tf.tidy(() => {
      const { views, samples } = this.source.draw(this.block, "training", this.cohort.asksForSamples);
      const reading = this.cohort.carried.read(views, samples);
      const gradients = this.cohort.differentiate({ views, reading, block: this.block, sink: this.sink });
      this.observer?.(gradients);
      this.optimizer.apply(gradients, this.block);
      this.cohort.carried.afterUpdate(this.block);
    });
  }
}

function rateScaleOf(cohort: Cohort): number[] {
  const { config } = cohort;
  const { optimizer } = config;
  const common = rateFactor(optimizer, largestBatch(config));
  const own = (arm: ArmConfig) => (arm.learningRate ?? optimizer.learningRate) / optimizer.learningRate;
  return cohort.perLearner((arm) => own(arm) * (rateFactor(optimizer, batchSizeOf(config, arm)) / common));
}
