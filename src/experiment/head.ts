import * as tf from "@tensorflow/tfjs";
import { STEP_DIAGNOSTICS } from "../diagnostics";
import type { MetricId } from "../diagnostics/types";
import type { StepBlock } from "../engine/stepBlock";
import { contrasts, embeddingGradient, normalise } from "../kernels/contrasts";
import { gpu } from "../kernels/gpu";
import { temperaturesOf } from "../kernels/stepBlock";
import type { Contrasts, LogitGradient, Objective } from "../objectives/types";
import type { StepSink } from "./stepSink";

/** Metrics of a training step, in the order of the columns of `HeadOutcome.metrics`. */
export const STEP_METRICS: readonly MetricId[] = STEP_DIAGNOSTICS.map(({ id }) => id);

/** Consecutive learners that share an objective. */
export interface HeadArm {
  objective: Objective;
  learners: number;
}

/**
 * Everything after the encoder, for all learners at once: loss, gradient and metrics. Leaves its intermediate tensors
 * to the caller's `tf.tidy`.
 *
 * @param z embeddings, not normalised, [L, 2B, D]; first views, then second views
 * @param block its temperatures are the learners'
 * @param arms blocks of the learner axis, in order
 * @param sink takes the metrics and log xi
 * @returns dL/dz, [L, 2B, D]; the loss of a learner is the mean over its own anchors
 * @throws when the arms do not add up to L learners
 */
export function contrastiveHead(
  z: tf.Tensor3D,
  block: StepBlock,
  arms: readonly HeadArm[],
  sink: StepSink,
): tf.Tensor3D {
  assertComplete(arms, z.shape[0]);
  const { gradient, metrics, logXi } = composedHead(z, temperatures(block), arms);
  sink.metrics.write(metrics, block);
  sink.logXi.write(logXi, block);
  return gradient;
}

function temperatures(block: StepBlock): tf.Tensor3D {
  const backend = gpu();
  if (backend) return temperaturesOf(backend, block.tensor, block.learners);
  return tf.tensor3d(Array.from(block.values.temperatures), [block.learners, 1, 1]);
}

/** Plain TensorFlow.js operations, any backend. @param temperature [L, 1, 1] */
export function composedHead(z: tf.Tensor3D, temperature: tf.Tensor3D, arms: readonly HeadArm[]): HeadOutcome {
  const normalised = normalise(z);
  const rows = contrasts(normalised.unit, temperature);
  const gradient = rowsPerArm(rows, arms);
  const input = { unit: normalised.unit, temperature, contrasts: rows, value: gradient.value };
  return {
    gradient: embeddingGradient(normalised, temperature, gradient) as tf.Tensor3D,
    metrics: tf.stack(
      STEP_DIAGNOSTICS.map((diagnostic) => diagnostic.measure(input)),
      1,
    ) as tf.Tensor2D,
    logXi: rows.logXi.squeeze([2]) as tf.Tensor2D,
  };
}

export interface HeadOutcome {
  /** dL/dz, [L, 2B, D] */
  gradient: tf.Tensor3D;
  /** [L, STEP_METRICS.length] */
  metrics: tf.Tensor2D;
  /** log xi of every anchor: [L, 2B]. */
  logXi: tf.Tensor2D;
}

/** Each arm's objective on its own learners, put together again. */
function rowsPerArm(rows: Contrasts, arms: readonly HeadArm[]): LogitGradient {
  let from = 0;
  const parts = arms.map(({ objective, learners }) => {
    const own = sliceLearners(rows, from, learners);
    from += learners;
    return objective.rows(own);
  });
  const join = (pick: keyof LogitGradient) =>
    tf.concat(
      parts.map((part) => part[pick]),
      0,
    );
  return { value: join("value"), positive: join("positive"), negatives: join("negatives") };
}

function sliceLearners(rows: Contrasts, from: number, count: number): Contrasts {
  const cut = (x: tf.Tensor) => (count === x.shape[0] ? x : tf.slice(x, from, count));
  return {
    positive: cut(rows.positive),
    negatives: cut(rows.negatives),
    logXi: cut(rows.logXi),
    weights: cut(rows.weights),
  };
}

function assertComplete(arms: readonly HeadArm[], learners: number): void {
  const total = arms.reduce((sum, arm) => sum + arm.learners, 0);
  if (total === learners) return;
  throw new Error(`The arms have ${total} learners together, but the embeddings are of ${learners}.`);
}
