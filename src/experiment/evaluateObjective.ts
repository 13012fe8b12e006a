import * as tf from "@tensorflow/tfjs";
import { OBJECTIVES } from "../objectives";
import type { ObjectiveId } from "../objectives/types";
import { contrastiveHead, STEP_METRICS } from "./head";

/** Two views of B samples, [B][D] each, not normalised, and a temperature. */
export interface ObjectiveInput {
  z1: number[][];
  z2: number[][];
  temperature: number;
}

/** Value and gradients (with respect to z1 and z2: [B][D]) of the mean over the 2B anchors; statistics per anchor. */
export interface ObjectiveOutput {
  /** The loss's own value: 1 for FlatNCE. */
  value: number;
  gradZ1: number[][];
  gradZ2: number[][];
  xi: number[];
  vanishingFactor: number[];
  /** Effective sample size of each anchor's negatives, in 1..M. */
  ess: number[];
}

/**
 * One objective on given embeddings, on the current backend, with the code that training uses.
 *
 * @throws Error when the views have different shapes, fewer than two samples, or the temperature is not positive
 */
export async function evaluateObjective(id: ObjectiveId, input: ObjectiveInput): Promise<ObjectiveOutput> {
  check(id, input);
  const outputs = tf.tidy(() => compute(id, input));
  const [value, gradient, logXi, ess] = await Promise.all(outputs.map((output) => output.array()));
  tf.dispose(outputs);
  const xi = (logXi as number[]).map(Math.exp);
  const batch = input.z1.length;
  return {
    value: value as number,
    gradZ1: (gradient as number[][]).slice(0, batch),
    gradZ2: (gradient as number[][]).slice(batch),
    xi,
    vanishingFactor: xi.map((x) => x / (1 + x)),
    ess: ess as number[],
  };
}

/** Value [], gradient [2B, D], log xi [2B], effective sample sizes [2B]: the head of one learner. */
function compute(id: ObjectiveId, { z1, z2, temperature }: ObjectiveInput): tf.Tensor[] {
  const arm = { objective: OBJECTIVES[id], learners: 1 };
  const head = contrastiveHead(tf.tensor3d([[...z1, ...z2]]), tf.tensor3d([[[temperature]]]), [arm]);
  const value = head.metrics.slice([0, STEP_METRICS.indexOf("objective")], [1, 1]).reshape([]);
  return [value, ...[head.gradient, head.logXi, head.ess()].map((x) => tf.squeeze<tf.Tensor>(x, [0]))];
}

function check(id: ObjectiveId, { z1, z2, temperature }: ObjectiveInput): void {
  const known = Object.keys(OBJECTIVES);
  if (!known.includes(id)) throw new Error(`There is no objective "${id}"; there are ${known.join(", ")}.`);
  const size = z1[0]?.length ?? 0;
  const isMatrix = [...z1, ...z2].every((row) => row.length === size && row.every(Number.isFinite));
  if (z1.length < 2 || z1.length !== z2.length || size === 0 || !isMatrix)
    throw new Error("z1 and z2 must be [B][D] arrays of finite numbers of one shape, with at least two samples.");
  if (!(temperature > 0)) throw new Error(`The temperature must be positive; it is ${temperature}.`);
}
