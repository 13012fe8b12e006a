import * as tf from "@tensorflow/tfjs";
import { gradientStatistics } from "../diagnostics/gradientVariance";
import { createMoments, type Moments } from "../engine/moments";
import { Replayable } from "../engine/replayable";
import { StepBlock } from "../engine/stepBlock";
import type { Cohort } from "./cohort";
import { StepSink } from "./stepSink";
import { probeDraw, type ViewSource } from "./viewSource";

/** What the probe measures of each learner; NaN where a ratio has no meaning (no gradient at all). */
export interface GradientProbeResult {
  gradientNorm: Float32Array;
  gradientVariance: Float32Array;
  gradientSnr: Float32Array;
  gradientNoise: Float32Array;
}

/**
 * Exact gradient variance at fixed weights: R fresh micro-batches of the run's own size, each learner's gradient of
 * each, and Welford's update, which does not cancel where the variance is small beside the mean. Leaves the learners
 * unchanged; no gradient is read back.
 */
export class GradientProbe {
  private readonly cohort: Cohort;
  private readonly source: ViewSource;
  private readonly microBatches: number;
  private readonly moments: Moments;
  private readonly block: StepBlock;
  /** The probe's own: its metrics are nobody's. */
  private readonly sink: StepSink;
  private readonly work: Replayable;

  /** @param microBatches R >= 2 */
  constructor(cohort: Cohort, source: ViewSource, microBatches: number) {
    const { config, learners } = cohort;
    this.cohort = cohort;
    this.source = source;
    this.microBatches = microBatches;
    this.moments = createMoments(cohort.parameters);
    this.block = new StepBlock(learners);
    this.sink = new StepSink({ learners, views: 2 * config.batchSize }, 1);
    this.work = new Replayable(() => this.includeOne(), config.captured);
  }

  /** Measures at the current weights, with the micro-batches that belong to a step. */
  async measure(step: number): Promise<GradientProbeResult> {
    this.block.set({ temperatures: this.cohort.temperaturesAt(step) });
    for (let r = 0; r < this.microBatches; r++) {
      this.block.set({ step: probeDraw(step, r), count: r + 1 });
      this.work.run();
    }
    const totals = this.moments.totals();
    const values = await totals.data();
    totals.dispose();
    return tabulate(values, this.microBatches);
  }

  dispose(): void {
    this.work.dispose();
    this.moments.dispose();
    this.sink.dispose();
    this.block.dispose();
  }

  private includeOne(): void {
    tf.tidy(() => {
      const views = this.source.draw(this.block, "probe");
      const samples = this.cohort.asksForSamples ? this.source.samples(this.block, "probe") : null;
      this.moments.include(this.cohort.differentiate(views, this.block, this.sink, undefined, samples), this.block);
    });
  }
}

/** Statistics of each learner from its sums, rows of [L, 4]. */
function tabulate(values: ArrayLike<number>, microBatches: number): GradientProbeResult {
  const learners = values.length / 4;
  const result = {
    gradientNorm: new Float32Array(learners),
    gradientVariance: new Float32Array(learners),
    gradientSnr: new Float32Array(learners),
    gradientNoise: new Float32Array(learners),
  };
  for (let l = 0; l < learners; l++) {
    const statistics = gradientStatistics({
      sumSquaredDeviations: values[4 * l] as number,
      sumSquaredNorms: values[4 * l + 1] as number,
      squaredMeanNorm: values[4 * l + 2] as number,
      microBatches,
    });
    for (const key of Object.keys(result) as (keyof GradientProbeResult)[]) result[key][l] = statistics[key];
  }
  return result;
}
