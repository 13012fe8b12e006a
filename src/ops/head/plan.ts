import type { ObjectiveWgsl } from "../../objectives/wgsl";
import type { FusedArm } from "./programs/types";
import { type HeadState, LEARNED_TEMPERATURE } from "./state";
import type { HeadArm } from "./types";

/** Which arms the programs know, and which are worked out beside them: one arm without WGSL leaves the others as they are. */

/** An arm whose loss is made of TensorFlow.js operations, on its own learners. */
export interface ComposedArm {
  arm: HeadArm;
  /** Its place among the arms, and its first learner. */
  index: number;
  from: number;
}

export interface HeadPlan {
  /** All arms in order, as blocks of the learner axis; those beside the programs have no objective there. */
  arms: readonly FusedArm[];
  composed: readonly ComposedArm[];
}

/**
 * @param state what the losses see beside the embeddings
 * @param knows whether the programs can be had of an objective's WGSL
 */
export function planOf(
  arms: readonly HeadArm[],
  state: Pick<HeadState, "learned" | "queue">,
  knows: (objective: ObjectiveWgsl) => boolean = () => true,
): HeadPlan {
  const learnsMore = state.learned !== null && state.learned.shape[2] > LEARNED_TEMPERATURE + 1;
  const composed: ComposedArm[] = [];
  let from = 0;
  const fused = arms.map((arm, index) => {
    const own = fusedArm(arm);
    const isSimple = !state.queue && !(learnsMore && arm.objective.learned > 0);
    const isKnown = isSimple && own.objective !== null && knows(own.objective);
    if (!isKnown) composed.push({ arm, index, from });
    from += arm.learners;
    return isKnown ? own : { ...own, objective: null };
  });
  return { arms: fused, composed };
}

/** A loss of pairs has first views as anchors alone. */
function fusedArm({ objective, options, phi, learners, precision = "float32" }: HeadArm): FusedArm {
  const nothing: FusedArm = { objective: null, pairing: "allViews", ofCosines: false, precision, learners };
  if (objective.kind === "embeddings" || objective.kind === "labels") return nothing;
  if (objective.similarity === "dot" || objective.memory || objective.learned > 0) return nothing;
  const pairing = objective.kind === "pairs" ? "oneWay" : objective.pairing;
  const wgsl = objective.wgsl?.({ options, phi }) ?? null;
  return { objective: wgsl, pairing, ofCosines: objective.similarity === "cosine", precision, learners };
}
