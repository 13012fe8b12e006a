import { saidOfErrors } from "../../config/configError";
import { parseConfig } from "../../config/parse";
import type { ExperimentConfig, ExperimentInput } from "../../config/schema";
import { seedNumbers } from "../../config/seeds";
import { startJavaScriptClock } from "../../engine/wasm/lane";
import { PlaygroundError } from "../../i18n/errors";
import type { ObjectiveId } from "../../objectives";
import { encoderOfLayers } from "../../ops/encoder";
import { Cohort } from "../cohort";
import { Resources } from "../resources";
import { TrainingStep } from "../trainingStep";
import { ViewSource } from "../viewSource";
import { noiseOf, type StepId, standardStep } from "./standardSteps";

/** Times a standard training step on the current backend, for the page's console and for `npm run bench`. */

/** Steps done before the clock starts: shaders are compiled and buffers allocated in the first, and the next is recorded. */
const WARM_UP = 3;
const STEPS = 20;

/** An arm as in a config. */
export type ArmInput = NonNullable<ExperimentInput["arms"]>[number];

export interface BenchmarkOptions {
  /** Which of the standard steps (standardSteps.ts). */
  encoder: StepId;
  /** By their objective alone, or with overrides. */
  arms?: readonly (ObjectiveId | ArmInput)[];
  seeds?: number;
  batchSize?: number;
  steps?: number;
  /** Whether steps are recorded and replayed; true when left out. */
  captured?: boolean;
  /** Keys of a queue of negatives; 0, none, when left out. */
  queue?: number;
}

export interface BenchmarkResult {
  /** Wall time of one step of all learners, augmentation and metrics included. */
  msPerStep: number;
  /** JavaScript that queues a step. */
  jsMsPerStep: number;
  /** WebGPU programs per step; null on other backends. */
  dispatchesPerStep: number | null;
  learners: number;
  /** Objectives that were worked out beside the fused programs, or by the reference. */
  composed: string[];
}

/**
 * Times a standard training step once.
 * @throws Error naming what the options have wrong
 */
export async function runBenchmark(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const run = await openBenchmark(options);
  try {
    return await run.time(options.steps ?? STEPS);
  } finally {
    run.dispose();
  }
}

/**
 * Learners that are warmed up, to be timed again and again.
 * @throws Error naming what the options have wrong
 */
export async function openBenchmark(options: Omit<BenchmarkOptions, "steps">): Promise<BenchmarkRun> {
  const run = new BenchmarkRun(options);
  try {
    await run.time(WARM_UP);
    return run;
  } catch (error) {
    run.dispose();
    throw error;
  }
}

class BenchmarkRun {
  private readonly resources = new Resources();
  private readonly training: TrainingStep;
  private readonly cohort: Cohort;
  private step = 0;

  constructor(options: BenchmarkOptions) {
    const { shape, layers, config: own } = standardStep(options.encoder);
    const config = configOf(own, options);
    try {
      const source = this.resources.own(new ViewSource(noiseOf(shape), config));
      const encoder = encoderOfLayers(layers, shape);
      this.cohort = this.resources.own(new Cohort(encoder, config, seedNumbers(config), source));
      this.training = this.resources.own(new TrainingStep(this.cohort, source));
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** Runs `count` steps, waiting only for the last one's metrics. */
  async time(count: number): Promise<BenchmarkResult> {
    const started = performance.now();
    let jsMs = 0;
    for (const end = this.step + count; this.step < end; this.step++) {
      const elapsed = startJavaScriptClock();
      this.training.update(this.step);
      jsMs += elapsed();
    }
    await this.training.sink.metrics.drain();
    return {
      msPerStep: (performance.now() - started) / count,
      jsMsPerStep: jsMs / count,
      dispatchesPerStep: this.training.dispatches,
      learners: this.cohort.learners,
      composed: this.cohort.composedObjectives,
    };
  }

  dispose(): void {
    this.resources.dispose();
  }
}

export type { BenchmarkRun };

/** @throws Error naming what the options have wrong */
function configOf(
  standard: ReturnType<typeof standardStep>["config"],
  { arms = ["infoNce", "flatNce"], seeds = 1, batchSize, captured = true, queue = 0 }: BenchmarkOptions,
): ExperimentConfig {
  const result = parseConfig({
    ...standard,
    arms: arms.map((arm) => (typeof arm === "string" ? { objective: arm } : arm)),
    seeds,
    batchSize: batchSize ?? standard.batchSize,
    queue: { size: queue },
    captured,
  });
  if (!result.ok) throw new PlaygroundError(saidOfErrors(result.errors));
  return result.config;
}
