import { gradientMetric } from "./define";
import { gradientEstimates } from "./math/gradientStatistics";
import type { GradientSums } from "./types";

/** Weight of the past in the moving averages over the probes. */
const DECAY = 0.9;

/** Estimates of one probe, from micro-batches of B samples. */
interface NoiseEstimates {
  /** S = tr Sigma: the variance of the gradient of a single sample, were a batch's gradient the mean of its samples'. */
  noise: number;
  /** |G|^2, the squared length of the true gradient; sampling can turn it negative. */
  signal: number;
}

/**
 * S and |G|^2 as in McCandlish et al., equation A.3, with the micro-batches as the small batches and their mean as the
 * large one of R B samples. A contrastive gradient depends on B through its negatives, so B stays the same throughout:
 * the mean is taken over independent micro-batches, not over one batch of R B samples.
 *
 * @param batchSize B
 * @throws RangeError below two micro-batches
 */
export function noiseEstimates(sums: GradientSums, batchSize: number): NoiseEstimates {
  const { variance, squaredNorm } = gradientEstimates(sums);
  return { noise: batchSize * variance, signal: squaredNorm };
}

/**
 * The noise scale of one learner over its probes: the ratio of the moving averages of S and |G|^2, since the ratio of
 * two noisy estimates would be biased, and could have any sign.
 */
export class NoiseScale {
  private noise = 0;
  private signal = 0;

  /** Both averages, from which another one goes on as this one does. */
  get averages(): readonly [noise: number, signal: number] {
    return [this.noise, this.signal];
  }

  set averages([noise, signal]: readonly [noise: number, signal: number]) {
    this.noise = noise;
    this.signal = signal;
  }

  /** @returns B_simple = S / |G|^2 in samples; NaN while the average of |G|^2 is not positive, and for a probe without numbers */
  include({ noise, signal }: NoiseEstimates): number {
    if (!Number.isFinite(noise) || !Number.isFinite(signal)) return Number.NaN;
    // Both averages start from 0 alike, so their ratio needs no correction for it.
    this.noise = DECAY * this.noise + (1 - DECAY) * noise;
    this.signal = DECAY * this.signal + (1 - DECAY) * signal;
    return this.signal > 0 ? this.noise / this.signal : Number.NaN;
  }
}

export const noiseScale = gradientMetric({
  id: "noiseScale",
  label: "Gradient noise scale",
  short: "Noise scale",
  formula: String.raw`B_{\mathrm{simple}} = \frac{S}{|G|^2},\quad S = B \operatorname{tr} V,\quad |G|^2 = \lVert m \rVert^2 - \operatorname{tr} V / R`,
  guide:
    "Samples over which gradients of this batch size would have to be averaged until signal and noise are equal: above the batch size the noise rules.",
  source: "McCandlish et al., arXiv 1812.06162, appendix A.1; micro-batches of the run's own size",
  unit: "samples",
  domain: [0, null],
  positive: true,
  better: null,
  logarithmic: true,
  small: { group: "gradient", place: 30 },
  marks: [{ at: ({ batchSize }) => batchSize, text: "B = {value}", digits: null }],
  reducer: ({ batchSize }) => {
    const scale = new NoiseScale();
    return {
      reduce: (sums) => scale.include(noiseEstimates(sums, batchSize)),
      carried: {
        read: () => scale.averages,
        write: ([noise = 0, signal = 0]) => {
          scale.averages = [noise, signal];
        },
      },
    };
  },
});
