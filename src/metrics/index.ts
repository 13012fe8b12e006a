import { alignment } from "./alignment";
import { anchorEss } from "./anchorEss";
import { collapseStd } from "./collapseStd";
import { commonGradientNoise, gradientCosine } from "./commonGradient";
import { contrastiveAccuracy } from "./contrastiveAccuracy";
import { effectiveRankDiagnostic } from "./effectiveRank";
import { ess } from "./ess";
import { fineTunedDiagnostic } from "./fineTuned";
import { gradientNoise, gradientNorm, gradientSnr, gradientVariance } from "./gradientVariance";
import { infoNceValue } from "./infoNceValue";
import { knnDiagnostic } from "./knn";
import { linearProbeDiagnostic } from "./linearProbe";
import { logXi } from "./logXi";
import { mutualInformation } from "./mutualInformation";
import { noiseScale } from "./noiseScale";
import { objectiveValue } from "./objectiveValue";
import { oneWayInformation } from "./oneWayInformation";
import { participationRatioDiagnostic } from "./participationRatio";
import { smallestVanishingFactor } from "./smallestVanishingFactor";
import type { StepDiagnostic } from "./step";
import { temperature } from "./temperature";
import type { Diagnostic, MetricId } from "./types";
import { uniformity } from "./uniformity";
import { silentGradients, updateSize } from "./updateSize";
import { vanishingFactor } from "./vanishingFactor";

/** Diagnostics of a training step, in the order of METRIC_IDS. */
export const STEP_DIAGNOSTICS: readonly StepDiagnostic[] = [
  objectiveValue,
  infoNceValue,
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
];

/** Every diagnostic by its id, in the order of METRIC_IDS. */
export const DIAGNOSTICS: Record<MetricId, Diagnostic> = {
  objective: objectiveValue,
  infoNce: infoNceValue,
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
  effectiveRank: effectiveRankDiagnostic,
  participationRatio: participationRatioDiagnostic,
  knnAccuracy: knnDiagnostic,
  probeAccuracy: linearProbeDiagnostic,
  fineTunedAccuracy: fineTunedDiagnostic,
};
