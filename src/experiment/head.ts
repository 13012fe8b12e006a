import * as tf from "@tensorflow/tfjs";
import { STEP_DIAGNOSTICS } from "../diagnostics";
import type { MetricId } from "../diagnostics/types";
import type { StepBlock } from "../engine/stepBlock";
import { gpu, output } from "../kernels/gpu";
import { type FusedHeadInput, fusedHead } from "../kernels/head";
import { anchorPlane } from "../kernels/head/anchors";
import type { FusedArm } from "../kernels/head/types";
import { temperaturesOf } from "../kernels/stepBlock";
import { SOFTPLUS_WGSL } from "../objectives/softplus";
import { composedHead } from "./composedHead";
import { type HeadArm, type HeadState, NO_STATE } from "./headArm";
import type { StepSink } from "./stepSink";

/** Metrics of a training step, in the order of the columns of `HeadOutcome.metrics`. */
export const STEP_METRICS: readonly MetricId[] = STEP_DIAGNOSTICS.map(({ id }) => id);

export interface HeadOutcome {
  /** dL/dz, [L, 2B, D]; the loss of a learner is the mean over its own anchors. */
  gradient: tf.Tensor3D;
  /** [L, STEP_METRICS.length]; measured in float32, whatever the arm's precision. */
  metrics: tf.Tensor2D;
  /** log xi of every anchor: [L, 2B]. */
  logXi: tf.Tensor2D;
  /** Effective sample size of every anchor's negatives, [L, 2B]; worked out when asked for, in the same `tf.tidy`. */
  ess(): tf.Tensor2D;
  /** Gradient of the state's learned numbers, [L, 1, LEARNED]; null without. */
  learned: tf.Tensor3D | null;
  /** Of each arm, what its objective keeps for later steps; null without. */
  memories: readonly (tf.Tensor3D | null)[];
}

/**
 * Everything after the encoder, for all learners at once: loss, gradient and metrics. In five WGSL programs where the
 * backend and every objective have them, else out of TensorFlow.js operations. Leaves its intermediate tensors to the
 * caller's `tf.tidy`.
 *
 * @param z embeddings, not normalised, [L, 2B, D]; first views, then second views
 * @param temperature [L, 1, 1]
 * @param arms blocks of the learner axis, in order
 * @throws when the arms do not add up to L learners, or a learner has fewer than two samples
 */
export function contrastiveHead(
  z: tf.Tensor3D,
  temperature: tf.Tensor3D,
  arms: readonly HeadArm[],
  state: HeadState = NO_STATE,
): HeadOutcome {
  assertComplete(arms, z.shape[0]);
  const [backend, wgsl] = [gpu(), wgslOf(arms, state)];
  if (!backend || !wgsl) return composedHead(z, temperature, arms, state);
  const [learners, views] = z.shape;
  const metrics = output<tf.Rank.R2>(backend, [learners, STEP_METRICS.length]);
  const logXi = output<tf.Rank.R2>(backend, [learners, views]);
  const { gradient, anchors } = fusedHead(backend, { z, temperatures: { temperature }, ...wgsl, metrics, logXi });
  return { gradient, metrics, logXi, ess: () => anchorPlane(anchors, "ess"), learned: null, memories: [] };
}

/**
 * The same for a step that may be recorded: what changes from step to step comes from the block, and what is measured
 * goes to the sink.
 *
 * @returns dL/dz, [L, 2B, D]
 * @throws as contrastiveHead
 */
export function stepHead(z: tf.Tensor3D, block: StepBlock, arms: readonly HeadArm[], sink: StepSink): tf.Tensor3D {
  assertComplete(arms, z.shape[0]);
  const [backend, wgsl] = [gpu(), wgslOf(arms, NO_STATE)];
  const { metrics, logXi } = sink;
  if (backend && wgsl && metrics.target && logXi.target) {
    const [temperatures, targets] = [{ block: block.tensor }, { metrics: metrics.target, logXi: logXi.target }];
    return fusedHead(backend, { z, temperatures, ...wgsl, ...targets }).gradient;
  }
  const outcome = composedHead(z, temperatures(block), arms, NO_STATE);
  metrics.write(outcome.metrics, block);
  logXi.write(outcome.logXi, block);
  return outcome.gradient;
}

/** The learners' temperatures, [L, 1, 1]. */
function temperatures(block: StepBlock): tf.Tensor3D {
  const backend = gpu();
  if (backend) return temperaturesOf(backend, block.tensor, block.learners);
  return tf.tensor3d(Array.from(block.values.temperatures), [block.learners, 1, 1]);
}

/** The WGSL of all objectives and diagnostics; null where one has none, or the state asks for more than the programs know. */
function wgslOf(
  arms: readonly HeadArm[],
  { learned, queue }: HeadState,
): Pick<FusedHeadInput, "arms" | "diagnostics" | "library"> | null {
  if (learned || queue) return null;
  const diagnostics = present(STEP_DIAGNOSTICS.map(({ wgsl }) => wgsl));
  const fusedArms = present(arms.map(fusedArm));
  return diagnostics && fusedArms && { arms: fusedArms, diagnostics, library: SOFTPLUS_WGSL };
}

/** Undefined where the objective has no WGSL. A loss of pairs has first views as anchors alone. */
function fusedArm({ objective, options, phi, learners, precision = "float32" }: HeadArm): FusedArm | undefined {
  if (objective.kind === "embeddings" || objective.similarity === "dot") return undefined;
  const pairing = objective.kind === "pairs" ? "oneWay" : objective.pairing;
  const wgsl = objective.wgsl?.({ options, phi });
  return wgsl && { objective: wgsl, pairing, ofCosines: objective.similarity === "cosine", precision, learners };
}

/** The list without its undefined ones; null where it has some. */
function present<T>(items: readonly (T | undefined)[]): T[] | null {
  const there = items.filter((item) => item !== undefined);
  return there.length === items.length ? there : null;
}

function assertComplete(arms: readonly HeadArm[], learners: number): void {
  const total = arms.reduce((sum, arm) => sum + arm.learners, 0);
  if (total === learners) return;
  throw new Error(`The arms have ${total} learners together, but the embeddings are of ${learners}.`);
}
