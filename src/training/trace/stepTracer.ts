import * as tf from "@tensorflow/tfjs";
import { batchSizeOf, largestBatch } from "../../config/batchSizes";
import type { ArmConfig } from "../../config/schema";
import { seedNumbers } from "../../config/seeds";
import { subset } from "../../data/split";
import type { Dataset } from "../../data/types";
import { batchIndices } from "../../engine/batchOrder";
import { PURPOSE } from "../../engine/random";
import { readAndDispose } from "../../engine/readAndDispose";
import { normalizeRows, type PrincipalAxes } from "../../metrics/math/pca";
import type { ArmTrace, StepTrace, TrainerEvent, ViewsPreview } from "../../record/events";
import { traceArm } from "../../record/trace/armTrace";
import { planeOf } from "../../record/trace/plane";
import type { Cohort } from "../cohort";
import { LiveTemperature } from "../evaluation/liveTemperature";
import { readPairs } from "../evaluation/readPairs";
import { firstPairs } from "../evaluation/snapshot";
import type { ViewSource } from "../viewSource";

/** Which updates are watched: none, as many as take a small share of the time, or every one. */
export type Watching = "none" | "some" | "all";

/** Samples of a batch that are drawn: as many as can be told apart. */
const DRAWN = 8;
/** Where some are watched: their share of the time, and milliseconds between two of them at least. */
const SHARE = 0.2;
const INTERVAL = 50;

interface TracerOptions {
  cohort: Cohort;
  source: ViewSource;
  dataset: Dataset;
  emit: (event: TrainerEvent) => void;
}

/** An update that is watched: one of the two is called, once. */
interface WatchedStep {
  /** Reads the rest once the update is queued, and emits it. */
  read(): Promise<void>;
  /** Frees what is held of an update that was never made. */
  abandon(): void;
}

/** What an update begins with: all that is read of it later. */
interface Begun {
  step: number;
  /** Place of the seed among the seeds. */
  seed: number;
  views: tf.Tensor;
  before: Promise<Float32Array>;
  temperatures: Promise<ArrayLike<number>>;
}

/**
 * Looks at updates as they are made, off the training path: the embeddings of a batch as its loss sees them, and those of the
 * same views after the update. Nothing is changed by it; it costs two forward passes and a wait for each.
 */
export class StepTracer {
  watching: Watching = "none";
  private readonly options: TracerOptions;
  private readonly temperature: LiveTemperature;
  private readonly axes = new Map<number, PrincipalAxes>();
  private dueAt = 0;

  constructor(options: TracerOptions) {
    this.options = options;
    this.temperature = new LiveTemperature(options.cohort);
  }

  /**
   * To be called right before an update is queued.
   * @param stopped per learner
   * @returns null where this one is not watched
   */
  begin(step: number, stopped: readonly boolean[]): WatchedStep | null {
    const started = performance.now();
    if (this.watching === "none" || (this.watching === "some" && started < this.dueAt)) return null;
    const begun = this.beginAt(step, this.seedOf(stopped));
    return {
      read: async () => {
        this.options.emit({ type: "traced", trace: await this.finish(begun) });
        const now = performance.now();
        this.dueAt = now + Math.max(INTERVAL, (now - started) / SHARE);
      },
      abandon: () => begun.views.dispose(),
    };
  }

  private beginAt(step: number, seed: number): Begun {
    const views = this.options.source.views(step);
    const [before, temperatures] = [this.embed(views), this.temperature.read(step)];
    // What is never read must not break anything; who reads is told all the same.
    void Promise.allSettled([before, temperatures]);
    return { step, seed, views, before, temperatures };
  }

  /** The samples of an update and their views, drawn again: a function of the seed and the step alone. */
  async viewsOf(step: number, seed: number): Promise<ViewsPreview> {
    const { cohort, source, dataset } = this.options;
    const { batchSize } = this;
    const { train } = dataset;
    const count = this.drawn;
    const place = Math.max(0, seedNumbers(cohort.config).indexOf(seed));
    const own = tf.tidy(() => tf.slice(firstPairs(source.views(step), count), place, 1));
    const pairs = await readPairs(own, count, count).finally(() => own.dispose());
    const indices = batchIndices({ seed, step, batchSize, count: train.count, purpose: PURPOSE.trainingOrder });
    const { values, labels } = subset(train, indices.subarray(0, count));
    return { samples: values, labels, pairs };
  }

  dispose(): void {
    this.temperature.dispose();
  }

  private get drawn(): number {
    return Math.min(DRAWN, this.batchSize);
  }

  /** B of the first arm: arms of another one have other batches, and are not watched. */
  private get batchSize(): number {
    const { config } = this.options.cohort;
    return batchSizeOf(config, config.arms[0] as ArmConfig);
  }

  /** The first of the seeds in which the most arms still run. */
  private seedOf(stopped: readonly boolean[]): number {
    const { arms, seeds } = this.options.cohort.config;
    const running = Array.from(
      { length: seeds },
      (_, seed) => arms.filter((_, arm) => !stopped[arm * seeds + seed]).length,
    );
    return running.indexOf(Math.max(...running));
  }

  /** The rows of the batch itself, [2B, D], of all that there are. */
  private ownRows(embeddings: Float32Array): Float32Array {
    const rows = largestBatch(this.options.cohort.config);
    if (rows === this.batchSize) return embeddings;
    const half = embeddings.length / 2;
    const length = (half / rows) * this.batchSize;
    return Float32Array.from([...embeddings.subarray(0, length), ...embeddings.subarray(half, half + length)]);
  }

  private async embed(views: tf.Tensor): Promise<Float32Array> {
    return (await readAndDispose(this.options.cohort.embedBatch(views))) as Float32Array;
  }

  private async finish({ step, seed, views, ...begun }: Begun): Promise<StepTrace> {
    const after = this.embed(views);
    views.dispose();
    const read = await Promise.all([begun.before, after, begun.temperatures]);
    const { config } = this.options.cohort;
    const { arms } = config;
    const { batchSize } = this;
    return {
      step,
      seed: seedNumbers(config)[seed] as number,
      samples: this.drawn,
      batchSize,
      arms: arms.flatMap((own, arm) => (batchSizeOf(config, own) === batchSize ? this.traceOf(arm, seed, read) : [])),
    };
  }

  /** None where the learner has diverged. */
  private traceOf(
    arm: number,
    seed: number,
    [before, after, temperatures]: [Float32Array, Float32Array, ArrayLike<number>],
  ): ArmTrace[] {
    const { config, learners } = this.options.cohort;
    const learner = arm * config.seeds + seed;
    const length = before.length / learners;
    const own = (of: Float32Array) => this.ownRows(of.subarray(learner * length, (learner + 1) * length));
    if (![...own(before), ...own(after)].every(Number.isFinite)) return [];
    const size = length / (2 * largestBatch(config));
    const unit = normalizeRows(own(before), size);
    const plane = planeOf(unit, size, this.axes.get(learner) ?? null);
    if (plane.axes) this.axes.set(learner, plane.axes);
    return [
      traceArm({
        arm,
        settings: config.arms[arm]!,
        temperature: temperatures[learner] as number,
        before: unit,
        after: normalizeRows(own(after), size),
        size,
        samples: this.drawn,
        plane,
        hasQueue: config.queue.size > 0,
      }),
    ];
  }
}
