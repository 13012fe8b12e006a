import type { ExperimentConfig } from "../../../src/config/schema";
import { VARIANCE_QUANTILES } from "../../../src/metrics/distributions/layerVariance";
import { SNR_BINS } from "../../../src/metrics/distributions/parameterSnr";
import type { LayerStatistics, LogXiHistogram, SignalHistogram } from "../../../src/record/events";
import { normal } from "./draws";

const ANCHORS = 400;
const BINS = { from: -24, width: 0.5, count: 64 };

/** Anchors of the latest step: the first arm's are less far below 0. */
export function histogramOf({ arms }: ExperimentConfig, step: number): LogXiHistogram {
  const counts = arms.map((_, arm) =>
    countsOf(BINS, (i) => -4.5 * (arm + 1) ** 0.5 + 2.4 * normal("histogram", arm, step, i)),
  );
  return { step, from: BINS.from, width: BINS.width, counts };
}

/** Parameters of every learner by their signal-to-noise ratio. */
export function signalOf({ arms, seeds }: ExperimentConfig, step: number): SignalHistogram {
  const counts = arms.flatMap((_, arm) =>
    Array.from({ length: seeds }, (_, seed) =>
      countsOf(SNR_BINS, (i) => -0.45 + 0.3 * arm + 0.45 * normal("probe", 16 * arm + seed, step, i)),
    ),
  );
  return { step, from: SNR_BINS.from, width: SNR_BINS.width, counts };
}

function countsOf(bins: { from: number; width: number; count: number }, draw: (i: number) => number): Uint32Array {
  const counts = new Uint32Array(bins.count);
  for (let i = 0; i < ANCHORS; i++) {
    const bin = Math.floor((draw(i) - bins.from) / bins.width);
    const place = Math.min(bins.count - 1, Math.max(0, bin));
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}

const LAYERS = ["conv1", "conv2", "conv3", "projection1", "projection2"].flatMap((name) => [
  `${name}/weights`,
  `${name}/bias`,
]);

/** What the gradient probe says of every layer. */
export function layersOf({ arms, seeds }: ExperimentConfig, step: number): LayerStatistics {
  const perLearner = (value: (arm: number, noise: number, layer: number) => number) =>
    Array.from({ length: arms.length * seeds }, (_, learner) =>
      Float32Array.from(LAYERS, (_, layer) =>
        value(Math.floor(learner / seeds), normal("layers", learner, step, layer), layer),
      ),
    );
  const quantile = (index: number) =>
    perLearner((arm, noise, layer) => 10 ** (-6 + index + 0.2 * layer - 0.3 * arm + 0.1 * noise));
  return {
    step,
    names: LAYERS,
    gradientVariance: perLearner((arm, noise, layer) => 10 ** (-2 + 0.15 * layer - 0.3 * arm + 0.1 * noise)),
    gradientNoise: perLearner((arm, noise, layer) => 0.9 - 0.2 * arm - 0.03 * layer + 0.02 * noise),
    varianceQuantiles: Object.fromEntries(
      VARIANCE_QUANTILES.map((name, index) => [name, quantile(index)]),
    ) as LayerStatistics["varianceQuantiles"],
  };
}
