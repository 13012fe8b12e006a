import { VARIANCE_QUANTILES } from "../metrics/distributions/layerVariance";
import type { LayerStatistics } from "./events";
import { LayerSeries } from "./layers";

/** What was measured of layers as lists of numbers, as it is kept: the steps, and of each measure one list, [row, learner, layer]. */
export interface FlatLayers {
  steps: Int32Array;
  /** In the order of `LAYER_MEASURES`. */
  measures: Float32Array[];
}

type Measure = (row: LayerStatistics) => Float32Array[];

const MEASURES: readonly [name: string, of: Measure][] = [
  ["gradientVariance", (row) => row.gradientVariance],
  ["gradientNoise", (row) => row.gradientNoise],
  ...VARIANCE_QUANTILES.map((quantile): [string, Measure] => [
    `varianceQuantiles.${quantile}`,
    (row) => row.varianceQuantiles[quantile],
  ]),
];

/** The names of the measures. */
export const LAYER_MEASURES: readonly string[] = MEASURES.map(([name]) => name);

export function flatLayers({ all }: LayerSeries): FlatLayers {
  return {
    steps: Int32Array.from(all, ({ step }) => step),
    measures: MEASURES.map(([, of]) => joined(all.flatMap(of))),
  };
}

/** @param names of the layers; each measure has as many values for each step and learner */
export function layersOfFlat({ steps, measures }: FlatLayers, names: string[], learners: number): LayerSeries {
  const series = new LayerSeries();
  for (const [row, step] of steps.entries()) {
    const rowOf = (flat: Float32Array) =>
      Array.from({ length: learners }, (_, learner) => {
        const from = (row * learners + learner) * names.length;
        return flat.slice(from, from + names.length);
      });
    const [gradientVariance, gradientNoise, p10, p50, p90] = measures.map(rowOf) as [
      Float32Array[],
      Float32Array[],
      Float32Array[],
      Float32Array[],
      Float32Array[],
    ];
    series.append({ step, names, gradientVariance, gradientNoise, varianceQuantiles: { p10, p50, p90 } });
  }
  return series;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
