import type { DatasetFiles } from "../data/types";
import type { MetricId } from "../diagnostics/types";
import type { ExperimentConfig } from "../experiment/config";
import type { Environment } from "../experiment/record";
import type { ObjectiveId } from "../objectives/types";

/**
 * The messages between the page and the training worker. Everything is structured-cloneable; typed arrays are
 * transferred. The page calls `TrainingService` through Comlink and hears `TrainingEvent`s through one listener.
 */

/** Values measured at some steps for all learners: `values[metric][row * learners + learner]`, NaN where stopped. */
export interface MetricRows {
  steps: Int32Array;
  values: Partial<Record<MetricId, Float32Array>>;
}

/** A few pictures of one class, as bytes [count, height, width, channels]; for points, the points. */
export interface DatasetSummary {
  id: string;
  title: string;
  shape: number[];
  classNames: string[];
  trainCount: number;
  testCount: number;
  labelled: boolean;
  /** Up to 64 training samples, classes in turn. */
  samples: { values: Uint8Array | Float32Array; labels: Uint8Array | null; count: number };
}

/** What the views show: held-out samples, computed off the training path at the current weights. */
export interface ViewsSnapshot {
  step: number;
  /** One per arm, for the first seed that still runs. */
  arms: {
    arm: number;
    seed: number;
    /** Positions in the plane, [count, 2]: the unit circle itself when z is 2-D, else the first two principal components. */
    embedding: Float32Array;
    /** True when `embedding` is the circle itself. */
    circle: boolean;
    /** Share of variance of the two components shown (1 for the circle). */
    explained: number;
    /** Cosine similarities of the views of a small batch, [count, count]: all first views, then all second views. */
    similarity: Float32Array;
    similarityCount: number;
  }[];
  /** Class of each embedded sample; null without labels. */
  labels: Uint8Array | null;
  /** Augmented views of a few training samples, as the learners saw them: [pairs, 2, ...shape]; images in 0..1. */
  pairs: { values: Float32Array; count: number; shape: number[] };
}

/** Histogram of log xi over the anchors of the latest step, per arm (all seeds together). */
export interface LogXiHistogram {
  step: number;
  /** Left edge of the first bin, and width of a bin. */
  from: number;
  width: number;
  counts: Uint32Array[];
}

/** Time per step since the last report. */
export interface StepTiming {
  stepsPerSecond: number;
  /** JavaScript that queues one step. */
  jsMs: number;
  /** Wall time of one step. */
  totalMs: number;
}

export type TrainingEvent =
  | { type: "ready"; runId: number; environment: Environment; dataset: DatasetSummary; parameterCount: number }
  | { type: "rows"; runId: number; rows: MetricRows }
  | { type: "histogram"; runId: number; histogram: LogXiHistogram }
  | { type: "views"; runId: number; views: ViewsSnapshot }
  | { type: "timing"; runId: number; step: number; timing: StepTiming }
  | { type: "learnerStopped"; runId: number; arm: number; seed: number; step: number; reason: string }
  | { type: "state"; runId: number; state: "running" | "paused" | "finished" }
  /** The run cannot go on (backend lost, out of memory). Earlier measurements stay valid. */
  | { type: "failed"; runId: number; message: string };

export type TrainingListener = (event: TrainingEvent) => void;

export type StartResult = { ok: true; runId: number } | { ok: false; message: string };

export interface EvaluateInput {
  z1: number[][];
  z2: number[][];
  temperature: number;
}
export interface EvaluateOutput {
  value: number;
  gradZ1: number[][];
  gradZ2: number[][];
  xi: number[];
  vanishingFactor: number[];
  ess: number[];
}

export interface BenchmarkInput {
  encoder: "mlp" | "cnn";
  arms?: ObjectiveId[];
  seeds?: number;
  batchSize?: number;
  steps?: number;
  captured?: boolean;
}
export interface BenchmarkOutput {
  msPerStep: number;
  jsMsPerStep: number;
  /** null on backends that do not count dispatches. */
  dispatchesPerStep: number | null;
  learners: number;
}

export interface TrainingService {
  /** Chooses the backend for `choice` and says what it is. */
  environment(choice: ExperimentConfig["backend"]): Promise<Environment>;
  /**
   * Prepares a new run, paused at step 0. The run that is there stays untouched when this fails
   * (bad file, backend not present).
   */
  start(config: ExperimentConfig, files: DatasetFiles | null, listener: TrainingListener): Promise<StartResult>;
  resume(): Promise<void>;
  /** Resolves once no step is under way. */
  pause(): Promise<void>;
  /** Does n steps (fewer at the end of the run), then pauses. */
  step(n: number): Promise<void>;
  /** Ends the run and frees its memory. */
  stop(): Promise<void>;
  evaluateObjective(id: ObjectiveId, input: EvaluateInput): Promise<EvaluateOutput>;
  benchmark(input: BenchmarkInput): Promise<BenchmarkOutput>;
}
