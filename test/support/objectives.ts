import * as tf from "@tensorflow/tfjs";
import type { Precision } from "../../src/engine/numberFormats";
import { stepColumn } from "../../src/metrics";
import {
  isLabelFree,
  OBJECTIVE_IDS,
  OBJECTIVES,
  type ObjectiveId,
  type ObjectiveSettings,
  objectiveOf,
  settingsOf,
} from "../../src/objectives";
import type { AnchorObjective, LossInput } from "../../src/objectives/types";
import { contrastiveHead } from "../../src/ops/head";
import { type HeadState, NO_STATE } from "../../src/ops/head/state";
import type { HeadArm, HeadOutcome } from "../../src/ops/head/types";
import { headArm as armOf } from "../../src/training/loss/headArm";
import type { Matrix } from "./float64";

/** What an arm may set of its objective. */
export type Settings = Omit<ObjectiveSettings, "objective">;

/** What a loss of an untrained learner is given, with the defaults of its options. */
export function lossInput(objective: ObjectiveId, settings: Settings = {}): LossInput {
  const learned = Array.from({ length: objectiveOf(objective).learned }, () => tf.zeros([1, 1]));
  return { ...settingsOf({ objective, ...settings }), learned, memory: null };
}

/** Learners that share an objective. */
export function headArm(id: ObjectiveId, learners: number, precision?: Precision, settings: Settings = {}): HeadArm {
  return armOf({ objective: id, precision, ...settings }, learners);
}

/** The objectives that embeddings alone are enough for. */
export const LABEL_FREE_IDS = OBJECTIVE_IDS.filter(isLabelFree);

/** The objectives that are losses of anchors. */
export const ANCHOR_OBJECTIVES: readonly (AnchorObjective & { id: ObjectiveId })[] = Object.values(OBJECTIVES).filter(
  (objective) => objective.kind === "anchor",
);

/** Those whose anchors may be compared with a queue (config/crossFieldRules.ts). */
export const OF_QUEUE: readonly ObjectiveId[] = ANCHOR_OBJECTIVES.filter(
  ({ memory, pairing, similarity }) =>
    memory !== "sample" && similarity === "logit" && (pairing === "allViews" || pairing === "oneWay"),
).map(({ id }) => id);

export interface Evaluated extends HeadOutcome {
  /** [L] */
  value: tf.Tensor;
}

/**
 * Learners of one arm, by the head that training uses.
 * @param z [L][2B][D]
 */
export function evaluate(arm: HeadArm, z: Matrix[], temperature: number, state: HeadState = NO_STATE): Evaluated {
  const outcome = contrastiveHead(tf.tensor3d(z), tf.fill([z.length, 1, 1], temperature), [arm], state);
  const value = outcome.metrics.slice([0, stepColumn("objective")], [z.length, 1]).reshape([z.length]);
  return { ...outcome, value };
}
