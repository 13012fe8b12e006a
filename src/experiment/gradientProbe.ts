import * as tf from "@tensorflow/tfjs";
import { VARIANCE_PERCENTS } from "../diagnostics/layerVariance";
import { SNR_BINS, SNR_EDGES } from "../diagnostics/parameterSnr";
import { CommonWeights } from "../engine/commonWeights";
import { createMoments, type Moments } from "../engine/moments";
import { Replayable } from "../engine/replayable";
import { StepBlock } from "../engine/stepBlock";
import type { Cohort } from "./cohort";
import type { LayerStatistics, SignalHistogram } from "./events";
import { type ProbeMetrics, ProbeStatistics } from "./probeStatistics";
import { StepSink } from "./stepSink";
import { probeDraw, type ViewSource } from "./viewSource";

/** What the probe measures at a step. */
export interface GradientProbeResult {
  /** One value per learner each; NaN where a ratio has no meaning (no gradient at all). */
  metrics: ProbeMetrics;
  layers: LayerStatistics;
  signal: SignalHistogram;
}

/**
 * Exact gradient variance at fixed weights: R fresh micro-batches of the run's own size, each learner's gradient of
 * each, and Welford's update, which does not cancel where the variance is small beside the mean. On the same
 * micro-batches every objective is also differentiated at the first arm's weights, where what differs is the objective
 * alone. Leaves the learners unchanged; no gradient is read back.
 */
export class GradientProbe {
  private readonly cohort: Cohort;
  private readonly source: ViewSource;
  private readonly microBatches: number;
  private readonly moments: Moments;
  /** The first arm's weights and the gradients there; null with one arm, or where the config does without. */
  private readonly common: { weights: CommonWeights; moments: Moments } | null;
  private readonly statistics: ProbeStatistics;
  private readonly block: StepBlock;
  /** The probe's own: its metrics are nobody's. */
  private readonly sink: StepSink;
  private readonly work: Replayable;

  constructor(cohort: Cohort, source: ViewSource) {
    const { config, learners, parameters } = cohort;
    const { gradientProbe } = config;
    this.cohort = cohort;
    this.source = source;
    this.microBatches = gradientProbe.microBatches;
    this.moments = createMoments(parameters);
    this.common = gradientProbe.common && config.arms.length > 1 ? commonOf(cohort) : null;
    this.statistics = new ProbeStatistics(config);
    this.block = new StepBlock(learners);
    this.sink = new StepSink({ learners, views: 2 * config.batchSize }, 1);
    this.work = new Replayable(() => this.includeOne(), config.captured);
  }

  /** Measures at the current weights, with the micro-batches that belong to a step. */
  async measure(step: number): Promise<GradientProbeResult> {
    this.common?.weights.take();
    this.block.set({ temperatures: this.cohort.temperaturesAt(step) });
    for (let r = 0; r < this.microBatches; r++) {
      this.block.set({ step: probeDraw(step, r), count: r + 1 });
      this.work.run();
    }
    const histogram = this.moments.histogram({ edges: SNR_EDGES, microBatches: this.microBatches });
    const [own, common, counts, quantiles] = await Promise.all([
      taken(this.moments.sums()),
      this.common && taken(this.common.moments.sums()),
      taken(histogram),
      this.moments.deviationQuantiles(VARIANCE_PERCENTS),
    ]);
    const names = this.cohort.parameters.specs.map(({ name }) => name);
    return {
      metrics: this.statistics.metrics(own, common && this.ofEncoder(common)),
      layers: { step, names, ...this.statistics.layers(own, quantiles) },
      signal: { step, from: SNR_BINS.from, width: SNR_BINS.width, counts: this.perLearner(counts) },
    };
  }

  dispose(): void {
    this.work.dispose();
    this.moments.dispose();
    this.common?.moments.dispose();
    this.common?.weights.dispose();
    this.sink.dispose();
    this.block.dispose();
  }

  private includeOne(): void {
    tf.tidy(() => {
      const { cohort, block, sink, common } = this;
      const views = this.source.draw(block, "probe");
      const samples = cohort.asksForSamples ? this.source.samples(block, "probe") : null;
      this.moments.include(cohort.differentiate(views, block, sink, undefined, samples), block);
      if (!common) return;
      const { tensors } = common.weights.parameters;
      common.moments.include(cohort.differentiate(views, block, sink, tensors, samples), block);
    });
  }

  /** Sums [P, L, 4] without those of the losses' own numbers, which mean something else in every arm. */
  private ofEncoder(sums: ArrayLike<number>): ArrayLike<number> {
    const { specs } = this.cohort.parameters;
    const kept = specs.filter(({ isOfLoss }) => !isOfLoss).length;
    return Array.from(sums).slice(0, (kept * sums.length) / specs.length);
  }

  /** Counts [P, L, bins] of all parameter tensors together. */
  private perLearner(counts: ArrayLike<number>): Uint32Array[] {
    const { learners } = this.cohort;
    const totals = Array.from({ length: learners }, () => new Uint32Array(SNR_BINS.count));
    for (let i = 0; i < counts.length; i++) {
      const own = totals[Math.floor(i / SNR_BINS.count) % learners] as Uint32Array;
      own[i % SNR_BINS.count]! += counts[i] as number;
    }
    return totals;
  }
}

function commonOf({ parameters }: Cohort): { weights: CommonWeights; moments: Moments } {
  const weights = new CommonWeights(parameters);
  return { weights, moments: createMoments(weights.parameters) };
}

/** Reads a tensor and disposes it. */
async function taken(tensor: tf.Tensor): Promise<ArrayLike<number>> {
  const values = await tensor.data();
  tensor.dispose();
  return values;
}
