import type * as tf from "@tensorflow/tfjs";
import { assignTo } from "../../engine/stateTensor";
import { temperaturesOf } from "./ofBlock";
import type { LiveTemperatureTensors, TemperatureBlock } from "./types";

/** The rules from plain TensorFlow.js operations, as index.ts defines them; what is written in place is a variable. */

/** [L, 1, 1] */
export function referenceTemperatures(
  tensors: LiveTemperatureTensors,
  learned: tf.Tensor3D | null,
  block: TemperatureBlock,
): tf.Tensor3D {
  const { minimum, maximum } = columnsOf(tensors.rules);
  let tau = temperaturesOf(block);
  if (learned) tau = tau.div(firstColumn(learned).exp());
  if (tensors.factor) tau = tau.div(tensors.factor);
  return tau.maximum(minimum).minimum(maximum);
}

/** Changes column 0 of `learned` [L, 1, LEARNED] in place. */
export function referenceBound(rules: tf.Tensor3D, learned: tf.Tensor3D, block: TemperatureBlock): void {
  const { minimum, maximum, isLearned } = columnsOf(rules);
  const base = temperaturesOf(block);
  const [lowest, highest] = [base.div(maximum).log().mul(isLearned), base.div(minimum).log().mul(isLearned)];
  const bounded = firstColumn(learned).maximum(lowest).minimum(highest);
  const others = learned.slice([0, 0, 1]);
  assignTo(learned, others.size > 0 ? bounded.concat(others, 2) : bounded);
}

/** The factor after the step, [L, 1, 1]. @param ess [L, N] */
export function referenceFactor(
  { rules, factor }: LiveTemperatureTensors & { factor: tf.Tensor3D },
  ess: tf.Tensor2D,
  { target, gain }: { target: number; gain: number },
  block: TemperatureBlock,
): tf.Tensor3D {
  const { minimum, maximum, isControlled } = columnsOf(rules);
  const [learners, views] = ess.shape;
  const share = ess
    .mean(1, true)
    .div(views - 2)
    .reshape([learners, 1, 1]);
  const change = share.greater(target).toFloat().mul(2).sub(1).mul(gain).mul(isControlled).add(1);
  const base = temperaturesOf(block);
  return factor.mul(change).maximum(base.div(maximum)).minimum(base.div(minimum)) as tf.Tensor3D;
}

/** [L, 1, 1] each. */
function columnsOf(rules: tf.Tensor3D) {
  const column = (k: number) => rules.slice([0, 0, k], [-1, -1, 1]);
  return { minimum: column(0), maximum: column(1), isLearned: column(2), isControlled: column(3) };
}

function firstColumn(learned: tf.Tensor3D): tf.Tensor3D {
  return learned.slice([0, 0, 0], [-1, -1, 1]);
}
