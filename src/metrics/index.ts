import { alignment } from "./alignment";
import { anchorEss } from "./anchorEss";
import { collapseStd } from "./collapseStd";
import { commonGradientNoise } from "./commonGradientNoise";
import { contrastiveAccuracy } from "./contrastiveAccuracy";
import { effectiveRank } from "./effectiveRank";
import { ess } from "./ess";
import { fineTunedAccuracy } from "./fineTunedAccuracy";
import { gradientCosine } from "./gradientCosine";
import { gradientNoise } from "./gradientNoise";
import { gradientNorm } from "./gradientNorm";
import { gradientSnr } from "./gradientSnr";
import { gradientVariance } from "./gradientVariance";
import type { HEADLINES, METRIC_GROUPS } from "./groups";
import { infoNce } from "./infoNce";
import { knnAccuracy } from "./knnAccuracy";
import { logXi } from "./logXi";
import { mutualInformation } from "./mutualInformation";
import { noiseScale } from "./noiseScale";
import { objective } from "./objective";
import { oneWayInformation } from "./oneWayInformation";
import { participationRatio } from "./participationRatio";
import { probeAccuracy } from "./probeAccuracy";
import { silentGradients } from "./silentGradients";
import { smallestVanishingFactor } from "./smallestVanishingFactor";
import { temperature } from "./temperature";
import type { Explanation, Metric, StepMetric } from "./types";
import { uniformity } from "./uniformity";
import { updateSize } from "./updateSize";
import { vanishingFactor } from "./vanishingFactor";

/** Every metric by its id, in the order in which tables and exports list them. */
export const METRICS = {
  objective,
  infoNce,
  logXi,
  vanishingFactor,
  ess,
  anchorEss,
  contrastiveAccuracy,
  alignment,
  uniformity,
  collapseStd,
  mutualInformation,
  oneWayInformation,
  smallestVanishingFactor,
  temperature,
  gradientNorm,
  gradientVariance,
  gradientSnr,
  gradientNoise,
  noiseScale,
  gradientCosine,
  commonGradientNoise,
  updateSize,
  silentGradients,
  effectiveRank,
  participationRatio,
  knnAccuracy,
  probeAccuracy,
  fineTunedAccuracy,
};

export type MetricId = keyof typeof METRICS;
export const METRIC_IDS = Object.keys(METRICS) as [MetricId, ...MetricId[]];

/** Metrics by id: the registry, or one that a test has added to. */
export type MetricRegistry = Readonly<Record<string, Metric>>;

/** The metric with this id. */
export function metricOf(id: MetricId): Metric {
  return METRICS[id];
}

/** Ids of the metrics that are measured from one source. */
export type MetricIdFrom<F extends Metric["from"]> = {
  [I in MetricId]: (typeof METRICS)[I]["from"] extends F ? I : never;
}[MetricId];

/** The metrics that are measured from one source, in order. */
export function metricsFrom<F extends Metric["from"]>(
  from: F,
  registry: MetricRegistry = METRICS,
): Extract<Metric, { from: F }>[] {
  return Object.values(registry).filter((metric): metric is Extract<Metric, { from: F }> => metric.from === from);
}

/** Metrics of a training step, in the order of the columns in which the head leaves them. */
export const STEP_METRICS: readonly StepMetric[] = metricsFrom("step");

/** Column of a metric among those of a training step. */
export function stepColumn(id: MetricIdFrom<"step">): number {
  return STEP_METRICS.findIndex((metric) => metric.id === id);
}

/** What only some metrics say. */
interface Shown {
  readonly short?: string;
  readonly headline?: { readonly name: string; readonly says?: string };
  readonly marks?: readonly { readonly text: string }[];
}

declare module "../i18n/message" {
  interface TextRooms {
    metrics: {
      readonly [I in MetricId]: Pick<Explanation, "label" | "guide" | "unit" | "source"> & Shown;
    } & {
      layerVariance: Pick<Explanation, "label" | "guide" | "unit" | "source">;
      parameterSnr: Pick<Explanation, "label" | "guide" | "unit" | "source">;
      headlines: typeof HEADLINES;
      groups: typeof METRIC_GROUPS;
    };
  }
}
