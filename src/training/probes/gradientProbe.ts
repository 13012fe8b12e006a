import * as tf from "@tensorflow/tfjs";
import { largestBatch } from "../../config/batchSizes";
import { readAndDispose } from "../../engine/readAndDispose";
import { Replayable } from "../../engine/replayable";
import { StepBlock } from "../../engine/stepBlock";
import { VARIANCE_PERCENTS } from "../../metrics/distributions/layerVariance";
import { SNR_BINS, SNR_EDGES } from "../../metrics/distributions/parameterSnr";
import { createMoments, type Moments } from "../../ops/moments";
import { CommonWeights } from "../../ops/parameters/commonWeights";
import { isOfEncoder, ofEncoder } from "../../ops/parameters/parameters";
import type { LayerStatistics, SignalHistogram } from "../../record/events";
import type { Cohort } from "../cohort";
import { type Place, wholeView } from "../stateDict/places";
import { StepSink } from "../stepSink";
import { probeDraw, type ViewSource } from "../viewSource";
import { type ProbeMetrics, ProbeStatistics } from "./probeStatistics";

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
 * alone. The numbers of the losses themselves are no part of it. Leaves the learners unchanged. On WebGPU no gradient is read back.
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
    this.sink = new StepSink({ learners, views: 2 * largestBatch(config) }, 1);
    this.work = new Replayable(() => this.includeOne(), config.captured);
  }

  /** Compiles the programs of a micro-batch; resolves when they are there. */
  compileAhead(): Promise<void> {
    return this.work.compileAhead();
  }

  /** Measures at the current weights, with the micro-batches that belong to a step. */
  async measure(step: number): Promise<GradientProbeResult> {
    this.common?.weights.copyFirstArm();
    this.block.set({ temperatures: this.cohort.temperaturesAt(step) });
    for (let r = 0; r < this.microBatches; r++) {
      this.block.set({ step: probeDraw(step, r), count: r + 1 });
      this.work.run();
    }
    const histogram = this.moments.histogram({ edges: SNR_EDGES, microBatches: this.microBatches });
    const [own, common, counts, quantiles] = await Promise.all([
      this.read(this.moments.sums()),
      this.common && this.read(this.common.moments.sums()),
      this.read(histogram),
      this.moments.deviationQuantiles(VARIANCE_PERCENTS),
    ]);
    const { parameters } = this.cohort;
    const names = parameters.specs.filter(isOfEncoder).map(({ name }) => name);
    return {
      metrics: this.statistics.metrics(own, common),
      layers: { step, names, ...this.statistics.layers(own, ofEncoder(quantiles, parameters)) },
      signal: { step, from: SNR_BINS.from, width: SNR_BINS.width, counts: this.perLearner(counts) },
    };
  }

  /** Where it keeps what goes from probe to probe. */
  get places(): Place[] {
    const { statistics, cohort } = this;
    return [
      {
        prefix: "carried.",
        learners: { from: 0, count: cohort.learners },
        views: [wholeView("noise_scale_averages", [2])],
        dtype: "F64",
        read: () => statistics.averages,
        write: (values) => {
          statistics.averages = values as Float64Array;
        },
      },
    ];
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
      const { views, samples } = this.source.draw(block, "probe", cohort.asksForSamples);
      const reading = cohort.carried.read(views, samples);
      this.moments.include(cohort.differentiate(views, block, sink, undefined, reading), block);
      if (!common) return;
      const { tensors } = common.weights.parameters;
      common.moments.include(
        cohort.differentiate(views, block, sink, tensors, cohort.carried.asFirstArm(reading)),
        block,
      );
    });
  }

  /** Reads a tensor [P, ...], all but what is of the losses' own numbers, and disposes it. */
  private async read(tensor: tf.Tensor): Promise<ArrayLike<number>> {
    return ofEncoder(await readAndDispose(tensor), this.cohort.parameters);
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
