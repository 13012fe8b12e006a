import type { DatasetSummary } from "../data/types";
import type { Said } from "../i18n/message";
import type { MetricId } from "../metrics";
import type { VARIANCE_QUANTILES } from "../metrics/distributions/layerVariance";
import type { RunChange } from "./changes";
import type { EarlyStop } from "./earlyStop";
import type { Environment } from "./environment";

/** What a trainer tells while it works. Everything is structured-cloneable, so that a worker can pass it on. */

/** Values measured at some steps for all learners: `values[metric][row * learners + learner]`, NaN where stopped. */
export interface MetricRows {
  steps: Int32Array;
  values: Partial<Record<MetricId, Float32Array>>;
}

/** Both views of a few samples, as the learners see them: [count, 2, ...shape]; images in 0..1. */
export interface ViewPairs {
  values: Float32Array;
  count: number;
  shape: number[];
}

/** A few training samples, and what an augmentation makes of them. */
export interface ViewsPreview {
  /** As they are in the data: bytes, or floats of points; [count, ...shape]. */
  samples: Uint8Array | Float32Array;
  /** Class of each sample; null without labels. */
  labels: Uint8Array | null;
  pairs: ViewPairs;
}

/** The batch in which single anchors are looked at: held-out samples in two views each, the same ones all through a run. */
export interface AnchorBatch {
  /** Both views of every sample. */
  pairs: ViewPairs;
  /** Place of each sample among those of the embedding. */
  samples: Int32Array;
}

/** The samples of the embedding, and two views of each: bytes of images, floats of points. */
export interface SamplePictures {
  /** As they are in the data, [count, ...shape]; the first of them, where not all fit. */
  values: Uint8Array | Float32Array;
  /** [count, 2, ...shape] */
  views: Uint8Array | Float32Array;
  count: number;
  /** Of one sample. */
  shape: number[];
}

/** What the views show: held-out samples, computed off the training path at the current weights. */
export interface ViewsSnapshot {
  step: number;
  /** One per arm, for the first seed that still runs. */
  arms: {
    arm: number;
    seed: number;
    /** z of every sample at unit length, [count, size]. */
    embedding: Float32Array;
    size: number;
    /** Places in the plane, [count, 2]: the unit circle itself when z is 2-D, else the plane of the two main directions. */
    plane: Float32Array;
    /** Share of variance of the two components shown (1 for the circle). */
    explained: number;
    /** Cosine similarities of the views of the anchors' batch, [count, count]: all first views, then all second views. */
    similarity: Float32Array;
    similarityCount: number;
    /** tau of the learner as it is now, whoever sets it. */
    temperature: number;
  }[];
  /** Class of each embedded sample; null without labels. */
  labels: Uint8Array | null;
  /** Of a few training samples. */
  pairs: ViewPairs;
}

/** What one update did to a few samples of its batch, in one learner of each arm: all that is drawn of it. */
export interface StepTrace {
  /** Updates made before it. */
  step: number;
  /** The number of the seed: which batch it was, the same for all arms. */
  seed: number;
  /** Samples that are drawn, n: the first ones of the batch. */
  samples: number;
  batchSize: number;
  /** One per arm whose learner of that seed still runs. */
  arms: ArmTrace[];
}

/** Of the views that are drawn, all first ones before all second ones, as the loss of the update saw them. */
export interface ArmTrace {
  arm: number;
  temperature: number;
  /** True where the plane is that of the embedding itself, else it is that of the batch's first two principal components. */
  circle: boolean;
  /** Share of the batch's variance in the plane (1 for the circle). */
  explained: number;
  /** Places in the plane before the update and after it, [2n, 2]. */
  before: Float32Array;
  after: Float32Array;
  /** Cosine similarities before the update, [2n, 2n]. */
  similarity: Float32Array;
  /** Of the first views as anchors, among the whole batch, [n]. */
  logXi: Float32Array;
  /** What the objective lets each of them count, [n]; null where that is not a function of log xi, or the negatives are a queue's. */
  weight: Float32Array | null;
  /** In the plane, pull and push on each of them at weight 1: minus the gradient of its FlatNCE loss, [n, 2]. */
  pull: Float32Array;
  push: Float32Array;
}

/** Histogram of log xi over the anchors of the latest step, per arm (all seeds together). */
export interface LogXiHistogram {
  step: number;
  /** Left edge of the first bin, and width of a bin. */
  from: number;
  width: number;
  counts: Uint32Array[];
}

/** Gradient variance of each parameter tensor at a step of the gradient probe. */
export interface LayerStatistics {
  step: number;
  /** Names of the encoder's parameter tensors. */
  names: string[];
  /** [learner][layer], unbiased; NaN where stopped. */
  gradientVariance: Float32Array[];
  /** Share of noise in a batch's squared gradient, [learner][layer]; NaN without any gradient. */
  gradientNoise: Float32Array[];
  /** Quantiles of the variance of the layer's single parameters, [learner][layer]. */
  varianceQuantiles: Record<(typeof VARIANCE_QUANTILES)[number], Float32Array[]>;
}

/** Histogram of |m| / sqrt(V) over the parameters at a step of the gradient probe, per learner. */
export interface SignalHistogram {
  step: number;
  /** log10 of the left edge of the first bin, and width of a bin in log10; the outermost bins are open. */
  from: number;
  width: number;
  /** [learner][bin]; 0 throughout where stopped. */
  counts: Uint32Array[];
}

/** Time per step since the last report. */
export interface StepTiming {
  stepsPerSecond: number;
  /** JavaScript that queues one step. */
  jsMs: number;
  /** What the GPU took for a step, by its own clock; null where it does not say. JavaScript goes on meanwhile. */
  gpuMs: number | null;
  /** Waiting for the backend. */
  waitMs: number;
  /** Wall time of one step. */
  totalMs: number;
}

export type TrainerEvent =
  | { type: "ready"; environment: Environment; dataset: DatasetSummary; parameterCount: number }
  | { type: "rows"; rows: MetricRows }
  | { type: "histogram"; histogram: LogXiHistogram }
  | { type: "layers"; layers: LayerStatistics }
  | { type: "signal"; signal: SignalHistogram }
  /** Before the first views. */
  | { type: "anchors"; anchors: AnchorBatch }
  | { type: "views"; views: ViewsSnapshot }
  /** Once, after the first views. */
  | { type: "samples"; samples: SamplePictures }
  /** Of an update that somebody watches. */
  | { type: "traced"; trace: StepTrace }
  | { type: "timing"; step: number; timing: StepTiming }
  /** After the last step: the share of the fine-tuning that is done, 0..1. */
  | { type: "fineTuning"; share: number }
  /** The updates from `step` on are made with another config. */
  | { type: "changed"; change: RunChange }
  /** One of its own rules has ended the run; a change may let it go on. */
  | { type: "stoppedEarly"; stop: EarlyStop }
  | { type: "learnerStopped"; arm: number; seed: number; step: number; reason: Said }
  | { type: "state"; state: "running" | "paused" | "finished" }
  /** Of a run that lost its device or its thread: what came after `step` updates comes again, from another one. */
  | { type: "rewound"; step: number }
  /** The run cannot go on (backend lost, out of memory). Earlier measurements stay valid. */
  | { type: "failed"; said: Said };
