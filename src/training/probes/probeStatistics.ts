import type { ExperimentConfig } from "../../config/schema";
import { cosine } from "../../metrics/commonGradient";
import { type GradientSums, gradientStatistics } from "../../metrics/gradientVariance";
import { NoiseScale, noiseEstimates } from "../../metrics/noiseScale";
import type { LayerStatistics } from "../../record/events";

const OWN = ["gradientNorm", "gradientVariance", "gradientSnr", "gradientNoise", "noiseScale"] as const;
const COMMON = ["gradientCosine", "commonGradientNoise"] as const;

/** Each [L]; those at common weights only where they are measured. */
export type ProbeMetrics = Record<(typeof OWN)[number], Float32Array> &
  Partial<Record<(typeof COMMON)[number], Float32Array>>;

/** Numbers that the moments give of each parameter tensor and learner. */
const SUMS = 4;
/** Quantiles of each. */
const QUANTILES = 3;

/** Turns the sums of a probe, [P, L, 4] as ops/moments/index.ts lays them out, into what is shown; all in float64. */
export class ProbeStatistics {
  private readonly learners: number;
  private readonly seeds: number;
  private readonly microBatches: number;
  private readonly batchSize: number;
  /** They carry averages from probe to probe. */
  private readonly noiseScales: NoiseScale[];

  constructor({ arms, seeds, batchSize, gradientProbe }: ExperimentConfig) {
    this.learners = arms.length * seeds;
    this.seeds = seeds;
    this.microBatches = gradientProbe.microBatches;
    this.batchSize = batchSize;
    this.noiseScales = Array.from({ length: this.learners }, () => new NoiseScale());
  }

  /** What goes from probe to probe, [L, 2]: the averages of each learner's noise scale. */
  get averages(): Float64Array {
    return Float64Array.from(this.noiseScales.flatMap(({ averages }) => averages));
  }

  set averages(values: Float64Array) {
    for (const [learner, scale] of this.noiseScales.entries())
      scale.averages = [values[2 * learner] as number, values[2 * learner + 1] as number];
  }

  /**
   * The metrics of the next probe.
   * @param common the sums at the first arm's weights
   */
  metrics(own: ArrayLike<number>, common: ArrayLike<number> | null): ProbeMetrics {
    const values = this.perLearner(OWN, (learner) => this.ownMetrics(own, learner));
    return common
      ? { ...values, ...this.perLearner(COMMON, (learner) => this.commonMetrics(common, learner)) }
      : values;
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

  private ownMetrics(own: ArrayLike<number>, learner: number): Record<(typeof OWN)[number], number> {
    const sums = this.sums(own, learner);
    const scale = this.noiseScales[learner] as NoiseScale;
    return { ...gradientStatistics(sums), noiseScale: scale.include(noiseEstimates(sums, this.batchSize)) };
  }

  /** The first arm has no cosine: it would be with itself. */
  private commonMetrics(common: ArrayLike<number>, learner: number): Record<(typeof COMMON)[number], number> {
    const sums = this.sums(common, learner);
    const first = this.sums(common, learner % this.seeds);
    const product = this.total(common, learner, 2);
    const norms: [number, number] = [sums.squaredMeanNorm, first.squaredMeanNorm];
    return {
      gradientCosine: learner < this.seeds ? Number.NaN : cosine(product, norms),
      commonGradientNoise: gradientStatistics(sums).gradientNoise,
    };
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

  private perLearner<K extends string>(keys: readonly K[], of: (learner: number) => Record<K, number>) {
    const each = Array.from({ length: this.learners }, (_, learner) => of(learner));
    const columns = keys.map((key) => [key, Float32Array.from(each, (values) => values[key])]);
    return Object.fromEntries(columns) as Record<K, Float32Array>;
  }
}
