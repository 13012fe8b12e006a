import * as tf from "@tensorflow/tfjs";
import { largestBatch } from "../../config/batchSizes";
import { readAndDispose } from "../../engine/readAndDispose";
import { Replayable } from "../../engine/replayable";
import { StepBlock } from "../../engine/stepBlock";
import { VARIANCE_PERCENTS } from "../../metrics/distributions/layerVariance";
import { SNR_BINS, SNR_EDGES } from "../../metrics/distributions/parameterSnr";
import { createMoments, type Moments } from "../../ops/moments";
import { isOfEncoder, ofEncoder } from "../../ops/parameters/parameters";
import type { LayerStatistics, SignalHistogram } from "../../record/events";
import type { Cohort } from "../cohort";
import { type Place, wholeView } from "../stateDict/places";
import type { StepSink } from "../stepSink";
import { probeDraw, type ViewSource } from "../viewSource";
import { CommonPass } from "./commonPass";
import { probeSink } from "./probeSink";
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
  /** At the first arm's weights; null with one arm, or where the config does without. */
  private readonly common: CommonPass | null;
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
    this.common = gradientProbe.common && config.arms.length > 1 ? new CommonPass(cohort) : null;
    this.statistics = new ProbeStatistics(config);
    this.block = new StepBlock(learners);
    this.sink = probeSink({ learners, views: 2 * largestBatch(config) });
    this.work = new Replayable(() => this.includeOne(), config.captured);
  }

  /** Dispatches of one micro-batch; null where it is not recorded. */
  get dispatches(): number | null {
    return this.work.dispatches;
  }

  /** Compiles the programs of a micro-batch; resolves when they are there. */
  compileAhead(): Promise<void> {
    return this.work.compileAhead();
  }

  /** Measures at the current weights, with the micro-batches that belong to a step. */
  async measure(step: number): Promise<GradientProbeResult> {
    this.block.set({ temperatures: this.cohort.temperaturesAt(step) });
    this.common?.begin(this.block);
    for (let r = 0; r < this.microBatches; r++) {
      this.block.set({ step: probeDraw(step, r), count: r + 1 });
      this.work.run();
    }
    const histogram = this.moments.histogram({ edges: SNR_EDGES, microBatches: this.microBatches });
    const [own, others, counts, quantiles] = await Promise.all([
      this.read(this.moments.sums()),
      this.common && readAndDispose(this.common.moments.sums(this.moments)),
      this.read(histogram),
      this.moments.deviationQuantiles(VARIANCE_PERCENTS),
    ]);
    const { parameters } = this.cohort;
    const names = parameters.specs.filter(isOfEncoder).map(({ name }) => name);
    return {
      metrics: this.statistics.metrics(own, others),
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
    this.common?.dispose();
    this.sink.dispose();
    this.block.dispose();
  }

  private includeOne(): void {
    tf.tidy(() => {
      const { cohort, block, sink, common } = this;
      const { views, samples } = this.source.draw(block, "probe", cohort.asksForSamples);
      const reading = cohort.carried.read(views, samples);
      this.moments.include(cohort.differentiate({ views, reading, block, sink }, undefined, common?.values), block);
      common?.include({ views, reading, block });
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
