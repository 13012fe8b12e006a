import { alignment } from "./alignment";
import { anchorEss } from "./anchorEss";
import { collapseStd } from "./collapseStd";
import { contrastiveAccuracy } from "./contrastiveAccuracy";
import { effectiveRankDiagnostic } from "./effectiveRank";
import { ess } from "./ess";
import { gradientNoise, gradientNorm, gradientSnr, gradientVariance } from "./gradientVariance";
import { infoNceValue } from "./infoNceValue";
import { knnDiagnostic } from "./knn";
import { linearProbeDiagnostic } from "./linearProbe";
import { logXi } from "./logXi";
import { objectiveValue } from "./objectiveValue";
import type { StepDiagnostic } from "./step";
import type { Diagnostic, MetricId } from "./types";
import { uniformity } from "./uniformity";
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
  gradientNorm,
  gradientVariance,
  gradientSnr,
  gradientNoise,
  effectiveRank: effectiveRankDiagnostic,
  knnAccuracy: knnDiagnostic,
  probeAccuracy: linearProbeDiagnostic,
};
