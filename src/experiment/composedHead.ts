import * as tf from "@tensorflow/tfjs";
import { STEP_DIAGNOSTICS } from "../diagnostics";
import { anchorEffectiveSampleSize } from "../diagnostics/ess";
import { contrasts, embeddingGradient, normalise, roundContrasts } from "../kernels/contrasts";
import { rounding } from "../kernels/precision";
import type { Contrasts, LogitGradient } from "../objectives/types";
import type { HeadArm, HeadOutcome } from "./head";

/**
 * The contrastive head out of plain TensorFlow.js operations, on any backend: what the fused head is held to, and what
 * takes its place where it cannot go.
 *
 * @param z [L, 2B, D]
 * @param temperature [L, 1, 1]
 */
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
    ess: () => anchorEffectiveSampleSize(rows.weights).squeeze([2]) as tf.Tensor2D,
  };
}

/** Each arm's objective on its own learners, put together again. */
function rowsPerArm(rows: Contrasts, arms: readonly HeadArm[]): LogitGradient {
  let from = 0;
  const parts = arms.map((arm) => {
    const own = sliceLearners(rows, from, arm.learners);
    from += arm.learners;
    return rowsOfArm(own, arm);
  });
  const join = (pick: keyof LogitGradient) =>
    tf.concat(
      parts.map((part) => part[pick]),
      0,
    );
  return { value: join("value"), positive: join("positive"), negatives: join("negatives") };
}

/** The objective in its arm's precision; the mean over the anchors comes later, outside it. */
function rowsOfArm(exact: Contrasts, { objective, precision = "float32" }: HeadArm): LogitGradient {
  if (precision === "float32") return objective.rows(exact);
  const round = rounding(precision);
  const { value, positive, negatives } = objective.rows(roundContrasts(exact, round));
  return { value, positive: round(positive), negatives: round(negatives) };
}

function sliceLearners(rows: Contrasts, from: number, count: number): Contrasts {
  const cut = (x: tf.Tensor) => (count === x.shape[0] ? x : tf.slice(x, from, count));
  return {
    positive: cut(rows.positive),
    negatives: cut(rows.negatives),
    logXi: cut(rows.logXi),
    weights: cut(rows.weights),
    round: rows.round,
  };
}
