import type { HeadArm } from "../../src/experiment/headArm";
import type { Precision } from "../../src/kernels/formats";
import { OBJECTIVES, type ObjectiveId, type ObjectiveSettings, objectiveOf, settingsOf } from "../../src/objectives";
import type { AnchorObjective, LossInput } from "../../src/objectives/types";

/** What a loss of an untrained learner is given, with the defaults of its options. */
export function lossInput(objective: ObjectiveId, settings: Omit<ObjectiveSettings, "objective"> = {}): LossInput {
  return { ...settingsOf({ objective, ...settings }), learned: [], memory: null };
}

/** Learners that share an objective. */
export function headArm(id: ObjectiveId, learners: number, precision?: Precision): HeadArm {
  return { objective: objectiveOf(id), ...settingsOf({ objective: id }), learners, precision };
}

/** The objectives that are losses of anchors. */
export const ANCHOR_OBJECTIVES = Object.values(OBJECTIVES).filter(
  (objective): objective is (typeof OBJECTIVES)[ObjectiveId] & AnchorObjective => objective.kind === "anchor",
);
