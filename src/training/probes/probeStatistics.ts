import { batchSizes } from "../../config/batchSizes";
import type { ExperimentConfig } from "../../config/schema";
import { type MetricIdFrom, metricsFrom } from "../../metrics";
import { gradientStatistics } from "../../metrics/math/gradientStatistics";
import type { CommonGradientSums, GradientSums } from "../../metrics/types";
import type { LayerStatistics } from "../../record/events";
import { Reduction } from "./reduction";

/** Each [L]; those at common weights only where they are measured. */
export type ProbeMetrics = Record<MetricIdFrom<"gradients">, Float32Array> &
  Partial<Record<MetricIdFrom<"commonGradients">, Float32Array>>;

/** Numbers that the moments give of each parameter tensor and learner. */
const SUMS = 4;
/** Quantiles of each. */
const QUANTILES = 3;

/** Turns the sums of a probe, [P, L, 4] as ops/moments/index.ts lays them out, into what is shown; all in float64. */
export class ProbeStatistics {
  private readonly learners: number;
  private readonly seeds: number;
  private readonly microBatches: number;
  /** B of each arm. */
  private readonly batches: number[];
  private readonly own: Reduction<GradientSums>;
  private readonly common: Reduction<CommonGradientSums>;

  constructor(config: ExperimentConfig) {
    const { arms, seeds, gradientProbe } = config;
    this.learners = arms.length * seeds;
    this.seeds = seeds;
    this.microBatches = gradientProbe.microBatches;
    this.batches = batchSizes(config);
    const ofLearner = (learner: number) => ({ batchSize: this.batchOf(learner) });
    this.own = new Reduction(metricsFrom("gradients"), this.learners, ofLearner);
    this.common = new Reduction(metricsFrom("commonGradients"), this.learners, ofLearner);
  }

  /** What goes from probe to probe, [L, 2]: the averages of each learner's noise scale. */
  get averages(): Float64Array {
    return this.own.carried;
  }

  set averages(values: Float64Array) {
    this.own.carried = values;
  }

  /**
   * The metrics of the next probe.
   * @param others the sums at the first arm's weights of the other arms' learners, [P, L - S, 4]
   */
  metrics(own: ArrayLike<number>, others: ArrayLike<number> | null): ProbeMetrics {
    const common = others && this.withFirstArm(own, others);
    const ofOwn = this.own.columns((learner) => this.sums(own, learner));
    const ofCommon = common && this.common.columns((learner) => this.commonSums(common, learner));
    return { ...ofOwn, ...ofCommon } as ProbeMetrics;
  }

  /**
   * What is known of each parameter tensor.
   * @param quantiles of sum_r (g_r - m)^2, [P, L, 3]
   */
  layers(own: ArrayLike<number>, quantiles: ArrayLike<number>): Omit<LayerStatistics, "step" | "names"> {
    const statistics = (learner: number, p: number) => gradientStatistics(this.sums(own, learner, [p]));
    const variance = (learner: number, p: number, q: number) =>
      (quantiles[(p * this.learners + learner) * QUANTILES + q] as number) / (this.microBatches - 1);
    return {
      gradientVariance: this.perLayer(own, (learner, p) => statistics(learner, p).gradientVariance),
      gradientNoise: this.perLayer(own, (learner, p) => statistics(learner, p).gradientNoise),
      varianceQuantiles: {
        p10: this.perLayer(own, (learner, p) => variance(learner, p, 0)),
        p50: this.perLayer(own, (learner, p) => variance(learner, p, 1)),
        p90: this.perLayer(own, (learner, p) => variance(learner, p, 2)),
      },
    };
  }

  /** The sums at the first arm's weights of all learners, [P, L, 4]: the first arm's are those at its own. */
  private withFirstArm(own: ArrayLike<number>, others: ArrayLike<number>): number[] {
    const [stride, first] = [SUMS * this.learners, SUMS * this.seeds];
    return Array.from(own, (value, i) => {
      const [p, place] = [Math.floor(i / stride), i % stride];
      return place < first ? value : (others[p * (stride - first) + place - first] as number);
    });
  }

  private commonSums(common: ArrayLike<number>, learner: number): CommonGradientSums {
    return {
      ...this.sums(common, learner),
      product: this.total(common, learner, 2),
      first: this.sums(common, learner % this.seeds),
      isOtherArm: learner >= this.seeds && this.batchOf(learner) === this.batchOf(0),
    };
  }

  private batchOf(learner: number): number {
    return this.batches[Math.floor(learner / this.seeds)] as number;
  }

  /** @param parameters all of them unless given */
  private sums(values: ArrayLike<number>, learner: number, parameters?: number[]): GradientSums {
    return {
      sumSquaredDeviations: this.total(values, learner, 0, parameters),
      squaredMeanNorm: this.total(values, learner, 1, parameters),
      microBatches: this.microBatches,
    };
  }

  private total(values: ArrayLike<number>, learner: number, column: number, parameters?: number[]): number {
    const stride = SUMS * this.learners;
    const chosen = parameters ?? Array.from({ length: values.length / stride }, (_, p) => p);
    return chosen.reduce((sum, p) => sum + (values[p * stride + SUMS * learner + column] as number), 0);
  }

  /** [learner][parameter tensor] */
  private perLayer(own: ArrayLike<number>, of: (learner: number, p: number) => number): Float32Array[] {
    const parameters = own.length / (SUMS * this.learners);
    return Array.from({ length: this.learners }, (_, learner) =>
      Float32Array.from({ length: parameters }, (_, p) => of(learner, p)),
    );
  }
}
