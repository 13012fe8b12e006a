import type { Objective } from "../../objectives/types";
import type { FusedArm } from "./programs/types";
import type { HeadArm } from "./types";

/** Which arms the programs know, and which are worked out beside them: one arm without WGSL leaves the others as they are. */

/** An arm whose loss is made of TensorFlow.js operations, on its own learners. */
export interface ComposedArm {
  arm: HeadArm;
  /** Its first learner. */
  from: number;
}

export interface HeadPlan {
  /** All arms in order, as blocks of the learner axis; those beside the programs have no objective there. */
  arms: readonly FusedArm[];
  composed: readonly ComposedArm[];
}

/** What the programs hand to an objective of the numbers that it trains. */
const MOST_LEARNED = 2;

/**
 * @param hasQueue whether the negatives come from a queue, in which case losses without anchors are not asked for
 * @param knows whether the kernels can be had of an arm's WGSL
 */
export function planOf(
  arms: readonly HeadArm[],
  hasQueue: boolean,
  knows: (arm: FusedArm) => boolean = () => true,
): HeadPlan {
  const composed: ComposedArm[] = [];
  let from = 0;
  const fused = arms.map((arm) => {
    const own = fusedArm(arm);
    const isKnown = own.objective !== null && (!hasQueue || arm.objective.kind === "anchor") && knows(own);
    if (!isKnown) composed.push({ arm, from });
    from += arm.learners;
    return isKnown ? own : { ...own, objective: null };
  });
  return { arms: fused, composed };
}

function fusedArm({ objective, options, phi, learners, precision = "float32" }: HeadArm): FusedArm {
  const wgsl = objective.learned > MOST_LEARNED ? null : (objective.wgsl?.({ options, phi }) ?? null);
  const seesNumbers = objective.kind === "anchor" || objective.kind === "pairs";
  return {
    objective: wgsl,
    pairing: pairingOf(objective, wgsl),
    similarity: seesNumbers ? objective.similarity : "cosine",
    precision: seesNumbers ? precision : "float32",
    roundsEnds: objective.kind === "pairs",
    remembers: objective.memory !== null,
    learned: objective.learned,
    learners,
  };
}

/** A loss of pairs has first views as anchors alone. */
function pairingOf(objective: Objective, wgsl: FusedArm["objective"]): FusedArm["pairing"] {
  if (objective.kind === "anchor") return objective.pairing;
  if (objective.kind === "pairs") return "oneWay";
  return (wgsl?.form === "softmax" && wgsl.pairing) || "allViews";
}
