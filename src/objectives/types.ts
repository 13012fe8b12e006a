import type { Contrasts, LogitGradient } from "../kernels/contrastTypes";
import type { ObjectiveWgsl } from "../kernels/head/types";

export type { Contrasts, LogitGradient, ObjectiveWgsl };

/** A contrastive loss over 2B views, written as the paper writes it: one file, one object. */
export interface Objective {
  id: ObjectiveId;
  label: string;
  /** TeX of the loss of one anchor. */
  formula: string;
  /** One sentence for the tooltip. */
  summary: string;
  /** Paper and section. */
  source: string;
  /** Value and logit gradient of every anchor. */
  rows(contrasts: Contrasts): LogitGradient;
  /** The same as WGSL, for the fused head; without it, cohorts with this objective take the composed one. */
  wgsl?: ObjectiveWgsl;
  /**
   * Weight that the objective gives to an anchor with log xi = v: its gradient divided by FlatNCE's.
   * A plain number, for drawing.
   */
  anchorWeight(logXi: number): number;
}

export const OBJECTIVE_IDS = ["infoNceCe", "infoNce", "flatNce"] as const;
export type ObjectiveId = (typeof OBJECTIVE_IDS)[number];
