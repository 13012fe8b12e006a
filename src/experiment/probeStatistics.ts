import { cosine } from "../diagnostics/commonGradient";
import { type GradientSums, gradientStatistics } from "../diagnostics/gradientVariance";
import { NoiseScale, noiseEstimates } from "../diagnostics/noiseScale";
import type { ExperimentConfig } from "./config";
import type { LayerStatistics } from "./events";

const OWN = ["gradientNorm", "gradientVariance", "gradientSnr", "gradientNoise", "noiseScale"] as const;
const COMMON = ["gradientCosine", "commonGradientNoise"] as const;

/** Each [L]; those at common weights only where they are measured. */
export type ProbeMetrics = Record<(typeof OWN)[number], Float32Array> &
  Partial<Record<(typeof COMMON)[number], Float32Array>>;

/** Numbers that the moments give of each parameter tensor and learner. */
const SUMS = 4;

/** Turns the sums of a probe, [P, L, 4] as engine/moments.ts lays them out, into what is shown; all in float64. */
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

  /** Variance and noise share of each parameter tensor. */
  layers(own: ArrayLike<number>): Pick<LayerStatistics, "gradientVariance" | "gradientNoise"> {
    const parameters = own.length / (SUMS * this.learners);
    const gradientVariance: Float32Array[] = [];
    const gradientNoise: Float32Array[] = [];
    for (let learner = 0; learner < this.learners; learner++) {
      const each = Array.from({ length: parameters }, (_, p) => gradientStatistics(this.sums(own, learner, [p])));
      gradientVariance.push(Float32Array.from(each, (statistics) => statistics.gradientVariance));
      gradientNoise.push(Float32Array.from(each, (statistics) => statistics.gradientNoise));
    }
    return { gradientVariance, gradientNoise };
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

  private perLearner<K extends string>(keys: readonly K[], of: (learner: number) => Record<K, number>) {
    const each = Array.from({ length: this.learners }, (_, learner) => of(learner));
    const columns = keys.map((key) => [key, Float32Array.from(each, (values) => values[key])]);
    return Object.fromEntries(columns) as Record<K, Float32Array>;
  }
}
