import * as tf from "@tensorflow/tfjs";
import type { Judgment } from "./critic";
import { CRITIC_OBJECTIVES, type CriticObjectiveId } from "./objectives";

/** Stands for -infinity: exp is exactly 0 there. */
const EXCLUDED = -1e9;

/**
 * The loss of a batch, [].
 * @throws Error for an objective with a dual and a critic without
 */
export function criticLoss(id: CriticObjectiveId, { scores, u }: Judgment): tf.Scalar {
  const [size] = scores.shape;
  const diagonal = tf.eye(size);
  const pairs = scores.mul(diagonal).sum(1, true);
  const others = scores.add(diagonal.mul(EXCLUDED));
  const v = others.sub(pairs).logSumExp(1, true);
  const parts = { all: scores, pairs, others, v, count: size - 1 };
  const objective = CRITIC_OBJECTIVES[id];
  if (!objective.hasDual) return objective.loss(parts).mean().asScalar();
  if (!u) throw new Error(`${objective.label} needs a critic with a dual.`);
  return objective.loss(parts, u).mean().asScalar();
}
