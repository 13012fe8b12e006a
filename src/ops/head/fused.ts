import type * as tf from "@tensorflow/tfjs";
import { copyRowsInto } from "../../engine/webgpu/copy";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import type { StepMetric } from "../../metrics/types";
import { type ComposedLoss, type PutRows, putGradients, putLearned, putValues } from "./composed";
import { ZERO_SQUARED } from "./contrasts";
import { ANCHOR_FIELDS } from "./programs/anchors";
import { cosinesProgram } from "./programs/cosines";
import { normalizeProgram } from "./programs/embeddings";
import { gradientProgram } from "./programs/gradient";
import { metricsProgram } from "./programs/metrics";
import { rowsProgram } from "./programs/rows";
import { scaleGradientProgram } from "./programs/scaleGradient";
import { headShape } from "./programs/shape";
import type { FusedArm, Temperatures } from "./programs/types";

export interface FusedHeadInput {
  /** Embeddings, not normalized, [L, N, D]; N = 2B: first views, then second views. */
  z: tf.Tensor3D;
  temperatures: Temperatures;
  /** Blocks of the learner axis, in order. */
  arms: readonly FusedArm[];
  /** What is measured, in the order of the columns. */
  measures: readonly StepMetric[];
  /** Measures the columns without WGSL, where there are some, from what is known of the anchors: [L, how many]. */
  measureBeside: ((anchors: tf.Tensor3D) => tf.Tensor2D) | null;
  /** WGSL functions that objectives and metrics share. */
  library: string;
  /** [rows, L, K]; the row of the block's slot is written. */
  metrics: tf.TensorInfo;
  /** [L, N], written. */
  logXi: tf.TensorInfo;
  /** Losses of the arms that the programs do not know. */
  composed: readonly ComposedLoss[];
  /** LEARNED, the learned numbers whose gradient is asked for: of the inverse temperature's logarithm first; 0 without. */
  learned: number;
}

export interface FusedHeadOutput {
  /** dL/dz, [L, N, D]. */
  gradient: tf.Tensor3D;
  /** Statistics of the anchors by field, [L, ANCHOR_FIELDS, N]. */
  anchors: tf.Tensor3D;
  /** Gradient of the learned numbers, [L, 1, LEARNED]; null where it was not asked for. */
  learned: tf.Tensor3D | null;
}

/**
 * The contrastive head of all learners in five dispatches: normalize, cosines, rows of anchors, metrics, gradient; six where
 * the temperature is learned, and what metrics and objectives without WGSL take beside it. Leaves its intermediate tensors
 * to the caller's `tf.tidy`.
 */
export function fusedHead(backend: GpuBackend, input: FusedHeadInput): FusedHeadOutput {
  const { z, temperatures, arms, measures, library, measureBeside, metrics, logXi, composed } = input;
  const shape = headShape(z.shape);
  const { learners, views, rows, vectors } = shape;
  const unit = output(backend, [learners, rows, 4 * vectors]);
  const inverseNorm = output(backend, [learners, rows]);
  const cosines = output(backend, [learners, rows, rows]);
  const coefficients = output(backend, [learners, rows, rows]);
  const anchors = output<tf.Rank.R3>(backend, [learners, ANCHOR_FIELDS.length, views]);
  const gradient = output<tf.Rank.R3>(backend, z.shape);

  const put: PutRows = (...row) => copyRowsInto(backend, ...row);
  backend.dispatch(normalizeProgram(shape, z, unit, inverseNorm, ZERO_SQUARED));
  backend.dispatch(cosinesProgram(shape, unit, cosines));
  backend.dispatch(rowsProgram(shape, temperatures, { arms, library }, cosines, { anchors, logXi, coefficients }));
  putValues(put, anchors, composed);
  const measured = { unit, cosines, anchors, ...(measureBeside && { beside: measureBeside(anchors) }) };
  backend.dispatch(
    metricsProgram(
      shape,
      temperatures,
      { bodies: measures.map(({ wgsl }) => wgsl ?? null), library },
      measured,
      metrics,
    ),
  );
  backend.dispatch(gradientProgram(shape, temperatures, { unit, inverseNorm, cosines, coefficients }, gradient));
  putGradients(put, gradient, composed);
  const learned = input.learned > 0 ? output<tf.Rank.R3>(backend, [learners, 1, input.learned]) : null;
  if (learned) {
    backend.dispatch(scaleGradientProgram(shape, temperatures, arms, { cosines, coefficients }, learned));
    putLearned(put, learned, composed);
  }
  return { gradient, anchors, learned };
}
